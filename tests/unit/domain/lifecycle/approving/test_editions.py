from dataclasses import replace

import pytest

from app.domain.lifecycle.approving.course import Course, Issue, Stage, course
from app.domain.lifecycle.approving.editions import (
    before,
    declared_acts,
    departed,
    edition_of,
    issue_of,
)
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed
from app.domain.plan.plan import Plan
from tests.builders import person, plan_with
from tests.unit.domain.lifecycle.approving.acts import act, acts

PEOPLE = plan_with(person("a"))


def lived(*said: object, plan: Plan = PEOPLE) -> Plan:
    """`plan` with acts that are all about what it says."""
    return plan_with(
        *plan.people.values(),
        *(replace(one, content=matter(plan)) for one in acts(*said)),  # type: ignore[arg-type]
    )


ISSUED = (Deed.SUBMITTED, Deed.REVIEWED, Deed.APPROVED, (Deed.APPROVED, "Dora"), Deed.ISSUED)


def issue(now: Course, version: str = "1.0") -> Issue:
    found = now.issue(version)
    assert found is not None
    return found


def test_a_plan_that_nobody_approved_has_no_edition_and_departs_from_none():
    assert issue_of(PEOPLE) is None
    assert edition_of(PEOPLE) is None
    assert not departed(PEOPLE)


def test_an_issued_plan_is_its_edition():
    plan = lived(*ISSUED)

    found = edition_of(plan)

    assert found is not None
    assert found.issue.version == "1.0"
    assert found.before is None
    assert not departed(plan)


def test_an_edited_plan_is_no_edition_any_more():
    plan = lived(*ISSUED)
    edited = plan_with(*plan.acts.values(), person("a", "Somebody else"))

    assert issue_of(edited) is None
    assert departed(edited)


@pytest.mark.parametrize("said", [(Deed.SUBMITTED,), (Deed.SUBMITTED, Deed.REVIEWED)])
def test_a_plan_in_review_is_not_approved(said):
    assert edition_of(lived(*said)) is None
    assert departed(lived(*said))


def test_a_withdrawn_plan_is_an_edition_that_nobody_exports_as_final():
    plan = lived(*ISSUED, Deed.WITHDRAWN)

    found = issue_of(plan)

    assert found is not None
    assert found.stage is Stage.WITHDRAWN
    assert departed(plan)


def test_the_version_before_is_known():
    said = [*acts(*ISSUED), *(act(Deed.ISSUED_IN_EMERGENCY, 6, "2.0"),)]
    now = course(said)

    assert before(now, issue(now)) is None
    assert before(now, issue(now, "2.0")) == issue(now)


def test_everybody_who_declared_something_of_a_version_is_listed_in_order():
    [version] = course(acts(*ISSUED, Deed.WITHDRAWN)).issues

    assert [(one.deed, one.by) for one in declared_acts(version)] == [
        (Deed.REVIEWED, "Rita"),
        (Deed.APPROVED, "Carl"),
        (Deed.APPROVED, "Dora"),
        (Deed.WITHDRAWN, "Carl"),
    ]


def test_an_emergency_is_declared_by_its_issuer_and_reviewed_afterwards():
    [version] = course(acts(Deed.ISSUED_IN_EMERGENCY, Deed.REVIEWED_AFTERWARDS)).issues

    assert [one.deed for one in declared_acts(version)] == [
        Deed.ISSUED_IN_EMERGENCY,
        Deed.REVIEWED_AFTERWARDS,
    ]
