"""What delegates of lists paint alike."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QTableWidget, QVBoxLayout

from ui.widgets.row_painting import by_key, row_font, row_ground, row_text, table_ground
from ui.widgets.tokens import colour

WHITE = QColor("white")


@pytest.fixture
def option(host):
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, 200, 40)
    made.widget = QListView(host)
    return made


def painted(option, paint):
    """A row of white as `paint` leaves it."""
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(WHITE)
    painter = QPainter(picture)
    painter.setFont(row_font(option, 13, QFont.Weight.Normal))
    paint(painter)
    painter.end()
    return picture


def ground(option, *, selected):
    return painted(option, lambda painter: row_ground(painter, option, selected=selected))


def inked(picture):
    """The columns in which anything was painted."""
    columns = range(picture.width())
    return [x for x in columns if any(picture.pixelColor(x, y) != WHITE for y in range(40))]


def test_the_ground_tells_chosen_pointed_at_and_neither(option):
    assert inked(ground(option, selected=False)) == []
    assert ground(option, selected=True).pixelColor(100, 20) == colour("accent_soft")

    option.state |= QStyle.StateFlag.State_MouseOver

    assert ground(option, selected=False).pixelColor(100, 20) == colour("hover")


def test_a_list_that_was_clicked_has_no_ring(option):
    assert not by_key(option)
    option.widget.setProperty("kb", "true")
    assert not by_key(option), "nor one whose keyboard is elsewhere"


def test_a_long_line_ends_in_its_room_and_stands_at_the_other_side_from_right_to_left(option):
    option.direction = Qt.LayoutDirection.LeftToRight
    room = QRect(10, 0, 80, 40)

    left = inked(painted(option, lambda painter: row_text(painter, option, room, "Evidence " * 9)))
    option.direction = Qt.LayoutDirection.RightToLeft
    right = inked(painted(option, lambda painter: row_text(painter, option, room, "Evidence " * 9)))

    assert left[0] >= 10
    assert left[-1] <= 90
    assert right[0] >= 110


@pytest.fixture
def table(qtbot, host):
    made = QTableWidget(2, 2, host)
    QVBoxLayout(host).addWidget(made)
    with qtbot.waitActive(host):
        host.show()
    made.setFocus()
    made.setCurrentCell(0, 1)
    return made


def cell_ground(option, table, row, column):
    index = table.model().index(row, column)
    return painted(option, lambda painter: table_ground(painter, option, index, table))


def test_a_line_stands_below_every_cell_and_a_chosen_row_is_soft(option, table):
    plain = cell_ground(option, table, 1, 0)
    option.state |= QStyle.StateFlag.State_Selected
    chosen = cell_ground(option, table, 1, 0)

    for picture in (plain, chosen):
        assert {picture.pixel(x, 39) for x in range(200)} == {colour("border").rgb()}
    assert plain.pixelColor(100, 20) == WHITE
    assert chosen.pixelColor(100, 20) == colour("accent_soft")


def test_the_row_the_keyboard_is_in_is_marked_where_reading_begins(option, table):
    table.setProperty("kb", "true")
    option.direction = Qt.LayoutDirection.LeftToRight
    left = cell_ground(option, table, 0, 0)
    option.direction = Qt.LayoutDirection.RightToLeft
    right = cell_ground(option, table, 0, 0)

    marked = [left.pixelColor(x, 20) for x in (0, 199)]
    assert marked == [colour("accent"), WHITE]
    assert [right.pixelColor(x, 20) for x in (0, 199)] == marked[::-1]
    for row, column in ((0, 1), (1, 0)):
        assert cell_ground(option, table, row, column).pixelColor(199, 20) == WHITE


def test_no_row_is_marked_for_the_mouse_or_while_the_keyboard_is_elsewhere(option, table):
    option.direction = Qt.LayoutDirection.LeftToRight
    table.setProperty("kb", "false")
    assert cell_ground(option, table, 0, 0).pixelColor(0, 20) == WHITE
    table.setProperty("kb", "true")
    table.clearFocus()

    assert cell_ground(option, table, 0, 0).pixelColor(0, 20) == WHITE
