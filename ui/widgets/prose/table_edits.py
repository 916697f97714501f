"""Edits of the table the cursor stands in; each does nothing outside of one."""

from PySide6.QtGui import QTextCursor, QTextTable, QTextTableCell

from app.domain.document.inline import Text
from app.domain.document.prose.nodes import Prose, Table
from ui.widgets.prose.absent import table_at
from ui.widgets.prose.builder import set_cell, table_format

COLUMNS = 3
ROWS = 2


def new_table(heads: tuple[str, ...]) -> Prose:
    """A table with those column heads and some empty rows."""
    empty: tuple[tuple[()], ...] = ((),) * len(heads)
    return (Table(tuple((Text(head),) for head in heads), (empty,) * ROWS),)


def add_row(cursor: QTextCursor) -> None:
    """Put an empty row below the cursor's."""
    found = _place(cursor)
    if found is not None:
        table, cell = found
        table.insertRows(cell.row() + 1, 1)
        for column in range(table.columns()):
            set_cell(table.cellAt(cell.row() + 1, column).firstCursorPosition(), header=False)
        cursor.setPosition(table.cellAt(cell.row() + 1, 0).firstPosition())


def add_column(cursor: QTextCursor) -> None:
    """Put an empty column after the cursor's."""
    found = _place(cursor)
    if found is not None:
        table, cell = found
        table.insertColumns(cell.column() + 1, 1)
        table.setFormat(table_format(table.columns()))
        for row in range(table.rows()):
            inside = table.cellAt(row, cell.column() + 1).firstCursorPosition()
            set_cell(inside, header=row == 0)


def remove_row(cursor: QTextCursor) -> None:
    """Take the cursor's row out; the head goes only with the whole table."""
    found = _place(cursor)
    if found is not None and found[1].row() > 0:
        found[0].removeRows(found[1].row(), 1)


def remove_column(cursor: QTextCursor) -> None:
    """Take the cursor's column out, and the table with its last one."""
    found = _place(cursor)
    if found is not None:
        table, cell = found
        columns = table.columns() - 1
        table.removeColumns(cell.column(), 1)
        if columns:
            table.setFormat(table_format(columns))


def remove_table(cursor: QTextCursor) -> None:
    """Take the whole table out."""
    found = _place(cursor)
    if found is not None:
        found[0].removeRows(0, found[0].rows())


def _place(cursor: QTextCursor) -> tuple[QTextTable, QTextTableCell] | None:
    table = table_at(cursor)
    return None if table is None else (table, table.cellAt(cursor))
