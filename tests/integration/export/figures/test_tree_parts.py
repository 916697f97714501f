import pytest

from app.domain.document.drawing import Label
from app.export.figures.communication_tree import TreeFigure, TreeNode, communication_tree
from app.export.figures.tree_parts import CONTINUED, LEAST_SIZE, tree_parts


def tree(boxes, branches):
    """Boxes of which each has so many right below it."""
    return tuple(
        TreeNode(f"n{n}", f"n{(n - 1) // branches}" if n else None, f"Person {n}", ("Role",))
        for n in range(boxes)
    )


@pytest.mark.parametrize(("boxes", "branches"), [(0, 1), (1, 1), (13, 3), (20, 4)])
def test_a_tree_that_can_be_read_stays_whole(boxes, branches):
    nodes = tree(boxes, branches)

    assert tree_parts(nodes) == (nodes,)


@pytest.mark.parametrize(("boxes", "branches"), [(60, 3), (60, 59), (90, 1), (500, 3)])
def test_a_tree_that_cannot_is_cut_into_parts_that_can(boxes, branches):
    nodes = tree(boxes, branches)

    parts = tree_parts(nodes)

    assert {node.id for part in parts for node in part} == {node.id for node in nodes}
    for part in parts:
        drawing = communication_tree(TreeFigure(part))
        sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Label)]
        assert min(sizes) >= LEAST_SIZE


def test_a_box_with_more_below_says_so_and_heads_a_further_part():
    first, *others = tree_parts(tree(60, 3))

    continued = [node.id for node in first if CONTINUED in node.lines]
    assert continued
    assert [part[0].id for part in others][: len(continued)] == continued
    assert all(part[0].parent_id is None for part in others)


def test_boxes_in_a_circle_are_not_lost():
    circle = (TreeNode("a", "b", "A"), TreeNode("b", "a", "B"))

    parts = tree_parts((*tree(60, 3), *circle))

    assert parts[-1] == circle
