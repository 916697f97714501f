"""One table of records as a list to walk, with rows below rows where records belong together."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.pages.sections.record_delegate import ROW_ROLE, RecordDelegate
from ui.pages.sections.record_tables import PrintedRow
from ui.widgets.tokens import px

FEW = 8
"""So many rows of a table are shown until all are asked for."""
STEP_PX = 18

Key = tuple[Kind, RecordId]
"""Names a row."""

_KEYS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "duplicate",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
}


class RecordList(QTreeView):
    """As high as its rows, so that only the page scrolls."""

    asked = Signal(str)
    """Carries what to do with the chosen row: edit, remove, duplicate, up, down, add or menu."""
    chosen = Signal()
    """Another row, or none, is chosen now."""

    def __init__(self, parent: QWidget, kind: Kind, title: str, *, nested: bool) -> None:
        super().__init__(parent)
        self.setObjectName(f"table_{kind.value}")
        self.setAccessibleName(title)
        self.setProperty("plain", "true")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(nested)
        self.setIndentation(px(STEP_PX) if nested else 0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setItemDelegate(RecordDelegate(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._whole = False
        self.activated.connect(self._on_activated)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._on_chosen)

    @property
    def row(self) -> PrintedRow | None:
        """The chosen row."""
        found = self.selectionModel().selectedIndexes()
        row = found[0].data(ROW_ROLE) if found else None
        return row if isinstance(row, PrintedRow) else None

    @property
    def shortened(self) -> bool:
        """Whether rows are kept back until all are asked for."""
        return not self._whole and self._model.rowCount() > FEW

    def show_rows(self, rows: tuple[PrintedRow, ...]) -> None:
        """Show `rows`; what is chosen and unfolded stays so."""
        chosen, unfolded = self.row, self._unfolded()
        self._model.clear()
        for row in rows:
            self._model.appendRow(_item(row))
        for index in list(self._indexes()):
            self.setExpanded(index, _key(index) in unfolded)
        self._shorten()
        if chosen is not None:
            self.choose(chosen.kind, chosen.record)
        self._fit()

    def show_all(self) -> None:
        """Keep no rows back."""
        self._whole = True
        self._shorten()
        self._fit()

    def choose(self, kind: Kind, record: RecordId) -> bool:
        """Choose a row and unfold what it stands under; False when there is none."""
        for index in self._indexes():
            if _key(index) == (kind, record):
                self._uncover(index)
                self.setCurrentIndex(index)
                self._fit()
                return True
        return False

    def clear_choice(self) -> None:
        """Choose no row."""
        self.selectionModel().clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.doItemsLayout()
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        do = _KEYS.get((Qt.Key(event.key()), modifiers))
        if do is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(do)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self._model.index(0, 0))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.row is not None:
            self.asked.emit("menu")

    def _indexes(self) -> Iterator[QModelIndex]:
        waiting = [self._model.index(at, 0) for at in range(self._model.rowCount())]
        while waiting:
            index = waiting.pop(0)
            yield index
            count = self._model.rowCount(index)
            waiting[:0] = [self._model.index(at, 0, index) for at in range(count)]

    def _unfolded(self) -> frozenset[Key]:
        return frozenset(
            key
            for index in self._indexes()
            if self.isExpanded(index) and (key := _key(index)) is not None
        )

    def _uncover(self, index: QModelIndex) -> None:
        above = index.parent()
        top = index
        while above.isValid():
            self.expand(above)
            top, above = above, above.parent()
        if self.isRowHidden(top.row(), QModelIndex()):
            self.show_all()

    def _shorten(self) -> None:
        for at in range(self._model.rowCount()):
            hidden = self.shortened and at >= FEW
            self.setRowHidden(at, QModelIndex(), hidden)

    @Slot()
    def _fit(self) -> None:
        height = sum(self.rowHeight(index) for index in self._indexes() if self._is_shown(index))
        self.setFixedHeight(max(height, px(24)) + 2)

    def _is_shown(self, index: QModelIndex) -> bool:
        above = index.parent()
        if not above.isValid():
            return not self.isRowHidden(index.row(), above)
        return self.isExpanded(above) and self._is_shown(above)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        del index
        self.asked.emit("edit")

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit()


def _item(row: PrintedRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setEditable(False)
    item.setData(row, ROW_ROLE)
    said = ". ".join(part for part in (row.title, row.detail, row.remark) if part)
    item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
    for below in row.below:
        item.appendRow(_item(below))
    return item


def _key(index: QModelIndex | QPersistentModelIndex) -> Key | None:
    row = index.data(ROW_ROLE)
    return (row.kind, row.record) if isinstance(row, PrintedRow) else None
