"""A long table of people, parties, roles or loads: one row is chosen, columns can sort."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.models.people_rows import Column
from ui.models.people_table import Cells, PeopleTableModel
from ui.pages.people.table_delegate import ROW_PX, TableDelegate
from ui.widgets.row_table import RowTable
from ui.widgets.tables import sorting_headings
from ui.widgets.tokens import px


class PeopleTable(RowTable):
    """Narrow tables leave out the columns that matter least."""

    opened = Signal()
    """The chosen row is to be edited."""
    removed = Signal()
    """The chosen row is to go."""
    sorted_by = Signal(int, bool)
    """Carries the column to sort by (-1: the plan's order) and whether the greatest comes first."""

    def __init__(
        self, parent: QWidget, name: str, said: str, columns: Sequence[Column], *, sorts: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._columns = tuple(columns)
        self.records = PeopleTableModel([one.heading for one in columns], self)
        self.setModel(self.records)
        self.setItemDelegate(TableDelegate(self))
        self.setWordWrap(False)
        self.alike_high(px(ROW_PX))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(px(20))
        if sorts:
            sorting_headings(head)
            head.sortIndicatorChanged.connect(self._on_sort)
        self.doubleClicked.connect(self._on_double_click)

    @property
    def key(self) -> RecordId | None:
        """The record of the chosen row; None when none is."""
        at = self.row
        return self.records.keys[at] if at >= 0 else None

    def show_records(self, keys: Sequence[RecordId], cells: Cells) -> None:
        """Show other rows; the chosen one stays so while it is there."""
        before = self.key
        self.records.show_records(keys, cells)
        if before is not None and self.key != before:
            self.choose(before)

    def choose(self, key: RecordId) -> bool:
        """Choose the row of a record; False when it is not shown."""
        at = self.records.row_of(key)
        if at < 0:
            return False
        self.choose_row(at)
        return True

    def choose_near(self, at: int) -> None:
        """Choose the row at `at`, or the last one where there are fewer."""
        count = len(self.records.keys)
        if count:
            self.choose(self.records.keys[min(max(at, 0), count - 1)])

    def show_sort(self, column: int) -> None:
        """Sort by a column, from the least; -1 for the order of the plan."""
        self.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete if self.key is not None:
                self.removed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if self.key is not None:
                self.opened.emit()
            case _:
                super().keyPressEvent(event)

    def _share_width(self) -> None:
        room = self.viewport().width()
        shown = [at for at, one in enumerate(self._columns) if room >= px(one.from_px)]
        whole = sum(self._columns[at].share for at in shown)
        left = room
        for at, one in enumerate(self._columns):
            self.setColumnHidden(at, at not in shown)
            if at in shown:
                width = left if at == shown[-1] else room * one.share // whole
                self.setColumnWidth(at, width)
                left -= width

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        del index
        self.opened.emit()

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self.sorted_by.emit(column, order == Qt.SortOrder.DescendingOrder)
