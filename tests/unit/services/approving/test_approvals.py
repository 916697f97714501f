from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from app.domain.judgement.findings import Weight
from app.domain.judgement.standards import Standards
from app.domain.lifecycle.approving.course import Stage
from app.domain.lifecycle.approving.declaring import declaration_text
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed, Route, Signed
from app.domain.plan.changes import put
from app.domain.plan.governance import Action, Version
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.upkeep import ApprovalRule
from app.services.approving.approvals import (
    ActNotAllowed,
    Approvals,
    FindingsBlock,
    OtherStatement,
    Submission,
)
from app.services.approving.signing import KeyOfAnother
from app.services.opening import RECALLED, OpenPlan
from tests.builders import NOON, person, plan_with, rid, section, template
from tests.fakes import FakeClock, MemoryStore, StoreBroken

ROUTE = Route(("Rita",), ("Carl", "Dora"))
ANN = "Mary Major"


class Desk:
    """One plan, its store and its approvals."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.store = MemoryStore(plan or plan_with(person("a"), profile=Profile(document_id="IRP")))
        self.store.people = [ANN]
        shape = template(section("scope"))
        self.opened = OpenPlan(self.store, shape, Standards(), FakeClock())
        self.approvals = Approvals(self.opened)

    def edit(self, name: str) -> None:
        self.opened.session.apply((put(self.opened.plan, person("a", name)),), "Name")

    def submit(self, number: str = "1.0", route: Route = ROUTE, **fields: Any) -> None:
        said = Submission(ANN, "What changed", route, number)
        self.approvals.submit(replace(said, **fields))

    def say(self, deed: Deed, by: str, **fields: str) -> None:
        self.approvals.enter(self.approvals.declaration(deed, by, **fields))

    def issue(self, number: str = "1.0") -> None:
        self.submit(number)
        for deed, by in ((Deed.REVIEWED, "Rita"), (Deed.APPROVED, "Carl"), (Deed.APPROVED, "Dora")):
            self.say(deed, by)


@pytest.fixture
def desk(monkeypatch) -> Desk:
    made = Desk()
    monkeypatch.setattr(made.store, "authors", partial(_authors, made))
    monkeypatch.setattr(made.opened.judgement, "findings", tuple)
    return made


def _authors(desk: Desk, after: int, until: int | None = None) -> tuple[str, ...]:
    wrote = [ANN, *desk.store.people][after : until if until is not None else None]
    return tuple(dict.fromkeys(filter(None, wrote)))


def stage_of(desk: Desk) -> Stage:
    return desk.approvals.course.stage


def test_a_version_goes_from_submission_to_issue(desk):
    desk.issue()

    plan, course = desk.opened.plan, desk.approvals.course
    assert [act.deed for act in plan.acts.values()] == [
        Deed.SUBMITTED,
        Deed.REVIEWED,
        Deed.APPROVED,
        Deed.APPROVED,
        Deed.ISSUED,
    ]
    assert course.stage is Stage.DRAFT
    assert course.latest is not None
    assert course.latest.act.content == matter(plan)
    assert plan.versions[rid("issue-1-0")] == Version(
        rid("issue-1-0"), "1.0", NOON.date(), "What changed", True, ANN, ("Rita",), ("Carl", "Dora")
    )
    assert desk.store.plan == plan
    assert not desk.opened.session.dirty
    assert desk.opened.session.undo_label == ""


def test_each_act_names_its_revision_and_the_issue_shares_that_of_the_last_approval(desk):
    desk.issue()

    revisions = [act.revision for act in desk.opened.plan.acts.values()]
    assert revisions == [2, 3, 4, 5, 5]
    assert desk.store.labels[-1] == "Version 1.0 approved by Dora"


def test_what_is_declared_is_what_is_kept(desk):
    desk.submit()
    declared = desk.approvals.declaration(Deed.REVIEWED, " Rita ", "CISO", "Fine")

    desk.approvals.enter(declared)
    act = desk.opened.plan.acts[rid("act-000002")]

    assert (act.by, act.role, act.reason, act.at) == ("Rita", "CISO", "Fine", NOON)
    assert act.signed == Signed(declaration_text(declared))
    assert declared.document == "IRP"


def test_a_signature_stands_in_place_of_a_confirmation(desk):
    desk.submit()
    declared = desk.approvals.declaration(Deed.REVIEWED, "Rita")
    signed = Signed(declaration_text(declared), "c2ln", "CN=Rita", "AB:CD", returned=True)

    desk.approvals.enter(declared, signed)

    assert desk.opened.plan.acts[rid("act-000002")].signed == signed


def test_one_approval_is_enough_where_any_is(desk):
    desk.submit(route=replace(ROUTE, rule=ApprovalRule.ANY))
    desk.say(Deed.REVIEWED, "Rita")
    desk.say(Deed.APPROVED, "Dora")

    assert desk.approvals.course.latest is not None


def test_the_law_is_asked_before_anything_is_written(desk):
    desk.submit()
    saves = desk.store.calls.count("save")

    with pytest.raises(ActNotAllowed, match="1 review is still missing") as found:
        desk.say(Deed.APPROVED, "Carl")

    assert found.value.refusal.code == "approval.review-missing"
    assert found.value.params == {"rule": "approval.review-missing"}
    assert desk.store.calls.count("save") == saves
    assert desk.approvals.refusal(desk.approvals.declaration(Deed.APPROVED, "Carl")) is not None
    assert desk.approvals.refusal(desk.approvals.declaration(Deed.REVIEWED, "Rita")) is None


def test_edits_are_saved_before_and_are_part_of_what_is_submitted(desk):
    desk.edit("Zoe")

    desk.submit()

    assert desk.store.calls[-2:] == ["save", "save"]
    assert desk.approvals.course.open is not None
    assert desk.approvals.course.open.submission.content == matter(desk.opened.plan)


def test_an_edit_takes_a_version_in_review_back(desk):
    desk.submit()
    desk.say(Deed.REVIEWED, "Rita")
    desk.edit("Zoe")

    desk.opened.save()

    acts = list(desk.opened.plan.acts.values())
    assert (acts[-1].deed, acts[-1].by, acts[-1].reason) == (Deed.RECALLED, ANN, RECALLED)
    assert acts[-1].revision == desk.store.revision()
    assert desk.approvals.course.stage is Stage.DRAFT
    assert desk.store.plan == desk.opened.plan
    with pytest.raises(ActNotAllowed, match="No version is in review"):
        desk.say(Deed.APPROVED, "Carl")


def test_an_undone_edit_does_not_bring_the_reviews_back(desk):
    desk.submit()
    desk.edit("Zoe")
    desk.opened.save()

    assert desk.opened.session.undo()
    desk.opened.save()

    assert desk.approvals.course.stage is Stage.DRAFT
    assert len(desk.opened.plan.acts) == 2


def test_what_happens_besides_leaves_it_in_review(desk):
    desk.submit()
    desk.opened.session.apply((put(desk.opened.plan, Action(rid("x"), "Call")),), "Action")

    desk.opened.save()

    assert desk.approvals.course.stage is Stage.IN_REVIEW


def test_a_save_that_fails_recalls_nothing(desk):
    desk.submit()
    desk.edit("Zoe")
    desk.store.breaks = True

    with pytest.raises(Exception, match="disk is full"):
        desk.opened.save()
    assert stage_of(desk) == Stage.IN_REVIEW

    desk.opened.save()
    assert stage_of(desk) == Stage.DRAFT


def test_a_recall_whose_answer_was_lost_is_known_as_it_was_written(desk):
    desk.submit()
    desk.edit("Zoe")
    desk.store.loses = True
    with pytest.raises(StoreBroken):
        desk.opened.save()
    desk.opened.clock.moment += timedelta(minutes=5)

    desk.opened.save()

    assert desk.opened.plan == desk.store.plan
    assert stage_of(desk) == Stage.DRAFT


def test_a_version_can_be_recalled_and_sent_back(desk):
    desk.submit()
    desk.approvals.recall(ANN, "Forgot something")
    assert stage_of(desk) == Stage.DRAFT

    desk.submit()
    desk.say(Deed.CHANGES_REQUESTED, "Rita", reason="Times are missing")
    assert stage_of(desk) == Stage.CHANGES_REQUESTED

    with pytest.raises(ActNotAllowed):
        desk.approvals.recall(ANN)


def test_an_emergency_issue_is_reviewed_afterwards(desk):
    said = desk.approvals.declaration(Deed.ISSUED_IN_EMERGENCY, "Carl", "CEO", "Attack", "1.0")
    desk.approvals.enter(said)
    issue = desk.approvals.course.issues[0]
    assert issue.review_owed
    assert issue.act.due == date(2026, 12, 5)
    assert desk.opened.plan.versions[rid("issue-1-0")].approvers == ("Carl",)

    desk.edit("Zoe")
    afterwards = desk.approvals.declaration(Deed.REVIEWED_AFTERWARDS, "Rita", version="1.0")
    desk.approvals.enter(afterwards)

    assert afterwards.content == issue.act.content != matter(desk.opened.plan)
    assert not desk.approvals.course.issues[0].review_owed


def test_an_emergency_issue_states_its_own_day_if_wished(desk):
    said = desk.approvals.declaration(Deed.ISSUED_IN_EMERGENCY, "Carl", "", "Attack", "1.0")

    desk.approvals.enter(said, due=date(2026, 11, 25))

    assert desk.approvals.course.issues[0].act.due == date(2026, 11, 25)


def test_who_wrote_an_emergency_version_does_not_review_it(desk):
    desk.say(Deed.ISSUED_IN_EMERGENCY, "Carl", reason="Attack", version="1.0")
    desk.say(Deed.ISSUED_IN_EMERGENCY, "Dora", reason="Again", version="2.0")

    with pytest.raises(ActNotAllowed, match="wrote or issued"):
        desk.say(Deed.REVIEWED_AFTERWARDS, ANN, version="1.0")
    with pytest.raises(ActNotAllowed):
        desk.say(Deed.REVIEWED_AFTERWARDS, "Rita", version="9.0")
    desk.say(Deed.REVIEWED_AFTERWARDS, ANN, version="2.0")


def test_a_version_is_withdrawn_with_a_reason(desk):
    desk.issue()

    desk.say(Deed.WITHDRAWN, "Carl", reason="Merged", version="1.0")

    assert desk.approvals.course.in_force is None


def test_the_next_version_has_new_authors(desk):
    desk.issue()
    assert desk.approvals.authors() == ()

    desk.edit("Zoe")
    desk.opened.save()

    assert desk.approvals.authors() == (ANN,)
    desk.issue("2.0")
    assert desk.approvals.course.issues[0].stage is Stage.SUPERSEDED


def test_an_unchanged_version_names_who_submitted_it_as_its_author(desk):
    desk.issue()
    desk.issue("1.1")

    assert desk.opened.plan.versions[rid("issue-1-1")].author == ANN


def test_what_blocks_keeps_a_plan_from_being_submitted():
    with pytest.raises(FindingsBlock, match="findings block an approval") as found:
        Desk().submit()

    assert found.value.params == {"count": str(len(found.value.findings))}
    assert all(finding.weight is Weight.BLOCKS for finding in found.value.findings)


def test_one_finding_is_one(desk, monkeypatch):
    (finding, *_) = Desk().opened.judgement.findings()
    monkeypatch.setattr(desk.opened.judgement, "findings", lambda: (finding,))

    with pytest.raises(FindingsBlock, match=r"^1 finding blocks an approval: "):
        desk.submit()


def test_a_plan_without_name_or_number_is_the_incident_response_plan():
    desk = Desk(plan_with(person("a")))

    assert desk.approvals.declaration(Deed.REVIEWED, "Rita").document == (
        "the incident response plan"
    )


def test_a_signature_over_something_else_is_not_taken(desk):
    desk.submit()
    declared = desk.approvals.declaration(Deed.REVIEWED, "Rita")

    with pytest.raises(OtherStatement):
        desk.approvals.enter(declared, Signed("I owe nobody anything.", "c2ln"))


def test_one_certificate_stands_for_one_person(desk):
    desk.submit()
    for deed, by, fits in ((Deed.REVIEWED, "Rita", True), (Deed.APPROVED, "Carl", False)):
        declared = desk.approvals.declaration(deed, by)
        signed = Signed(declaration_text(declared), "c2ln", "CN=Rita", "AB:CD")
        if fits:
            desk.approvals.enter(declared, signed)
        else:
            with pytest.raises(KeyOfAnother):
                desk.approvals.enter(declared, signed)
