from app.domain.judgement.reachability.scenario import Outages
from app.domain.judgement.reachability.simulating import simulate
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.reachability.trees import MOBILE, PHONE, TREE, case, two_floors


def test_all_are_reached_by_the_time_the_last_is():
    result = simulate(two_floors(), case())

    assert (result.trees[0].complete, result.last, result.unreached) == (9.0, 9.0, ())


def test_when_somebody_never_is_no_time_is_told_for_all():
    result = simulate(two_floors(), case(outages=Outages(frozenset({MOBILE}))))

    assert result.trees[0].complete is None
    assert result.last == 10.0
    assert [node.node for node in result.unreached] == ["leaf"]


def test_when_nobody_is_reached_there_is_no_last():
    result = simulate(two_floors(), case(outages=Outages(frozenset({MOBILE, PHONE}))))

    assert result.last is None
    assert len(result.unreached) == len(result.nodes) == 2


def test_a_tree_without_calls_is_done_at_once():
    result = simulate(plan_with(TREE), case(tree=rid("tree")))

    assert result.trees[0].complete == 0.0
