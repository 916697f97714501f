"""The table of levels: chosen by row, edited in place, put in order with keys or by dragging."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.models.classification_dimensions import DimensionsModel
from ui.models.classification_levels import LevelsModel
from ui.pages.classification.level_delegate import LevelDelegate
from ui.pages.classification.word_table import RowFitting
from ui.widgets.row_table import RowTable

_SHARES = {
    "name": 17,
    "meaning": 37,
    "respond": 14,
    "update_every": 10,
    "escalate": 14,
    "informed": 22,
}
OTHER_SHARE = 24
"""The share of a column that stands for a record, such as a level of impact."""
_BY_KEY = (
    QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)


class LevelTable(RowTable):
    """Shows every row at once; F2 or typing edits a cell, Enter opens the whole level."""

    opened = Signal(object, str)
    """Carries the id of a level that is to be opened, and the field to begin with."""
    removed = Signal(object)
    """Carries the id of a level that is to go."""

    def __init__(self, bridge: PlanBridge, kind: Kind, parent: QWidget, said: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"levels_{kind.value}")
        self.setAccessibleName(said)
        model = DimensionsModel if kind is Kind.DIMENSION else LevelsModel
        self.levels: LevelsModel = model(bridge, kind, self)
        self.setModel(self.levels)
        self._fitting = RowFitting(self)
        self._look(read_only=bridge.read_only)
        self.setItemDelegate(LevelDelegate(self, coloured=kind is Kind.SEVERITY))
        self.doubleClicked.connect(self._on_double_clicked)
        self.levels.dropped.connect(self.choose)

    @property
    def key(self) -> RecordId | None:
        """The id of the chosen level; None when none is."""
        at = self.row
        return RecordId(self.levels.rows[at].key) if at >= 0 else None

    def refresh(self) -> None:
        """Show the levels as they are now; the chosen one stays so while it is there."""
        key, column = self.key, self.currentIndex().column()
        columns = self.levels.columnCount()
        self.levels.refresh()
        if columns != self.levels.columnCount():
            self._share_width()
        if key is not None and self.key != key:
            self.choose(key, max(column, 0))
        self.fit()

    @Slot(object)
    def choose(self, key: RecordId, column: int = 0) -> bool:
        """Choose the level `key`; False when there is none."""
        for at, row in enumerate(self.levels.rows):
            if row.key == key:
                self.choose_row(at, column)
                return True
        return False

    def choose_field(self, key: RecordId, field: str) -> bool:
        """Choose the cell of the level `key` that shows `field`."""
        shown = [at for at, name in enumerate(self.levels.fields) if field.startswith(name)]
        return self.choose(key, shown[0] if shown and field else 0)

    def fit(self) -> None:
        """Be as high as the rows are; nothing is measured twice."""
        self._fitting.fit(self.levels.rows)

    def move_chosen(self, step: int) -> None:
        """Move the chosen level up (-1) or down (1)."""
        row = self.currentIndex().row()
        if self.key is not None and 0 <= row + step < len(self.levels.rows):
            column = self.currentIndex().column()
            key = self.key
            self.levels.move(key, row + step)
            self.choose(key, column)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.key
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_chosen(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete if key is not None:
                self.removed.emit(key)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if key is not None:
                self.opened.emit(key, self._field())
            case Qt.Key.Key_F2 if key is not None and self._field() == "informed":
                self.opened.emit(key, "informed")
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
            self.fit()

    def _look(self, *, read_only: bool) -> None:
        if not read_only:
            self.setEditTriggers(_BY_KEY)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _share_width(self) -> None:
        shares = [_SHARES.get(field, OTHER_SHARE) for field in self.levels.fields]
        room = self.viewport().width()
        for at, share in enumerate(shares):
            self.setColumnWidth(at, room * share // sum(shares))

    def _field(self) -> str:
        at = self.currentIndex().column()
        return self.levels.fields[at] if at >= 0 else ""

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        """Whatever cannot be typed in place is changed in the form."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            key = RecordId(self.levels.rows[index.row()].key)
            self.opened.emit(key, self.levels.fields[index.column()])
