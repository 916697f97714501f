"""Rows of buttons that go on below where they are too wide."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.wrapping_row import WrappingRow

WORDS = ("Record as held", "Edit", "Evidence", "Remove")


@pytest.fixture
def made(qtbot, host):
    def row(width, push_at=None, way=Qt.LayoutDirection.LeftToRight):
        host.setLayoutDirection(way)
        holder = QWidget(host)
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        laid = WrappingRow(holder, 8)
        for at, words in enumerate(WORDS):
            if at == push_at:
                laid.push()
            laid.addWidget(QPushButton(words, holder))
        column.addWidget(holder)
        column.addStretch(1)
        host.resize(width, 400)
        with qtbot.waitExposed(host):
            host.show()
        return [button.geometry() for button in holder.findChildren(QPushButton)]

    return row


def test_with_room_all_stand_on_one_row_from_where_reading_begins(made):
    places = made(900)

    assert len({place.top() for place in places}) == 1
    assert places[0].left() == 0
    gaps = [after.left() - place.right() - 1 for place, after in pairwise(places)]
    assert gaps == [8, 8, 8]


def test_what_was_pushed_stands_at_the_far_end(made):
    places = made(900, push_at=2)

    assert places[3].right() == 899
    assert places[2].left() > places[1].right() + 100


def test_without_room_they_go_on_below_and_none_is_cut_or_covered(made):
    places = made(230, push_at=2)

    assert len({place.top() for place in places}) > 1
    assert all(place.left() >= 0 and place.right() < 230 for place in places)
    assert not [
        (one, other)
        for one in places
        for other in places
        if one is not other and one.intersects(other)
    ]


@pytest.mark.parametrize("width", [900, 230])
def test_where_one_reads_from_the_right_it_begins_there(made, width):
    places = made(width, way=Qt.LayoutDirection.RightToLeft)

    assert places[0].right() == width - 1
    assert places[1].right() < places[0].left()


def test_one_that_is_hidden_takes_no_room(qtbot, host):
    row = WrappingRow(host, 8)
    buttons = [QPushButton(words, host) for words in WORDS]
    for button in buttons:
        row.addWidget(button)
    whole = row.sizeHint().width()

    buttons[1].hide()
    host.show()

    assert row.sizeHint().width() == whole - buttons[1].sizeHint().width() - 8


def test_it_asks_for_no_more_width_than_its_widest(host):
    row = WrappingRow(host, 8)
    buttons = [QPushButton(words, host) for words in WORDS]
    for button in buttons:
        row.addWidget(button)
    row.add_gap(500)

    assert row.minimumSize().width() == max(b.minimumSizeHint().width() for b in buttons)
    assert row.heightForWidth(100) > 2 * row.heightForWidth(2000)
