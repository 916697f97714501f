from io import BytesIO

import pikepdf
import pytest

from app.domain.document.drawing import Box, Drawing, Ink
from app.export.pdf.pen import Pen
from app.export.pdf.trace import Element, Mark
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY

SETTER = Typesetter(frozenset())


@pytest.fixture
def pen():
    pen = Pen(Element("Document"))
    pen.begin_page(300, 300)
    return pen


def operators(pen):
    pen.end_page()
    with pikepdf.open(BytesIO(pen.data())) as pdf:
        return [str(part.operator) for part in pikepdf.parse_content_stream(pdf.pages[0])]


def test_neighbouring_strokes_of_one_element_share_a_mark(pen):
    element = pen.trace.root.add("P")
    for y in (100, 80, 60):
        pen.line_of_text(SETTER.line("words", BODY), 10, y, element)

    assert operators(pen).count("BDC") == 1
    assert element.kids == [Mark(0, 0)]
    assert pen.trace.marks == [[element]]


def test_rules_and_labels_are_artifacts(pen):
    pen.rule(0, 100, 50)
    pen.label(SETTER.line("Page 1", BODY), 10, 10)

    assert operators(pen).count("BMC") == 1
    assert pen.trace.marks == [[]]


def test_a_figure_knows_its_bounds(pen):
    element = pen.trace.root.add("Figure")

    pen.figure(Drawing(50, 20, (Box(0, 0, 9, 9, Ink.INK),)), 10, 200, element)

    assert element.bounds == (10, 180, 60, 200)


def test_the_first_of_equal_anchors_counts(pen):
    pen.anchor("a", 100)
    pen.anchor("a", 50)
    pen.anchor("", 20)

    assert {name: place.top for name, place in pen.trace.anchors.items()} == {"a": 100}


def test_every_mark_is_closed(pen):
    pen.rule(0, 100, 50)
    pen.line_of_text(SETTER.line("words", BODY), 10, 10, pen.trace.root.add("P"))
    found = operators(pen)

    assert found.count("EMC") == found.count("BDC") + found.count("BMC") == 2
