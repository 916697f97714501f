from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.lifecycle.approving.course import Round, Stage
from app.domain.plan.acts import Deed, Route, Signed
from app.domain.plan.governance import Version
from app.domain.plan.upkeep import ApprovalRule
from app.services.approving.overview import ELSEWHERE, Listed, awaited, declared, overview
from app.services.approving.signing import sign
from tests.builders import NOON, person, plan_with, rid
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.services.approving.rounds import (
    KEY,
    MARY,
    Desk,
    FakeVerifier,
    certificate,
    identities,
)

RITA = FakeVerifier(certificate("Rita"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def listed(desk: Desk, verify: FakeVerifier = RITA) -> tuple[Listed, ...]:
    return overview(desk.plan, verify, NOON)


def test_a_plan_without_acts_has_its_stated_versions_and_a_draft():
    plan = plan_with(person("a"), Version(rid("v"), "0.9"))

    assert overview(plan, RITA, NOON) == (Listed("0.9"), Listed("draft", Stage.DRAFT))


def test_a_version_in_review_says_what_it_waits_for(desk):
    desk.submit()
    desk.say(Deed.REVIEWED, "Rita")
    desk.say(Deed.APPROVED, "Carl")

    [version] = listed(desk)

    assert (version.version, version.stage, version.by) == ("1.0", Stage.IN_REVIEW, MARY)
    assert version.at == NOON
    assert [(one.act.by, one.holds) for one in version.declared] == [("Rita", None), ("Carl", None)]
    assert version.waits_for == ("1 approval (asked: Dora)",)


@pytest.mark.parametrize(
    ("route", "missing"),
    [
        (
            Route(("Rita", "Sue"), ("Carl", "Dora"), reviews=2),
            ["2 reviews (asked: Rita, Sue)", "2 approvals (asked: Carl, Dora)"],
        ),
        (
            Route((), ("Carl", "Dora"), ApprovalRule.ANY, reviews=0),
            ["1 approval (asked: Carl, Dora)"],
        ),
        (
            Route((), ("Carl", "Dora"), ApprovalRule.ORDER, reviews=0),
            ["2 approvals (asked: Carl, Dora, in this order)"],
        ),
        (
            Route((), ("Carl",), ApprovalRule.ORDER, reviews=0),
            ["1 approval (asked: Carl)"],
        ),
    ],
)
def test_what_is_awaited_follows_the_rule(route, missing):
    assert list(awaited(Round(act(Deed.SUBMITTED, route=route)))) == missing


def test_a_round_that_heard_enough_waits_for_nothing():
    heard = Round(
        act(Deed.SUBMITTED),
        (act(Deed.REVIEWED, 2),),
        (act(Deed.APPROVED, 3), act(Deed.APPROVED, 4, by="Dora")),
    )

    assert list(awaited(heard)) == []


def test_versions_are_listed_with_what_became_of_them(desk):
    desk.issue()
    desk.edit("Ada")
    desk.clock.moment = NOON + timedelta(days=1)
    desk.issue("2.0")
    desk.say(Deed.WITHDRAWN, "Carl", reason="Wrong", version="2.0")

    first, second, draft = listed(desk)

    assert (first.version, first.stage, first.by) == ("1.0", Stage.SUPERSEDED, "Dora")
    assert first.at == desk.clock.moment
    assert first.issue is not None
    assert first.issue.superseded_by == "2.0"
    assert (second.stage, second.by) == (Stage.WITHDRAWN, "Carl")
    assert second.declared[-1].act.deed is Deed.WITHDRAWN
    assert (draft.version, draft.stage) == ("draft", Stage.DRAFT)


def test_an_approved_version_stands_since_its_issue(desk):
    desk.issue()

    version = listed(desk)[0]

    assert (version.stage, version.by, version.at) == (Stage.APPROVED, "Dora", NOON)


def test_changes_requested_stay_with_the_draft(desk):
    desk.submit()
    desk.say(Deed.CHANGES_REQUESTED, "Rita", reason="Times")

    [draft] = listed(desk)

    assert (draft.version, draft.stage, draft.by) == ("1.0", Stage.CHANGES_REQUESTED, "Rita")
    assert [one.act.reason for one in draft.declared] == ["Times"]


def test_an_emergency_owes_a_review(desk):
    desk.approvals.enter(
        desk.approvals.declaration(Deed.ISSUED_IN_EMERGENCY, "Carl", reason="Attack", version="1.0")
    )

    assert listed(desk)[0].waits_for == ("a review after the emergency, due on 2026-12-05",)

    desk.say(Deed.REVIEWED_AFTERWARDS, "Rita", version="1.0")

    assert listed(desk)[0].waits_for == ()


def signed_review(desk: Desk) -> None:
    desk.submit()
    said = desk.approvals.declaration(Deed.REVIEWED, "Rita")
    desk.approvals.enter(said, sign(said, KEY, identities("Rita"), ()))


def test_a_signature_is_verified_each_time(desk):
    signed_review(desk)

    [one] = listed(desk)[0].declared

    assert (one.holds, one.notes) == (True, ())


@pytest.mark.parametrize(
    ("verify", "note"),
    [
        (FakeVerifier(certificate("Rita"), problems=("Too weak.",)), "Too weak."),
        (FakeVerifier(certificate("Zoe")), "The certificate recorded is not the one that signed."),
        (FakeVerifier(None), "The certificate recorded is not the one that signed."),
    ],
)
def test_a_signature_that_does_not_hold_is_told(desk, verify, note):
    signed_review(desk)

    [one] = listed(desk, verify)[0].declared

    assert one.holds is False
    assert note in one.notes


def test_a_name_that_differs_is_noted_while_the_signature_holds(desk):
    desk.submit()
    said = desk.approvals.declaration(Deed.REVIEWED, "Rita")
    desk.approvals.enter(said, sign(said, KEY, identities("Zoe"), ()))

    [one] = listed(desk, FakeVerifier(certificate("Zoe")))[0].declared

    assert one.holds is True
    assert one.notes == ("The certificate names Zoe; the declaration is by Rita.",)


@pytest.mark.parametrize(
    "fields",
    [
        {"by": "Carl"},
        {"version": "2.0"},
        {"deed": Deed.APPROVED},
        {"content": "0" * 64},
        {"role": "CEO"},
        {"reason": "Because"},
        {"at": NOON + timedelta(days=1)},
    ],
)
def test_a_signature_cannot_be_taken_over_to_another_act(desk, fields):
    signed_review(desk)
    [done] = [one for one in desk.plan.acts.values() if one.deed is Deed.REVIEWED]

    found = declared(desk.plan, replace(done, **fields), RITA, NOON)

    assert found.holds is False
    assert found.notes[0] == ELSEWHERE


def test_what_is_no_declaration_is_told_of_confirmed_acts_too(desk):
    desk.submit()
    act = desk.say(Deed.REVIEWED, "Rita")

    found = declared(desk.plan, replace(act, signed=Signed("I reviewed it.")), RITA, NOON)

    assert (found.holds, found.notes) == (None, (ELSEWHERE,))
    assert declared(desk.plan, act, RITA, NOON).notes == ()
    assert declared(desk.plan, replace(act, signed=None), RITA, NOON).notes == ()
