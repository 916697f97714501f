"""A table of words that is as high as its rows, until there are many: then it scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from ui.models.cells import CellRow
from ui.pages.notifications.cell_table import CellTable
from ui.widgets.tokens import px

MEASURED = 24
"""So many rows are each as high as their words; of more none is measured."""
ROW_PX = 54
MOST_HEIGHT_PX = 620


class WordTable(CellTable):
    """Rows are measured once for what they say and the width there is."""

    _fitted: tuple[tuple[CellRow, ...], int] = (), -1

    @override
    def _fit(self) -> None:
        wanted = self._model.rows, self.viewport().width()
        if wanted != self._fitted:
            self._fitted = wanted
            fit_rows(self)


def fit_rows(table: QTableView) -> None:
    """Show every row of `table`, or of many as many as there is room for."""
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
