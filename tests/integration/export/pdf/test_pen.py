from io import BytesIO

import pikepdf
import pytest

from app.domain.document.drawing import Box, Drawing, Ink
from app.domain.document.inline import Text
from app.domain.document.tree import Deleted, Inserted
from app.export.pdf.lines import single
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


def test_text_that_came_hangs_below_its_paragraph_with_words_of_its_own(pen):
    paragraph = pen.trace.root.add("P")
    content = (Text("in "), Deleted("four", "deleted: four"), Inserted("two", "inserted: two"))
    line = single(SETTER.runs(content, BODY))

    pen.line_of_text(line, 10, 100, paragraph)

    came_or_went = [kid for kid in paragraph.kids if isinstance(kid, Element)]
    assert [(kid.tag, kid.alternative) for kid in came_or_went] == [
        ("Span", "deleted: four"),
        ("Span", "inserted: two"),
    ]
    assert all(kid.kids for kid in came_or_went)


def test_a_stroke_goes_under_what_came_and_through_what_went(pen):
    came, went = Inserted("two", "inserted: two"), Deleted("two", "deleted: two")
    pen.line_of_text(single(SETTER.runs((came,), BODY)), 10, 100, pen.trace.root.add("P"))
    pen.line_of_text(single(SETTER.runs((went,), BODY)), 10, 50, pen.trace.root.add("P"))

    pen.end_page()
    with pikepdf.open(BytesIO(pen.data())) as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[0])
    heights = [float(part.operands[1]) for part in drawn if str(part.operator) == "m"]
    assert len(heights) == 2
    assert 95 < heights[0] < 100
    assert 50 < heights[1] < 55


def test_decoration_has_no_place_in_the_tree_whatever_it_says(pen):
    pen.line_of_text(single(SETTER.runs((Inserted("x", "inserted: x"),), BODY)), 10, 10, None)

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
