"""A table of whose rows one is chosen at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui.widgets.row_table import RowTable


@pytest.fixture
def table(qtbot, host):
    """Stands below a line, which has the keyboard."""
    line = QLineEdit(host)
    made = RowTable(host)
    made.setModel(QStandardItemModel(host))
    column = QVBoxLayout(host)
    column.addWidget(line)
    column.addWidget(made)
    host.resize(300, 300)
    with qtbot.waitActive(host):
        host.show()
    line.setFocus()
    return made


def fill(table, rows):
    for at in range(rows):
        table.model().appendRow([QStandardItem(f"{at}{letter}") for letter in "abc"])


def test_the_keyboard_begins_at_the_first_row(table):
    fill(table, 3)
    assert table.row == -1

    QTest.keyClick(table.window().focusWidget(), Qt.Key.Key_Tab)
    assert (table.row, table.currentIndex().column()) == (0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)

    assert table.row == 1


def test_the_keyboard_goes_on_where_a_row_is_chosen(table):
    fill(table, 3)
    table.choose_row(2)

    QTest.keyClick(table.window().focusWidget(), Qt.Key.Key_Tab)

    assert table.row == 2


def test_a_click_beside_the_rows_chooses_none(table):
    fill(table, 1)
    below = table.viewport().rect().bottomLeft()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=below)

    assert table.hasFocus()
    assert table.row == -1


def test_the_keyboard_comes_to_a_table_without_rows(table):
    QTest.keyClick(table.window().focusWidget(), Qt.Key.Key_Tab)

    assert table.hasFocus()
    assert table.row == -1


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_row_can_be_chosen_whichever_way_one_reads(table, direction):
    table.setLayoutDirection(direction)
    fill(table, 60)

    table.choose_row(50)

    assert table.row == 50
    assert [index.column() for index in table.selectedIndexes()] == [0, 1, 2]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_it_tells_of_another_row_and_not_of_another_cell(qtbot, table):
    fill(table, 2)

    with qtbot.waitSignal(table.chosen):
        table.choose_row(1)
    with qtbot.assertNotEmitted(table.chosen):
        table.choose_row(1, 2)
    with qtbot.waitSignal(table.chosen):
        table.clearSelection()

    assert table.row == -1
