import pytest

from app.domain.document.drawing import Box, Drawing, Ink, Label, Path
from app.export.figures.communication_tree import TreeFigure, TreeNode, communication_tree


def tree(*links, **changes):
    nodes = (
        TreeNode(name, parent, f"Person {name}", ("Role",), **changes) for name, parent in links
    )
    return TreeFigure(tuple(nodes))


def words(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def boxes(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def test_everybody_has_a_box_and_everybody_but_the_first_an_arrow():
    drawing = communication_tree(tree(("a", None), ("b", "a"), ("c", "a"), ("d", "b")))

    assert len(boxes(drawing)) == 4
    assert sum(isinstance(shape, Path) and shape.arrow for shape in drawing.shapes) == 3
    assert {"Person a", "Person b", "Person c", "Person d"} <= set(words(drawing))


@pytest.mark.parametrize("count", [1, 7, 60, 250])
def test_a_drawing_stays_in_its_bounds(count):
    figure = tree(("0", None), *((str(n), str((n - 1) // 5)) for n in range(1, count)))

    drawing = communication_tree(figure, 456, 560)

    assert drawing.width <= 456 + 1e-6
    assert drawing.height <= 560 + 1e-6
    for box in boxes(drawing):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width + 1e-6
        assert box.y + box.height <= drawing.height + 1e-6


def test_several_roots_and_unknown_parents_stand_apart_without_arrows():
    drawing = communication_tree(tree(("a", None), ("b", None), ("c", "gone")))

    assert len({(box.x, box.y) for box in boxes(drawing)}) == 3
    assert not any(isinstance(shape, Path) for shape in drawing.shapes)


@pytest.mark.parametrize(
    "links", [(("a", "a"),), (("a", "b"), ("b", "a")), (("a", "c"), ("b", "a"), ("c", "b"))]
)
def test_a_circle_is_cut_open(links):
    assert len(boxes(communication_tree(tree(*links)))) == len(links)


def test_the_brand_fills_a_box_and_other_tones_edge_it():
    filled = communication_tree(tree(("a", None), tone=Ink.BRAND))
    edged = communication_tree(tree(("a", None), tone=Ink.BAD))

    assert [box.fill for box in boxes(filled)] == [Ink.BRAND]
    assert [box.fill for box in boxes(edged)] == [Ink.PAPER, Ink.BAD]


def test_the_channel_is_printed():
    assert "phone" in words(communication_tree(tree(("a", None), ("b", "a"), edge_label="phone")))


def test_nobody_makes_an_empty_drawing():
    assert communication_tree(TreeFigure(())) == Drawing(0.0, 0.0, ())
