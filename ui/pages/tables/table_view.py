"""The table itself: keys and mouse, what is chosen, and the order of rows and columns."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.models.record_shapes import FlagShape
from ui.models.record_table import RecordTableModel
from ui.pages.tables.cell_paint import LINES, CellDelegate
from ui.pages.tables.row_heads import RowHeads
from ui.widgets.tables import plain_table, quiet_headings, sorting_headings
from ui.widgets.tokens import px

_NONE, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = {
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_Insert, _NONE): "add",
    (Qt.Key.Key_D, _CTRL): "duplicate",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_C, _CTRL): "copy",
    (Qt.Key.Key_V, _CTRL): "paste",
    (Qt.Key.Key_Return, _CTRL): "open",
    (Qt.Key.Key_Enter, _CTRL): "open",
}
"""What keys ask for; F2, Enter, Space and letters edit the cell."""

ROW_PX, HEAD_PX, LEAST_COLUMN_PX = 38, 34, 56
_SELECT = QItemSelectionModel.SelectionFlag
_Index = QModelIndex | QPersistentModelIndex


class RecordTableView(QTableView):
    """What is chosen stays chosen while rows come, go and change places."""

    asked = Signal(str)
    """Carries what to do with the chosen rows: open, remove, copy, up and so on."""
    form_asked = Signal(object, str)
    """Carries the id of a record and the field its form begins in."""
    resized = Signal()
    """There is another width to share among the columns."""
    settled = Signal()
    """What is chosen may be something else now."""

    def __init__(self, model: RecordTableModel, name: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: tuple[tuple[RecordId, ...], RecordId | None, int, int] = ((), None, 0, 0)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setVerticalHeader(RowHeads(model, self))
        self.setModel(model)
        self.cells = CellDelegate(model, self)
        self.setItemDelegate(self.cells)
        self._look()
        self._connect()

    @property
    def key(self) -> RecordId | None:
        """The record of the current row; None when there is none."""
        index = self.currentIndex()
        return self._rows.key(index.row()) if index.isValid() else None

    @property
    def keys(self) -> tuple[RecordId, ...]:
        """The records chosen, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.keys[row] for row in rows)

    def choose(self, key: RecordId, field: str = "") -> bool:
        """Choose a row and bring it into view; False when it is not shown."""
        row = self._rows.row_of(key)
        if row < 0:
            return False
        column = max(self._rows.column_of(field), 0)
        if self.isColumnHidden(column):
            column = self._first_column()
        index = self._rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect | _SELECT.Rows)
        self.scrollTo(index)
        return True

    def choose_all(self, keys: Sequence[RecordId]) -> None:
        """Choose the rows of `keys` that are shown, and bring the first of them into view."""
        rows = sorted(at for at in map(self._rows.row_of, keys) if at >= 0)
        if rows:
            first = self._rows.index(rows[0], self._first_column())
            self.selectionModel().setCurrentIndex(first, _SELECT.ClearAndSelect | _SELECT.Rows)
            self.selectionModel().select(self._selection(rows), _SELECT.Select | _SELECT.Rows)
            self.scrollTo(first)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_current(self) -> None:
        """Edit the current cell where it stands, or in the form where it needs one."""
        index = self.currentIndex()
        if index.isValid():
            self._edit(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        do = KEYS.get((Qt.Key(event.key()), modifiers))
        if do is not None:
            self.asked.emit(do)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_current()
        elif event.text().isprintable() and event.text() and modifiers.value in _TYPING:
            self._type(event)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What was typed is kept first; what does not fit must be mended first."""
        if self.cells.settle():
            super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.key is None:
            key = self._rows.key(0)
            if key is not None:
                self.choose(key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.key is not None:
            self.asked.emit("menu")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def _edit(self, index: QModelIndex) -> None:
        column = self._rows.columns[index.column()]
        key = self._rows.key(index.row())
        if not column.in_place or self._rows.read_only:
            self.form_asked.emit(key, column.name)
        elif isinstance(column.shape, FlagShape):
            now = bool(getattr(self._rows.record(index.row()), column.name))
            self._rows.keep(index.row(), index.column(), not now)
        else:
            self.edit(index)

    def _type(self, event: QKeyEvent) -> None:
        """A letter replaces what stands in a cell of text; Space turns a flag."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        shape = self._rows.columns[index.column()].shape
        if isinstance(shape, FlagShape):
            if event.key() == Qt.Key.Key_Space:
                self._edit(index)
            return
        self._edit(index)
        editor = self.cells.editor
        entry = None if editor is None else editor.focusProxy()
        if isinstance(entry, QLineEdit | QPlainTextEdit) and not event.text().isspace():
            entry.selectAll()
            entry.insert(event.text()) if isinstance(entry, QLineEdit) else entry.insertPlainText(
                event.text()
            )

    def _selection(self, rows: Sequence[int]) -> QItemSelection:
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self._rows.index(first, 0), self._rows.index(last, 0))
        return chosen

    def _first_column(self) -> int:
        head = self.horizontalHeader()
        order = (head.logicalIndex(at) for at in range(head.count()))
        return next((at for at in order if not self.isColumnHidden(at)), 0)

    def _look(self) -> None:
        plain_table(self)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across = self.horizontalHeader()
        across.setFixedHeight(px(HEAD_PX))
        across.setMinimumSectionSize(px(LEAST_COLUMN_PX))
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionsMovable(True)
        quiet_headings(across)
        sorting_headings(across)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Two lines of words where a column that is shown has long ones."""
        columns = enumerate(self._rows.columns)
        roomy = any(item.roomy and not self.isColumnHidden(at) for at, item in columns)
        height = LINES * self.cells.line_px + px(16) if roomy else px(ROW_PX)
        self.verticalHeader().setDefaultSectionSize(height)

    def fit_rows(self) -> None:
        """Make rows as high as the columns that are shown need."""
        self._fit_rows()

    def _connect(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.sortIndicatorChanged.connect(self._on_sorted)
        down.sectionDoubleClicked.connect(self._on_row_head)
        self.doubleClicked.connect(self._edit)
        self._rows.modelAboutToBeReset.connect(self._remember)
        self._rows.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.selectionModel().currentChanged.connect(self._on_selected)

    @Slot(int, Qt.SortOrder)
    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        self.cells.settle()
        self._rows.sort(column, order)

    @Slot(int)
    def _on_row_head(self, row: int) -> None:
        self.form_asked.emit(self._rows.key(row), "")

    @Slot()
    def _on_selected(self) -> None:
        self.settled.emit()

    @Slot()
    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = (self.keys, self.key, index.row(), max(index.column(), 0))

    @Slot()
    def _restore(self) -> None:
        """The same rows are chosen; where the current one is gone, that in its place is."""
        keys, current, row, column = self._kept
        chosen = self._selection([at for at in map(self._rows.row_of, keys) if at >= 0])
        at = self._rows.row_of(current) if current is not None else -1
        if current is not None and at < 0 and self._rows.rowCount():
            at = min(row, self._rows.rowCount() - 1)
        selection = self.selectionModel()
        selection.select(chosen, _SELECT.ClearAndSelect | _SELECT.Rows)
        if at >= 0:
            index = self._rows.index(at, column)
            alone = _SELECT.NoUpdate if not chosen.isEmpty() else _SELECT.Select | _SELECT.Rows
            selection.setCurrentIndex(index, alone)
            self.scrollTo(index)
        self.settled.emit()


_TYPING = (
    Qt.KeyboardModifier.NoModifier.value,
    Qt.KeyboardModifier.ShiftModifier.value,
    Qt.KeyboardModifier.GroupSwitchModifier.value,
)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other as pairs of the first and the last."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
