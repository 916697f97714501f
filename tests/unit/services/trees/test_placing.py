from app.services.trees.arranging import FARTHEST
from app.services.trees.placing import moved, tidied
from tests.builders import rid
from tests.unit.services.trees.growing import TREE, after, call, plan_of


def test_a_card_is_moved_on_from_where_it_stood():
    plan = plan_of(call("a", offset=(10, 10)))

    assert after(plan, moved(plan, rid("a"), 5.4, -20)).tree_nodes[rid("a")].offset == (15, -10)


def test_a_card_moved_back_is_tidy_again():
    plan = plan_of(call("a", offset=(10, 10)))

    assert after(plan, moved(plan, rid("a"), -10, -10)).tree_nodes[rid("a")].offset is None


def test_no_card_is_moved_out_of_reach():
    plan = plan_of(a=None)

    far = after(plan, moved(plan, rid("a"), 1e12, 0))

    assert far.tree_nodes[rid("a")].offset == (FARTHEST, 0)


def test_tidying_puts_every_card_of_the_tree_back_in_one_step():
    plan = plan_of(call("a", offset=(10, 10)), call("b", "a", offset=(1, 0)), c=None)

    changes = tidied(plan, TREE.id)

    assert [change.id for change in changes] == ["a", "b"]
    assert all(node.offset is None for node in after(plan, changes).tree_nodes.values())
    assert tidied(plan, rid("other")) == ()
