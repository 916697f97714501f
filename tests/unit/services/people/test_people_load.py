"""Who carries how much."""

from dataclasses import replace

from hypothesis import given

from app.domain.plan.roles import Role, RoleTier
from app.services.people.load import loads
from tests.builders import QUICK, plan_with, rid, small_plans
from tests.unit.services.people.directory_plan import ANN, BO, organisation


def test_roles_held_and_deputised_for_are_counted_apart():
    found = loads(organisation())

    assert list(found) == ["ann", "bo", "cy"]
    assert (found[rid("ann")].holds, found[rid("ann")].deputises) == (("lead", "board"), ())
    assert (found[rid("bo")].holds, found[rid("bo")].deputises) == ((), ("lead", "scribe"))
    assert found[rid("bo")].total == 2


def test_two_levels_at_once():
    found = loads(organisation())

    assert found[rid("ann")].tiers == (RoleTier.BOARD, RoleTier.INCIDENT)
    assert found[rid("ann")].between_tiers
    assert not found[rid("bo")].between_tiers


def test_too_many_is_more_than_three_held_as_the_linter_counts():
    roles = [Role(rid(f"r{at}"), f"R{at}", holder=ANN.id) for at in range(4)]

    assert loads(plan_with(ANN, *roles))[ANN.id].too_many
    assert not loads(plan_with(ANN, *roles[:3]))[ANN.id].too_many


def test_those_the_plan_does_not_have_and_holders_among_their_own_deputies_do_not_count():
    role = Role(rid("r"), "R", holder=ANN.id, deputies=(ANN.id, rid("gone"), BO.id, BO.id))
    lost = replace(role, id=rid("lost"), holder=rid("gone"), deputies=())
    found = loads(plan_with(ANN, BO, role, lost))

    assert set(found) == {ANN.id, BO.id}
    assert found[ANN.id].deputises == ()
    assert found[BO.id].deputises == ("r",)


@QUICK
@given(small_plans())
def test_every_role_with_a_known_holder_is_carried_once(plan):
    held = [role for load in loads(plan).values() for role in load.holds]

    assert sorted(held) == sorted(
        role.id for role in plan.roles.values() if role.holder in plan.people
    )
