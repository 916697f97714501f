"""A table in which one row at a time is chosen."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.widgets.tables import choose_row, plain_table, quiet_headings
from ui.widgets.tokens import px


class RowTable(QTableView):
    """Who comes to it with the keyboard while no row is chosen begins at the first."""

    chosen = Signal()
    """Another row, or none, is chosen now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        plain_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(24))
        head = self.horizontalHeader()
        quiet_headings(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)

    @property
    def row(self) -> int:
        """The chosen row; -1 when none is."""
        found = self.selectionModel().selectedRows()
        return found[0].row() if found else -1

    def choose_row(self, row: int, column: int = 0) -> None:
        """Choose a row and bring it into view."""
        choose_row(self, row, column)

    def alike_high(self, height: int) -> None:
        """Give every row `height` pixels, so that none is measured."""
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(height)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if self.row < 0 and not mouse and self.model().rowCount():
            self.choose_row(0)

    @Slot()
    def _on_selected(self) -> None:
        self.chosen.emit()
