"""A list that gives way where there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate, QVBoxLayout
from typing_extensions import override

from ui.widgets.fitting_list import LEAST_ROWS, FittingList

ROWS = 12


class BlackRows(QStyledItemDelegate):
    @override
    def paint(self, painter, option, index):
        painter.fillRect(option.rect, Qt.GlobalColor.black)


@pytest.fixture
def fitting(qtbot, host):
    made = FittingList(host, "nav")
    made.addItems([f"Row {at}" for at in range(ROWS)])
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addStretch(1)
    host.resize(200, 1200)
    with qtbot.waitActive(host):
        host.show()
    return made


def low(fitting, rows=4):
    """Leave room for so many rows only."""
    fitting.setMaximumHeight(rows * fitting.sizeHintForRow(0))
    fitting.window().adjustSize()
    QTest.qWait(1)


def seen_whole(fitting, row):
    place = fitting.visualItemRect(fitting.item(row))
    return place.top() >= 0 and place.bottom() < fitting.viewport().height()


def test_with_room_it_is_as_high_as_its_rows_and_nothing_scrolls(fitting):
    assert all(seen_whole(fitting, row) for row in range(ROWS))
    assert fitting.height() == sum(fitting.sizeHintForRow(row) for row in range(ROWS)) + 2
    assert fitting.verticalScrollBar().maximum() == 0


def test_without_room_it_shrinks_but_never_below_some_rows(fitting):
    assert fitting.minimumSizeHint().height() < fitting.sizeHint().height()
    assert fitting.minimumSizeHint().height() >= LEAST_ROWS * fitting.sizeHintForRow(0)


def test_an_empty_list_asks_for_no_room(host):
    assert FittingList(host, "nav").minimumSizeHint().height() <= 2


def test_the_keyboard_brings_every_row_into_view(fitting):
    low(fitting)
    fitting.setFocus()
    fitting.setCurrentRow(0)
    assert not seen_whole(fitting, ROWS - 1)

    for row in range(1, ROWS):
        QTest.keyClick(fitting, Qt.Key.Key_Down)
        assert fitting.currentRow() == row
        assert seen_whole(fitting, row)
    for row in range(ROWS - 2, -1, -1):
        QTest.keyClick(fitting, Qt.Key.Key_Up)
        assert seen_whole(fitting, row)


def test_focus_brings_back_the_row_that_was_scrolled_away(qtbot, fitting):
    low(fitting)
    fitting.clearFocus()
    fitting.setCurrentRow(0)
    fitting.verticalScrollBar().setValue(fitting.verticalScrollBar().maximum())
    assert not seen_whole(fitting, 0)

    fitting.setFocus()
    qtbot.waitUntil(fitting.hasFocus)

    assert seen_whole(fitting, 0)


def test_the_chosen_row_stays_in_view_when_the_room_shrinks(fitting):
    fitting.setCurrentRow(ROWS - 1)

    low(fitting)

    assert seen_whole(fitting, ROWS - 1)


def test_rows_fade_at_the_end_behind_which_there_are_more(fitting):
    low(fitting)
    fitting.setItemDelegate(BlackRows(fitting))
    bar = fitting.verticalScrollBar()
    bar.setValue(0)
    at_the_top = faded_ends(fitting)
    bar.setValue(bar.maximum() // 2)
    between = faded_ends(fitting)
    bar.setValue(bar.maximum())

    assert (at_the_top, between, faded_ends(fitting)) == (
        (False, True),
        (True, True),
        (True, False),
    )


def faded_ends(fitting):
    """Whether the first and the last line of what is seen show the ground alone."""
    image = fitting.viewport().grab().toImage()
    middle = image.width() // 2
    ends = (image.pixelColor(middle, 0), image.pixelColor(middle, image.height() - 1))
    return tuple(end.lightness() > 200 for end in ends)


def test_it_never_shows_a_scroll_bar(fitting):
    low(fitting)

    assert not fitting.verticalScrollBar().isVisible()
    assert not fitting.horizontalScrollBar().isVisible()
