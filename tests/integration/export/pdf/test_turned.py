"""Heads that run upwards take the height of their lines and the width of their leading."""

from typing import Any

import pypdfium2
import pytest

from app.export.pdf.pen import Pen
from app.export.pdf.trace import Element
from app.export.pdf.turned import Turned
from app.export.pdf.typesetter import Typesetter
from app.export.theme import TABLE_HEAD

LENGTH = 60.0
SETTER = Typesetter(frozenset())


@pytest.fixture
def root() -> Element:
    return Element("Document")


@pytest.fixture
def turned(root) -> Turned:
    return Turned(SETTER.block("Incident lead at night", TABLE_HEAD, LENGTH, root.add("TH")))


@pytest.fixture
def pen(root):
    pen = Pen(root)
    pen.begin_page(200, 200)
    return pen


def boxes(pen) -> Any:
    """Left, bottom, right and top of each letter, in the order drawn."""
    pen.end_page()
    page = pypdfium2.PdfDocument(pen.data())[0].get_textpage()
    letters = page.get_text_range()
    return [page.get_charbox(at) for at, letter in enumerate(letters) if letter.strip()]


def test_it_is_as_high_as_its_lines_are_long(turned):
    assert (turned.height, turned.least) == (LENGTH, LENGTH)
    assert turned.split(LENGTH / 2) is None
    assert list(turned.anchors()) == []


def test_lines_run_upwards_from_the_foot_and_follow_to_the_right(turned, pen):
    turned.draw(pen, 100, 150)

    drawn = boxes(pen)
    (left, bottom, *_), (_, above, *_), last = drawn[0], drawn[1], drawn[-1]
    assert len(turned.block.lines) == 2
    assert bottom == pytest.approx(150 - LENGTH, abs=1.5)
    assert above > bottom
    assert last[0] > left
    assert all(box[0] >= 100 and box[2] <= 100 + turned.block.height for box in drawn)


def test_what_follows_runs_from_left_to_right_again(turned, pen, root):
    turned.draw(pen, 100, 150)

    SETTER.block("AB", TABLE_HEAD, LENGTH, root.add("P")).draw(pen, 10, 20)

    a, b = boxes(pen)[-2:]
    assert (a[0], a[1]) == (pytest.approx(10, abs=1.5), pytest.approx(b[1], abs=0.5))
    assert b[0] > a[0]
