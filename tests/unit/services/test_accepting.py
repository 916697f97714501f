"""Accepting findings, and taking that back, as steps of the plan's history."""

from datetime import date, timedelta

import pytest

from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.plan import Kind
from app.services.accepting import Acceptance, accept, flaws, take_back
from app.services.editing import EditingSession
from app.services.vouching import Flaw
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 23)
GIVEN = Acceptance("The board knows of it.", "Ada Byron", TODAY)


def finding(record: str, code: str = "role.no-deputy") -> Finding:
    return Finding(code, Weight.WARN, Kind.ROLE, rid(record), "No deputy.", "Name one.", "roles")


def test_every_finding_is_accepted_with_reason_name_and_day():
    at = EditingSession(plan_with())

    at.apply(accept(at.plan, (finding("lead"), finding("scribe")), GIVEN), "Accept")

    keys = [finding("lead").key, finding("scribe").key]
    assert list(at.plan.accepted) == keys
    assert at.plan.accepted[keys[1]] == AcceptedFinding(keys[1], GIVEN.reason, "Ada Byron", TODAY)


def test_a_later_reason_gives_way_to_none_but_its_own_finding():
    at = EditingSession(plan_with())
    at.apply(accept(at.plan, (finding("lead"), finding("scribe")), GIVEN), "Accept")
    again = Acceptance("Until March.", "Bob", TODAY)

    at.apply(accept(at.plan, (finding("lead"),), again), "Accept")

    assert [item.reason for item in at.plan.accepted.values()] == ["Until March.", GIVEN.reason]


def test_what_is_taken_back_is_open_again_and_undo_accepts_it_once_more():
    at = EditingSession(plan_with())
    at.apply(accept(at.plan, (finding("lead"), finding("scribe")), GIVEN), "Accept")

    at.apply(take_back(at.plan, (finding("lead").key, rid("never-accepted"))), "Take back")
    assert list(at.plan.accepted) == [finding("scribe").key]

    at.undo()
    assert list(at.plan.accepted) == [finding("lead").key, finding("scribe").key]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (GIVEN, {}),
        (Acceptance(" \n", "Ada", TODAY), {"reason": Flaw.BLANK}),
        (Acceptance("Known.", "\t", TODAY), {"by": Flaw.BLANK}),
        (Acceptance("\u200b\u00a0", "\u674e", TODAY), {"reason": Flaw.BLANK}),
        (Acceptance("Known.", "Ada", None), {"on": Flaw.BLANK}),
        (Acceptance("Known.", "Ada", TODAY + timedelta(days=1)), {"on": Flaw.AHEAD}),
        (
            Acceptance("", "", None),
            {"reason": Flaw.BLANK, "by": Flaw.BLANK, "on": Flaw.BLANK},
        ),
    ],
)
def test_what_would_not_be_believed_is_told_of_in_the_order_of_the_form(given, wrong):
    found = flaws(given, TODAY)

    assert found == wrong
    assert list(found) == list(wrong)


def test_an_acceptance_without_a_day_changes_nothing():
    with pytest.raises(ValueError, match="day"):
        accept(plan_with(), (finding("lead"),), Acceptance("Known.", "Ada", None))
