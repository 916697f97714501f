from app.domain.judgement.findings import Weight
from tests.builders import person, rid, role
from tests.unit.domain.judgement.subjects import found

ADA = person("ada", "Ada Bell")


def test_a_role_needs_a_holder():
    [finding] = found("role.no-holder", role("lead", "Incident lead"))

    assert finding.reason == "Nobody holds the role Incident lead."
    assert not found("role.no-holder", role("lead", holder=rid("ada")), ADA)


def test_a_holder_the_plan_does_not_name_is_told():
    [finding] = found("role.no-holder", role("lead", "Incident lead", holder=rid("ada")))

    assert finding.reason == (
        "The role Incident lead is held by 'ada', whom the plan does not name."
    )


def test_a_deputy_is_somebody_else_whom_the_plan_names():
    def reasons(**fields):
        lead = role("lead", "Incident lead", **fields)
        return [finding.reason for finding in found("role.no-deputy", lead, ADA)]

    missing = ["Nobody deputises for the role Incident lead."]
    assert reasons() == missing
    assert reasons(deputies=(rid("ghost"),)) == missing
    assert reasons(holder=rid("ada"), deputies=(rid("ada"),)) == missing
    assert reasons(deputies=(rid("ada"),)) == []


def test_authority_comes_from_somebody():
    [finding] = found("role.no-grant", role("lead", "Incident lead", authority=("Stop it",)))

    assert finding.reason == "It is not stated who gave the role Incident lead its authority."
    assert finding.weight is Weight.HINT
    assert not found("role.no-grant", role("lead", authority=("Stop it",), granted_by="Board"))
    assert not found("role.no-grant", role("lead"))


def test_a_role_needs_a_duty():
    [finding] = found("role.no-duties", role("lead", "Incident lead"))

    assert finding.reason == "The role Incident lead has no duties."
    assert not found("role.no-duties", role("lead", duties=("Lead",)))


def test_a_plan_without_roles_is_blocked():
    [finding] = found("role.none")

    assert finding.weight is Weight.BLOCKS
    assert not found("role.none", role("lead"))


def test_nobody_holds_more_than_three_roles():
    roles = [role(f"role-{at}", holder=rid("ada")) for at in range(4)]

    [finding] = found("role.overloaded", ADA, *roles)

    assert finding.reason == "Ada Bell holds 4 roles, which one person cannot fill at once."
    assert finding.record == "ada"
    assert not found("role.overloaded", ADA, *roles[:3], role("vacant"))
    assert not found("role.overloaded", *roles)
