import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.models.cells import Cell, CellRow
from ui.pages.tables.cell_table import CellTable

COLUMNS = [("What", 30), ("Why", 70)]
LONG = "A reason that takes more than one line in a column as narrow as this one is. " * 3


class Counted(CellTable):
    """Counts how often its rows are measured."""

    measured = 0

    @override
    def resizeRowsToContents(self) -> None:
        self.measured += 1
        super().resizeRowsToContents()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    made.resize(500, 400)
    return made


def test_rows_nobody_sees_are_not_measured(page: QWidget) -> None:
    table = _table(page)
    page.show()
    table.hide()
    before = table.measured

    table.show_rows(_rows(60))

    assert table.measured == before


def test_rows_are_measured_when_they_are_shown(page: QWidget) -> None:
    table = _table(page)
    page.show()
    table.hide()
    table.show_rows(_rows(60))
    before = table.measured

    table.show()

    assert table.measured == before + 1
    assert all(table.rowHeight(at) == table.sizeHintForRow(at) for at in range(60))


def test_rows_that_need_a_scroll_bar_are_measured_once(page: QWidget, qtbot: QtBot) -> None:
    table = _table(page)
    page.show()
    before = table.measured

    table.show_rows(_rows(60))
    qtbot.waitUntil(table.verticalScrollBar().isVisible)

    assert table.measured == before + 1
    assert _width(table) <= table.viewport().width()


def test_columns_take_the_room_of_a_scroll_bar_that_is_no_longer_needed(
    page: QWidget, qtbot: QtBot
) -> None:
    table = _table(page)
    page.resize(500, 120)
    page.show()
    table.show_rows(tuple(CellRow(str(at), (Cell("a"), Cell("b"))) for at in range(8)))
    qtbot.waitUntil(table.verticalScrollBar().isVisible)

    page.resize(500, 900)
    qtbot.waitUntil(lambda: not table.verticalScrollBar().isVisible())

    assert table.viewport().width() - _width(table) < len(COLUMNS)


def test_a_row_chosen_while_hidden_is_in_view_when_shown(page: QWidget) -> None:
    table = _table(page)
    page.show()
    table.hide()
    table.show_rows(_rows(60))

    table.choose("40")
    table.show()

    assert table.key == "40"
    assert table.viewport().rect().intersects(table.visualRect(table.model().index(40, 0)))


def test_a_row_is_chosen_where_one_reads_from_right_to_left(page: QWidget) -> None:
    table = _table(page)
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.show()
    table.show_rows(_rows(60))

    assert table.choose("40")

    assert table.key == "40"
    assert table.currentIndex().row() == 40


def test_a_whole_table_is_as_high_as_its_rows_before_it_is_seen(page: QWidget) -> None:
    table = _table(page, whole=True)

    table.show_rows(_rows(3))

    heights = sum(table.rowHeight(at) for at in range(3))
    assert table.height() == table.horizontalHeader().sizeHint().height() + heights + 2


def test_other_letters_make_rows_as_high_as_they_need(page: QWidget) -> None:
    table = _table(page)
    page.show()
    table.show_rows(_rows(3))
    delegate, option = table.itemDelegate(), QStyleOptionViewItem()
    before = delegate.sizeHint(option, table.model().index(0, 1)).height()
    wider = table.font()
    wider.setStretch(200)
    table.setFont(wider)

    after = delegate.sizeHint(option, table.model().index(0, 1)).height()

    assert before != after


def _table(page: QWidget, *, whole: bool = False) -> Counted:
    made = Counted(page, "table", "Table", COLUMNS, whole=whole)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(made)
    return made


def _rows(count: int) -> tuple[CellRow, ...]:
    return tuple(CellRow(str(at), (Cell(f"Row {at}", "below"), Cell(LONG))) for at in range(count))


def _width(table: CellTable) -> int:
    return sum(table.columnWidth(at) for at in range(len(COLUMNS)))
