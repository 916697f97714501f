from hypothesis import given

from app.services.trees.forest import forest_of
from tests.builders import QUICK, rid
from tests.unit.services.trees.growing import ANY, TREE, call, leads_back, plan_of


def grown(plan):
    return forest_of(plan, TREE.id)


def test_calls_hang_under_those_who_make_them_in_the_order_of_the_table():
    forest = grown(plan_of(c="a", a=None, b="a", d="c", e=None))

    assert forest.roots == ("a", "e")
    assert forest.below == {"a": ("c", "b"), "c": ("d",)}
    assert forest.in_order() == ("a", "c", "d", "b", "e")
    assert forest.branch(rid("c")) == ("c", "d")
    assert forest.siblings(rid("b")) == ("c", "b")
    assert forest.siblings(rid("e")) == ("a", "e")
    assert (forest.parent(rid("d")), forest.parent(rid("a"))) == ("c", None)
    assert [forest.depth(rid(key)) for key in "acd"] == [0, 1, 2]
    assert not forest.cut


def test_a_call_under_one_that_is_not_there_starts_on_its_own():
    elsewhere = call("z")
    forest = grown(plan_of(elsewhere, a="gone", b="a"))

    assert forest.roots == ("z", "a")
    assert forest.cut == {"a"}
    assert forest.parent(rid("a")) is None


def test_a_circle_is_opened_at_its_first_call():
    forest = grown(plan_of(x="c", a="c", b="a", c="b", self="self"))

    assert forest.cut == {"a", "self"}
    assert forest.roots == ("a", "self")
    assert forest.in_order() == ("a", "b", "c", "x", "self")


def test_an_unknown_tree_has_no_calls():
    assert forest_of(plan_of(a=None), rid("other")).in_order() == ()


def test_a_blank_name_of_a_caller_is_none():
    assert grown(plan_of(a="")).roots == ("a",)
    assert grown(plan_of(a="")).parent(rid("a")) is None


@QUICK
@given(ANY)
def test_whatever_is_in_a_file_every_call_is_shown_once(plan):
    forest = grown(plan)

    assert sorted(forest.in_order()) == sorted(plan.tree_nodes)
    for key in forest.cut:
        assert leads_back(plan, key) or plan.tree_nodes[key].parent not in plan.tree_nodes
