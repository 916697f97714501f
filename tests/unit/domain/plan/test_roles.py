from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, Role, RoleTier
from tests.builders import rid


def test_the_stored_spelling_of_tiers_and_parts_stays():
    assert [tier.value for tier in RoleTier] == [
        "board",
        "crisis",
        "incident",
        "technical",
        "support",
    ]
    assert "".join(part.value for part in Raci) == "RACI"


def test_a_new_role_is_held_by_nobody_and_granted_by_nobody():
    role = Role(rid("lead"), "Lead")

    assert (role.holder, role.deputies, role.granted_by) == (None, (), "")
    assert role.tier is RoleTier.INCIDENT


def test_an_activity_lists_who_plays_which_part():
    lead = RaciAssignment(rid("lead"), Raci.ACCOUNTABLE)

    assert RaciActivity(rid("a"), "Triage", (lead,)).assignments == (lead,)
    assert RaciActivity(rid("a"), "Triage").assignments == ()
