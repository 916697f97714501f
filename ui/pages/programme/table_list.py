"""The tables of the programme at the left, each with how many rows it has and how they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.kinds import Kind
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

WIDTH_PX, ROW_PX = 232, 50
_KIND = Qt.ItemDataRole.UserRole
_ROW = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class TableList(QFrame):
    """Rows stay while their words change."""

    chosen = Signal(object)
    """Carries the `Kind` a person went to."""

    def __init__(self, parent: QWidget, kinds: Sequence[Kind]) -> None:
        super().__init__(parent)
        self.setObjectName("programme_tables")
        self.setProperty("bar", "outline")
        self.setFixedWidth(px(WIDTH_PX))
        self._kinds = tuple(kinds)
        self._showing = False
        self.list = QListWidget(self)
        self.list.setObjectName("programme_list")
        self.list.setAccessibleName(self.tr("Tables of the programme"))
        self.list.setProperty("plain", "true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Delegate(self.list, ROW_PX, strong=True))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        for kind in self._kinds:
            QListWidgetItem(self.list).setData(_KIND, kind.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(22), px(12), px(12))
        column.setSpacing(px(10))
        heading = label(self, self.tr("Tables"), Role.H3)
        heading.setContentsMargins(px(8), 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        self.list.currentRowChanged.connect(self._on_row)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what is said of each table, in the order of the kinds."""
        for at, row in enumerate(rows):
            item = self.list.item(at)
            if item.data(_ROW) != row:
                item.setData(_ROW, row)
                item.setText(row.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {row.subtitle}")

    def show_current(self, kind: Kind) -> None:
        """Mark the table that is on the page."""
        self._showing = True
        self.list.setCurrentRow(self._kinds.index(kind))
        self._showing = False

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if not self._showing and 0 <= row < len(self._kinds):
            self.chosen.emit(self._kinds[row])


class _Delegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        row = index.data(_ROW)
        return row if isinstance(row, Row) else Row("")
