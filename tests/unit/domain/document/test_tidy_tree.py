from hypothesis import given
from hypothesis import strategies as st

from app.domain.document.tidy_tree import Spacing, is_stack, places

SPACING = Spacing(width=100, height=40)


def test_a_parent_stands_over_the_middle_of_its_children():
    placed = places("a", {"a": ["b", "c"]}, SPACING)

    assert placed["a"].x == (placed["b"].x + placed["c"].x) / 2
    assert placed["b"].y == placed["c"].y == SPACING.height + SPACING.below


def test_three_leaves_stand_under_each_other():
    children = {"a": ["b"], "b": ["c", "d", "e"]}

    placed = places("a", children, SPACING)

    assert is_stack("b", children, SPACING)
    assert placed["c"].x == placed["d"].x == placed["b"].x + SPACING.indent
    assert placed["c"].y < placed["d"].y < placed["e"].y
    assert placed["e"].stacked


def test_a_chain_deeper_than_the_recursion_limit_is_placed():
    children = {str(n): [str(n + 1)] for n in range(3000)}

    assert len(places("0", children, SPACING)) == 3001


@given(st.lists(st.integers(0, 1000), max_size=60), st.integers(0, 4))
def test_no_two_boxes_overlap(choices, stack_from):
    children: dict[str, list[str]] = {}
    for node, choice in enumerate(choices, 1):
        children.setdefault(str(choice % node), []).append(str(node))
    spacing = Spacing(100, 40, stack_from=stack_from)

    placed = list(places("0", children, spacing).values())

    assert len(placed) == len(choices) + 1
    assert min(place.x for place in placed) == 0
    for index, one in enumerate(placed):
        for other in placed[index + 1 :]:
            apart = abs(one.x - other.x) >= 100 - 1e-6 or abs(one.y - other.y) >= 40 - 1e-6
            assert apart, (one, other)
