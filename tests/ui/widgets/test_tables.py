"""What tables look alike in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QTableWidget, QVBoxLayout

from ui.widgets.tables import choose_row, plain_table, quiet_headings, sorting_headings


@pytest.fixture
def table(qtbot, host):
    made = QTableWidget(3, 2, host)
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addWidget(QLineEdit(host))
    with qtbot.waitActive(host):
        host.show()
    return made


def test_tab_leads_out_of_a_plain_table(table):
    plain_table(table)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Tab)

    assert not table.hasFocus()
    assert (table.frameWidth(), table.showGrid()) == (0, False)


def test_quiet_headings_begin_where_the_words_do(table):
    quiet_headings(table.horizontalHeader())

    assert table.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeading
    assert not table.horizontalHeader().highlightSections()


def test_clicks_on_a_heading_sort_turn_and_give_it_up(table):
    head = table.horizontalHeader()
    sorting_headings(head)
    place = head.viewport().rect().center()
    place.setX(head.sectionViewportPosition(1) + 20)
    seen = [head.sortIndicatorSection()]

    for _ in range(3):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append((head.sortIndicatorSection(), head.sortIndicatorOrder()))

    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert seen[:3] == [-1, (1, up), (1, down)]
    assert seen[3][0] == -1


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_row_is_chosen_whichever_way_one_reads(host, direction):
    table = QTableWidget(3, 2, host)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setLayoutDirection(direction)

    choose_row(table, 1)

    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
