import pytest

from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from tests.builders import rid, role
from tests.unit.domain.judgement.subjects import found

A, R, C, I = Raci.ACCOUNTABLE, Raci.RESPONSIBLE, Raci.CONSULTED, Raci.INFORMED  # noqa: E741


def row(*parts):
    assignments = tuple(RaciAssignment(rid(key), part) for key, part in parts)
    return RaciActivity(rid("row-1"), "Declare the incident", assignments)


@pytest.mark.parametrize(
    ("parts", "who"),
    [((), "No role is"), ((("lead", R),), "No role is"), ((("a", A), ("b", A)), "2 roles are")],
)
def test_exactly_one_role_is_accountable(parts, who):
    [finding] = found("raci.accountable", row(*parts))

    assert finding.reason == (
        f"{who} accountable for “Declare the incident”; it must be exactly one."
    )


def test_one_accountable_role_is_fine():
    assert not found("raci.accountable", row(("lead", A), ("comms", R)))


def test_somebody_must_act():
    [finding] = found("raci.nobody-acts", row(("lead", C)))

    assert finding.reason == "Nobody is responsible for “Declare the incident”."
    assert not found("raci.nobody-acts", row(("lead", R)))
    assert not found("raci.nobody-acts", row(("lead", A)))


def test_each_role_the_plan_lacks_is_told_once():
    findings = found(
        "raci.unknown-role", row(("x", A), ("lead", R), ("x", C), ("y", C)), role("lead")
    )

    assert [finding.field for finding in findings] == ["x", "y"]
    assert findings[0].reason == (
        "“Declare the incident” names the role 'x', which the plan does not define."
    )


def test_roles_of_the_plan_are_fine():
    assert not found("raci.unknown-role", row(("lead", A)), role("lead"))


def step(key, who, **fields):
    return PlaybookStep(rid(key), rid("book"), Phase.CONTAIN, "Do it.", role=rid(who), **fields)


def test_a_role_that_does_steps_is_more_than_informed():
    steps = [step("one", "lead"), step("two", "lead"), step("three", "a", decided_by=rid("lead"))]
    [finding] = found("raci.only-informed", role("lead", "Lead"), row(("lead", I)), *steps)

    assert finding.reason == (
        "Lead does 2 steps of the playbooks, but is only informed in the RACI table."
    )
    assert (finding.kind, finding.record) == (Kind.ROLE, "lead")


@pytest.mark.parametrize(
    ("parts", "steps"),
    [
        ((("lead", I), ("lead", R)), [step("one", "lead")]),
        ((("a", I),), [step("one", "lead")]),
        ((("lead", I),), [step("one", "a", decided_by=rid("lead"), decision="Which?")]),
        ((("lead", I),), []),
    ],
)
def test_a_role_that_does_nothing_or_takes_another_part_too_is_fine(parts, steps):
    assert not found("raci.only-informed", role("lead"), row(*parts), *steps)


def test_a_plan_needs_a_raci_table():
    assert found("raci.none")
    assert not found("raci.none", row())
