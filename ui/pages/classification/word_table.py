"""A table of words that is as high as its rows, until there are many: then it scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from ui.models.cells import CellRow
from ui.pages.tables.cell_table import CellTable
from ui.widgets.tokens import px

MEASURED = 24
"""So many rows are each as high as their words; of more none is measured."""
ROW_PX = 54
MOST_HEIGHT_PX = 620


class RowFitting:
    """Keeps a table as high as its rows."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._fitted: tuple[tuple[CellRow, ...], int] = (), -1

    def fit(self, rows: tuple[CellRow, ...]) -> None:
        """Show every row, or of many as many as there is room for; nothing is measured twice."""
        wanted = rows, self._table.viewport().width()
        if wanted != self._fitted:
            self._fitted = wanted
            _fit(self._table)


class WordTable(CellTable):
    """Rows are measured once for what they say and the width there is."""

    def __init__(
        self, parent: QWidget, name: str, said: str, columns: Sequence[tuple[str, int]]
    ) -> None:
        super().__init__(parent, name, said, columns)
        self._fitting = RowFitting(self)

    @override
    def _fit(self) -> None:
        self._fit_rows()

    @override
    def _fit_rows(self) -> None:
        self._fitting.fit(self._model.rows)


def _fit(table: QTableView) -> None:
    count = table.model().rowCount()
    if count <= MEASURED:
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(at) for at in range(count))
    else:
        table.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        rows = px(MOST_HEIGHT_PX)
    many = count > MEASURED
    policy = Qt.ScrollBarPolicy
    table.setVerticalScrollBarPolicy(
        policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
    )
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows + 2)
