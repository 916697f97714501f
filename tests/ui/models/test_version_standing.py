"""Where a draft stands, in words, at each step of its life."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.lifecycle.approving.course import Stage, course
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Route, Signed
from app.domain.plan.changes import apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.opening import RECALLED
from tests.builders import plan_with
from ui.models.version_standing import Step, recalled_text, standing

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROUTE = Route(("Rita",), ("Carl",))


def lived(*deeds: tuple[Deed, str, str], **fields: object) -> Plan:
    """A plan to whose content those deeds were done, each by somebody for a reason."""
    plan = plan_with()
    for at, (deed, by, reason) in enumerate(deeds, start=1):
        act = Act(
            RecordId(f"act-{at:06}"),
            deed,
            "1.0",
            by,
            AT,
            at,
            matter(plan),
            reason=reason,
            route=ROUTE if deed is Deed.SUBMITTED else None,
            signed=Signed("said"),
        )
        if deed is Deed.ISSUED_IN_EMERGENCY:
            act = replace(act, due=date(2026, 12, 7))
        plan = apply(plan, (put(plan, act),))
    return plan


def stand(plan: Plan):
    return standing(plan, course(plan.acts.values()))


SUBMITTED = (Deed.SUBMITTED, "Ann", "New tree")
REVIEWED = (Deed.REVIEWED, "Rita", "")
APPROVED = (Deed.APPROVED, "Carl", "")
ISSUED = (Deed.ISSUED, "Carl", "New tree")


def test_before_the_first_version_it_is_to_be_submitted():
    found = stand(lived())

    assert (found.stage, found.step) == (Stage.DRAFT, Step.SUBMIT)
    assert found.figure == "The first version is being drafted"
    assert found.lines == ("No version was approved yet. Submit the plan once it is ready.",)


def test_in_review_it_says_since_when_by_whom_and_what_it_waits_for():
    found = stand(lived(SUBMITTED))

    assert (found.stage, found.step) == (Stage.IN_REVIEW, Step.REVIEW)
    assert found.lines[0] == "Submitted by Ann on 23 Nov 2026, 09:00 UTC: New tree"
    assert "It waits for 1 review (asked: Rita)." in found.lines
    assert "It waits for 1 approval (asked: Carl)." in found.lines


def test_once_reviewed_it_waits_for_its_approval():
    found = stand(lived(SUBMITTED, REVIEWED))

    assert found.step is Step.APPROVE
    assert "Rita reviewed it on 23 Nov 2026, 09:00 UTC." in found.lines


def test_changes_requested_name_who_and_what():
    found = stand(lived(SUBMITTED, (Deed.CHANGES_REQUESTED, "Carl", "The bank is missing")))

    assert (found.stage, found.step) == (Stage.CHANGES_REQUESTED, Step.SUBMIT)
    assert found.figure == "Changes are requested to version 1.0"
    assert found.lines[0].startswith("Carl requested them on")
    assert found.lines[0].endswith("The bank is missing")


def test_an_edit_that_took_it_back_is_told_as_such():
    plan = lived(SUBMITTED, (Deed.RECALLED, "Ann", RECALLED))

    (act,) = [act for act in plan.acts.values() if act.deed is Deed.RECALLED]
    assert stand(plan).lines[0] == recalled_text(act)
    assert "because the plan was edited; its reviews are void" in recalled_text(act)


def test_somebody_who_took_it_back_is_named():
    found = stand(lived(SUBMITTED, (Deed.RECALLED, "Ann", "A number")))

    assert found.lines[0].startswith("Ann took version 1.0 back from review on")


def test_an_approved_plan_that_nobody_changed_says_so():
    found = stand(lived(SUBMITTED, REVIEWED, APPROVED, ISSUED))

    assert found.figure == "A draft after version 1.0"
    assert found.lines == (
        "Version 1.0 is in force since 23 Nov 2026, 09:00 UTC.",
        "Nothing of it changed since then.",
    )


def test_an_approved_plan_that_was_changed_says_so():
    plan = lived(SUBMITTED, REVIEWED, APPROVED, ISSUED)
    edited = apply(plan, (put(plan, replace(plan.profile, description="Other")),))

    assert stand(edited).lines[1].startswith("The plan was changed since then")


def test_an_emergency_is_reviewed_next():
    found = stand(lived((Deed.ISSUED_IN_EMERGENCY, "Carl", "It burns")))

    assert found.step is Step.REVIEW_AFTERWARDS
    assert "somebody else has to review it by 7 Dec 2026" in found.lines[1]


def test_after_its_review_an_emergency_is_a_version_as_any():
    done = (Deed.REVIEWED_AFTERWARDS, "Rita", "")

    assert stand(lived((Deed.ISSUED_IN_EMERGENCY, "Carl", "It burns"), done)).step is Step.SUBMIT


@pytest.mark.parametrize("first", [ISSUED, (Deed.ISSUED_IN_EMERGENCY, "Carl", "It burns")])
def test_after_a_withdrawal_no_version_is_in_force(first):
    before = (SUBMITTED, REVIEWED, APPROVED) if first is ISSUED else ()
    found = stand(lived(*before, first, (Deed.WITHDRAWN, "Carl", "Old")))

    assert found.step is Step.SUBMIT
    assert found.lines[0].endswith("no version is in force.")
