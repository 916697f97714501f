"""That what is cut off or covered is seen, and what is not is left in peace."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tests.ui.baselines.measuring import clipped, outside, overlapping

ROOM = 400


@pytest.fixture
def page(host: QWidget) -> QWidget:
    host.resize(ROOM, ROOM)
    return host


@pytest.mark.parametrize(
    ("kind", "wider", "higher"), [(QLabel, -8, 0), (QPushButton, -8, 0), (QLabel, 0, -8)]
)
def test_words_without_room_are_seen(page: QWidget, kind, wider: int, higher: int):
    shown = kind("Approve the version", page)
    wanted = shown.sizeHint()
    shown.resize(wanted)
    assert clipped(page) == []

    shown.resize(wanted.width() + wider, wanted.height() + higher)

    assert len(clipped(page)) == 1
    assert "Approve the version" in clipped(page)[0]


def test_lines_that_do_not_fit_are_seen(page: QWidget):
    shown = QLabel("A sentence that takes several lines where there is little room.", page)
    shown.setWordWrap(True)
    shown.resize(120, shown.heightForWidth(120))
    assert clipped(page) == []

    shown.resize(80, shown.height())

    assert len(clipped(page)) == 1


def test_a_button_that_shows_a_picture_alone_needs_no_room_for_its_words(page: QWidget):
    shown = QToolButton(page)
    shown.setText("Undo what was done last")
    shown.resize(24, 24)

    assert clipped(page) == []


def test_what_is_hidden_is_not_looked_at(page: QWidget):
    shown = QLabel("Nobody sees this", page)
    shown.resize(3, 3)
    shown.hide()

    assert clipped(page) == []


def test_what_reaches_beyond_the_page_is_seen(page: QWidget):
    shown = QLabel("At the edge", page)
    shown.resize(shown.sizeHint())
    shown.move(ROOM - shown.width(), 0)
    assert outside(page) == []

    shown.move(ROOM - shown.width() + 5, 0)

    assert len(outside(page)) == 1


def test_what_can_be_scrolled_to_is_in_reach_and_what_lies_beside_it_is_not(page: QWidget):
    area = QScrollArea(page)
    area.resize(200, 100)
    inner = QWidget()
    inner.resize(190, 1000)
    area.setWidget(inner)
    shown = QLabel("Far down", inner)
    shown.resize(shown.sizeHint())
    shown.move(0, 900)
    assert outside(page) == []

    shown.move(170, 900)

    assert len(outside(page)) == 1


def test_what_lies_over_its_neighbour_is_seen(page: QWidget):
    one, other = QLabel("One", page), QPushButton("Other", page)
    one.setGeometry(0, 0, 100, 30)
    other.setGeometry(100, 0, 100, 30)
    assert overlapping(page) == []

    other.move(95, 0)

    assert len(overlapping(page)) == 1


def test_a_layout_keeps_all_in_order(page: QWidget):
    column = QVBoxLayout(page)
    for words in ("One", "Two", "Three"):
        column.addWidget(QPushButton(words))
    column.activate()

    assert [*clipped(page), *outside(page), *overlapping(page)] == []
