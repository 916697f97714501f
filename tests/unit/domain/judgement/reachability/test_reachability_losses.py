from hypothesis import given

from app.domain.judgement.reachability.losses import SinglePoint, preorder, single_points
from app.domain.judgement.reachability.scenario import Outages
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import NodeTarget
from tests.builders import QUICK, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    AWAY,
    EMAIL,
    MOBILE,
    OUTAGES,
    PHONE,
    RATES,
    TREE,
    call,
    calls,
    case,
    plans,
    reachable,
    reached,
    two_floors,
)


def people_of(points):
    return {point.person: point.cut for point in points if point.channel is None}


def test_who_leads_alone_cuts_off_all_below():
    points = single_points([calls(two_floors())])

    assert points == (
        SinglePoint("ada", "Ada", None, (rid("top"), rid("leaf"))),
        SinglePoint("", "mobile", MOBILE, (rid("leaf"),)),
    )


def test_a_way_round_saves_those_below():
    points = single_points([calls(two_floors(way_round="Call Ben."))])

    assert people_of(points) == {"ada": (rid("top"),)}


def test_with_a_deputy_nobody_is_missed():
    plan = plan_with(
        reachable("ada", MOBILE),
        reachable("ben", PHONE),
        role("lead", holder=rid("ada"), deputies=(rid("ben"),)),
        TREE,
        call("top", "lead"),
    )

    assert single_points([calls(plan)]) == ()


def test_a_deputy_who_is_needed_today_is_a_single_point():
    plan = plan_with(
        reachable("ada"),
        reachable("ben", EMAIL),
        role("lead", holder=rid("ada"), deputies=(rid("ben"),)),
        TREE,
        call("top", "lead"),
    )

    points = single_points([calls(plan, case(away=frozenset({rid("ada")})))])

    assert [(point.person, point.channel) for point in points] == [("ben", None), ("", EMAIL)]


def test_a_call_to_somebody_by_name_goes_without_saying_also_below_another():
    plan = plan_with(
        reachable("ada"),
        reachable("ben", PHONE),
        TREE,
        call("a", "ada", target=NodeTarget.PERSON),
        call("b", "ada", "a", target=NodeTarget.PERSON),
        call("c", "ben", "b", target=NodeTarget.PERSON),
    )

    assert people_of(single_points([calls(plan)])) == {"ada": (rid("c"),)}


def test_below_a_call_stand_all_that_hang_there():
    plan = plan_with(
        *(TREE, call("a", "x"), call("b", "x", "a"), call("c", "x", "b"), call("d", "x", "a")),
        call("e", "x"),
    )

    assert preorder(calls(plan)) == [0, 1, 2, 3, 4]


@QUICK
@given(plans(), OUTAGES, AWAY, RATES)
def test_what_is_told_is_what_the_loss_does_when_it_is_tried(plan, outages, away, rates):
    usual = case(outages=outages, away=away, rates=rates)
    result = simulate(plan, usual)
    told = {(point.person, point.channel): set(point.cut) for point in result.points}
    assert all(told.values())

    for person in plan.people:
        lost = simulate(plan, case(outages=outages, away=away | {person}, rates=rates))
        own = {
            node.id
            for node in plan.tree_nodes.values()
            if node.target is NodeTarget.PERSON and node.target_id == person
        }
        assert told.pop((person, None), set()) == reached(result) - reached(lost) - own
    for kind in ChannelKind:
        less = Outages(outages.kinds | {kind}, outages.sign_on, outages.in_band)
        lost = simulate(plan, case(outages=less, away=away, rates=rates))
        assert told.pop(("", kind), set()) == reached(result) - reached(lost)
    assert told == {}
