from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.judgement.deadlines.case import ZoneUnknown
from app.domain.judgement.reachability.repeated import TooManyCalls
from app.domain.judgement.reachability.results import Why
from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.trees import CommunicationTree, NodeTarget
from tests.builders import QUICK, plan_with, rid, role
from tests.unit.domain.judgement.reachability.trees import (
    AWAY,
    EMAIL,
    KINDS,
    MOBILE,
    NIGHT,
    OUTAGES,
    PHONE,
    RATES,
    TREE,
    by_id,
    call,
    case,
    minutes,
    plans,
    reachable,
    reached,
    two_floors,
)

LEVELS = tuple(SeverityLevel(rid(f"s{rank}"), f"S{rank}", rank) for rank in (1, 2, 3))
STARTED = (
    CommunicationTree(rid("any"), "Any"),
    CommunicationTree(rid("bad"), "Bad", starts_at=rid("s2")),
    CommunicationTree(rid("worst"), "Worst", starts_at=rid("s1")),
    CommunicationTree(rid("open"), "Open", starts_at=rid("gone")),
)


@pytest.mark.parametrize(
    ("severity", "trees"),
    [
        ("s1", ["any", "bad", "worst", "open"]),
        ("s2", ["any", "bad", "open"]),
        ("s3", ["any", "open"]),
        ("gone", ["any", "bad", "worst", "open"]),
    ],
)
def test_an_incident_starts_the_trees_of_its_severity_and_of_milder_ones(severity, trees):
    result = simulate(plan_with(*LEVELS, *STARTED), case(severity=rid(severity)))

    assert [tree.tree for tree in result.trees] == trees


def test_one_tree_can_be_tried_whatever_starts_it():
    plan = plan_with(*LEVELS, *STARTED)

    one = simulate(plan, case(tree=rid("worst"), severity=rid("s3")))
    none = simulate(plan, case(tree=rid("gone")))

    assert [tree.tree for tree in one.trees] == ["worst"]
    assert none.trees == ()


def test_the_lead_on_leave_at_night_without_mail():
    """By hand: Ada is away. Her mobile and phone and Ben's mobile are three tries in 30 minutes.

    So Ben answers at minute 30. He calls Cyd, of whom there is only mail, which is down: her 20
    minutes run out at 50. Then he calls Eve, who is not there at night: 10 minutes more, 60. Cyd's
    call to Dan he makes himself, 6 minutes: 66. Eve's call to Fay nobody makes.
    """
    plan = plan_with(
        reachable("ada", MOBILE, PHONE),
        *(reachable("ben"), reachable("cyd", EMAIL), reachable("dan"), reachable("fay")),
        reachable("eve", availability="Mon-Fri 08:00-18:00"),
        role("lead", holder=rid("ada"), deputies=(rid("ben"),)),
        TREE,
        call("lead", "lead", allowed=minutes(30)),
        named("cyd", "lead", allowed=minutes(20), if_no_answer="Go on yourself."),
        named("eve", "lead"),
        named("dan", "cyd", allowed=minutes(6)),
        named("fay", "eve"),
    )
    scenario = case(at=NIGHT, outages=Outages(frozenset({EMAIL})), away=frozenset({rid("ada")}))

    result = simulate(plan, scenario)

    found = {
        node.node: (node.why if node.answer is None else node.answer.minute)
        for node in result.nodes
    }
    assert found == {
        "lead": 30,
        "cyd": Why.DOWN,
        "dan": 66,
        "eve": Why.OFF_DUTY,
        "fay": Why.NOT_CALLED,
    }
    assert [(point.name, point.cut) for point in result.points] == [
        ("Ben", ("lead", "dan")),
        ("mobile", ("lead", "dan")),
    ]


def named(key, parent, **fields):
    return call(key, key, parent, target=NodeTarget.PERSON, **fields)


def test_runs_give_odds_to_every_call_and_to_the_tree():
    result = simulate(two_floors(), case(rates=Rates({MOBILE: 0.5}), runs=10))

    assert [node.odds is not None for node in result.nodes] == [True, True]
    assert result.trees[0].odds is not None
    assert simulate(two_floors(), case()).nodes[0].odds is None


def test_an_empty_tree_has_no_odds():
    assert simulate(plan_with(TREE), case(runs=10)).trees[0].odds is None


def test_progress_covers_all_trees():
    other = CommunicationTree(rid("other"), "Other")
    plan = plan_with(
        reachable("ada"),
        TREE,
        other,
        call("a", "ada", target=NodeTarget.PERSON),
        replace(call("b", "ada", target=NodeTarget.PERSON), tree=other.id),
    )
    told: list[float] = []

    simulate(plan, case(runs=100), told.append)

    assert told == [0.0, 0.25, 0.5, 0.75]


def test_too_many_runs_of_too_many_calls_are_refused():
    plan = plan_with(TREE, *(call(f"n{at}", "x") for at in range(51)))

    with pytest.raises(TooManyCalls):
        simulate(plan, case(runs=100_000))


def test_a_zone_that_does_not_exist_is_refused():
    with pytest.raises(ZoneUnknown):
        simulate(two_floors(), case(zone="Europe/Atlantis"))


def test_a_chain_of_thousands_ends():
    count = 3000
    chain = (
        call(f"n{at}", "ada", f"n{at - 1}" if at else None, target=NodeTarget.PERSON)
        for at in range(count)
    )

    result = simulate(plan_with(reachable("ada"), TREE, *chain), case())

    assert result.last == 10.0 * count
    assert [len(point.cut) for point in result.points] == [count]


@QUICK
@given(plans(), OUTAGES, AWAY, RATES, KINDS)
def test_when_more_is_down_nobody_else_is_reached_and_nobody_sooner(
    plan, outages, away, rates, kind
):
    worse = Outages(outages.kinds | {kind}, sign_on=True, in_band=outages.in_band)

    before = simulate(plan, case(outages=outages, away=away, rates=rates))
    after = simulate(plan, case(outages=worse, away=away, rates=rates))

    assert reached(after) <= reached(before)
    known = by_id(before)
    for node in after.nodes:
        answer = known[node.node].answer
        if node.answer is not None and answer is not None:
            assert node.answer.minute >= answer.minute - 1e-6
        assert node.chance <= known[node.node].chance + 1e-12


@QUICK
@given(plans(), OUTAGES, AWAY, RATES)
def test_who_is_away_never_answers_and_a_result_is_the_same_again(plan, outages, away, rates):
    scenario = case(outages=outages, away=away, rates=rates, runs=5)

    result = simulate(plan, scenario)

    assert result == simulate(plan, scenario)
    assert {node.node for node in result.nodes} == set(plan.tree_nodes)
    assert all(node.answer is None or node.answer.person not in away for node in result.nodes)
    assert all((node.answer is None) == (node.chance == 0) for node in result.nodes)
    assert all((node.answer is None) != (node.why is None) for node in result.nodes)
