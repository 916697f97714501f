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


@given(st.lists(st.integers(0, 1000), max_size=40), st.integers(0, 4))
def test_siblings_stand_as_close_as_the_contours_of_their_branches_allow(choices, stack_from):
    children: dict[str, list[str]] = {}
    for node, choice in enumerate(choices, 1):
        children.setdefault(str(choice % node), []).append(str(node))
    spacing = Spacing(100, 40, stack_from=stack_from)

    placed = places("0", children, spacing)

    lefts = by_definition("0", children, spacing)
    leftmost = min(lefts.values())
    assert {key: place.x for key, place in placed.items()} == {
        key: x - leftmost for key, x in lefts.items()
    }


def by_definition(root, children, spacing):
    """Each box's left edge, where every branch is drawn anew under each of its ancestors."""
    drawn: dict[str, tuple[list[float], list[float]]] = {}
    shifts: dict[str, float] = {}
    for node in reversed(downwards(root, children)):
        below = children.get(node, [])
        if is_stack(node, children, spacing):
            pitch, level = spacing.height + spacing.between, spacing.height + spacing.below
            rows = -int(-len(below) * pitch // level)
            half = spacing.width / 2
            drawn[node] = ([-half] * (rows + 1), [half] + [half + spacing.indent] * rows)
            continue
        left: list[float] = []
        right: list[float] = []
        own: list[float] = []
        for child in below:
            lefts, rights = drawn[child]
            pairs = zip(right, lefts, strict=False)
            own.append(max((edge - x + spacing.beside for edge, x in pairs), default=0.0))
            left += [x + own[-1] for x in lefts][len(left) :]
            right = [x + own[-1] for x in rights] + right[len(rights) :]
        middle = (own[0] + own[-1]) / 2 if own else 0.0
        shifts |= {child: shift - middle for child, shift in zip(below, own, strict=True)}
        half = spacing.width / 2
        drawn[node] = ([-half, *(x - middle for x in left)], [half, *(x - middle for x in right)])
    found = {root: 0.0}
    for node in downwards(root, children):
        for child in children.get(node, []):
            stacked = is_stack(node, children, spacing)
            found[child] = found[node] + (spacing.indent if stacked else shifts[child])
    return found


def downwards(root, children):
    order = [root]
    for node in order:
        order.extend(children.get(node, []))
    return order


def test_thousands_of_calls_in_a_row_that_each_have_a_neighbour_are_placed_too():
    many = 20_000
    children = {str(at): [f"beside {at}", str(at + 1)] for at in range(many)}

    assert len(places("0", children, SPACING)) == 2 * many + 1
