import pytest

from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from tests.builders import rid, role
from tests.unit.domain.judgement.subjects import found

A, R, C = Raci.ACCOUNTABLE, Raci.RESPONSIBLE, Raci.CONSULTED


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


def test_a_plan_needs_a_raci_table():
    assert found("raci.none")
    assert not found("raci.none", row())
