"""A table of words whose rows are chosen, opened and removed with mouse or keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.models.cells import CellRow, CellsModel
from ui.pages.tables.cell_delegate import CellDelegate
from ui.widgets.row_table import RowTable


class CellTable(RowTable):
    """`columns` are headings, each with its share of the width; `whole` shows every row at once."""

    opened = Signal(str)
    """Carries the key of a row that is to be opened."""
    removed = Signal(str)
    """Carries the key of a row that is to go."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        said: str,
        columns: Sequence[tuple[str, int]],
        *,
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._weights = [weight for _, weight in columns]
        self._whole = whole
        self._fitted = True
        self._model = CellsModel[CellRow]([heading for heading, _ in columns], self)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self))
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)

    @property
    def key(self) -> str:
        """The key of the chosen row; blank when none is."""
        at = self.row
        return self._model.rows[at].key if at >= 0 else ""

    def show_rows(self, rows: tuple[CellRow, ...]) -> None:
        """Show other rows; the chosen one stays so while it is there."""
        before = self.key
        self._model.show_rows(rows)
        if before != self.key:
            self.choose(before)
        self._share_width()
        self._fit()

    def rename(self, column: int, heading: str) -> None:
        """Give a column another heading."""
        self._model.rename(column, heading)

    def choose(self, key: str) -> bool:
        """Choose the row of `key`; False when there is none."""
        for at, row in enumerate(self._model.rows):
            if row.key == key:
                self._fit_rows()
                self.choose_row(at)
                return True
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._share_width():
            self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete if self.key:
                self.removed.emit(self.key)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.key:
                self.opened.emit(self.key)
            case _:
                super().keyPressEvent(event)

    def _share_width(self) -> bool:
        """Whether a column is wider or narrower now."""
        whole, room = sum(self._weights), self._room()
        before = [self.columnWidth(at) for at in range(len(self._weights))]
        after = [room * weight // whole for weight in self._weights]
        for at, width in enumerate(after):
            self.setColumnWidth(at, width)
        return before != after

    def _room(self) -> int:
        """The width for columns, without that of a scroll bar that is sure to come.

        Rows would else be measured before it is there, and once more when it takes its room.
        """
        bar, width, height = self.verticalScrollBar(), self.viewport().width(), 0
        if not self._whole and not bar.isVisibleTo(self):
            height = len(self._model.rows) * self.verticalHeader().minimumSectionSize()
        return width - bar.sizeHint().width() if height > self.viewport().height() else width

    def _fit(self) -> None:
        """Rows nobody sees wait until they are shown, unless the table is as high as they are."""
        self._fitted = False
        if self.isVisible() or self._whole:
            self._fit_rows()

    def _fit_rows(self) -> None:
        if self._fitted:
            return
        self._fitted = True
        self.resizeRowsToContents()
        if self._whole:
            heights = sum(self.rowHeight(at) for at in range(len(self._model.rows)))
            self.setFixedHeight(self.horizontalHeader().sizeHint().height() + heights + 2)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].key)
