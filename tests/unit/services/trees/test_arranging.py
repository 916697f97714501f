from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.trees.arranging import CARDS, FARTHEST, arranged, tidily, within_reach
from app.services.trees.forest import forest_of
from tests.builders import QUICK, rid
from tests.unit.services.trees.growing import ANY, TREE, call, plan_of


def overlaps(placed, spacing=CARDS):
    return [
        (one, other)
        for (one, at), (other, to) in combinations(placed.items(), 2)
        if abs(at.x - to.x) < spacing.width - 1e-6 and abs(at.y - to.y) < spacing.height - 1e-6
    ]


@QUICK
@given(ANY, st.integers(0, 4))
def test_cards_never_overlap_whatever_is_in_the_file(plan, stack_from):
    spacing = replace(CARDS, stack_from=stack_from)

    placed = tidily(forest_of(plan, TREE.id), spacing)

    assert placed.keys() == plan.tree_nodes.keys()
    assert overlaps(placed, spacing) == []


def test_several_starts_stand_at_the_top():
    placed = tidily(forest_of(plan_of(a=None, b=None, c="b"), TREE.id))

    assert placed[rid("a")].y == placed[rid("b")].y == 0
    assert placed[rid("c")].y > 0


@QUICK
@given(
    ANY,
    st.dictionaries(
        st.integers(0, 24), st.tuples(st.integers(-99, 99), st.integers(-99, 99)), max_size=5
    ),
)
def test_a_card_moved_by_hand_stands_where_it_was_put_and_carries_those_below(plan, offsets):
    for at, offset in offsets.items():
        node = plan.tree_nodes.get(rid(f"n{at}"))
        if node is not None:
            moved = plan.tree_nodes.put(replace(node, offset=offset))
            plan = plan.with_table(Kind.TREE_NODE, moved)
    forest = forest_of(plan, TREE.id)

    tidy, placed = tidily(forest), arranged(forest)

    for key in forest.in_order():
        expected = [0, 0]
        above: RecordId | None = key
        while above is not None:
            own = forest.nodes[above].offset or (0, 0)
            expected = [expected[0] + own[0], expected[1] + own[1]]
            above = forest.parent(above)
        assert placed[key].x - tidy[key].x == expected[0]
        assert placed[key].y - tidy[key].y == expected[1]
        assert placed[key].stacked is tidy[key].stacked


def test_no_card_is_lost_far_away():
    plan = plan_of(call("a", offset=(10**40, -(10**40))))

    place = arranged(forest_of(plan, TREE.id))[rid("a")]

    assert (place.x, place.y) == (FARTHEST, -FARTHEST)
    assert within_reach(1.6) == 2


def test_a_tree_without_calls_takes_no_place():
    assert arranged(forest_of(plan_of(), TREE.id)) == {}
