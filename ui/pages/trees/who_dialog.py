"""Asks who is called: type a few letters, press Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.links import CALLED
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget
from app.services.trees.called import Called
from ui.models.record_names import record_name
from ui.models.record_order import in_order
from ui.models.record_words import choice_text
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

_PICTURES: Final = {
    NodeTarget.ROLE: "shield",
    NodeTarget.PERSON: "user",
    NodeTarget.PARTY: "building-2",
    NodeTarget.GROUP: "users",
}
_CALLED_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class WhoDialog(QDialog):
    """Lists the roles, people and parties of the plan; any other name is a group."""

    chosen = Signal(object)
    """Carries the `Called`."""

    def __init__(self, parent: QWidget, plan: Plan, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("who_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(px(480), px(460))
        self._found = _Found(plan, self)
        self._build(title)
        self._lay_out()
        self.field.textChanged.connect(self._on_typed)
        self.list.doubleClicked.connect(self._on_taken)
        self._take.clicked.connect(self._on_taken)
        self._cancel.clicked.connect(self.reject)
        self._on_typed("")
        self.field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None:
                self._go(self.list.currentIndex().row() + step)
                return True
        return False

    def _build(self, title: str) -> None:
        self._title = label(self, title, Role.H2, wrap=True)
        self.field = QLineEdit(self)
        self.field.setObjectName("who_field")
        self.field.setAccessibleName(self.tr("Name"))
        self.field.setPlaceholderText(self.tr("A role, a person, an outside party or a group"))
        self.field.installEventFilter(self)
        self.list = QListView(self)
        self.list.setObjectName("who_list")
        self.list.setAccessibleName(self.tr("Who can be called"))
        self.list.setModel(self._found)
        self.list.setItemDelegate(_WhoDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        said = self.tr("A name that nobody in the plan goes by becomes a group.")
        self._hint = label(self, said, Role.HINT, wrap=True)
        self._take = button(self, "who_take", self.tr("Choose"), Look.PRIMARY)
        self._take.setDefault(True)
        self._cancel = button(self, "who_cancel", self.tr("Cancel"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        for part in (self._title, self.field, self.list, self._hint):
            column.addWidget(part)
        column.addLayout(foot)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._found.search(text)
        self._go(0)
        self._take.setEnabled(self._found.rowCount() > 0)

    def _go(self, row: int) -> None:
        at = min(max(row, 0), self._found.rowCount() - 1)
        self.list.setCurrentIndex(self._found.index(at))

    @Slot()
    def _on_taken(self) -> None:
        called = self.list.currentIndex().data(_CALLED_ROLE)
        if isinstance(called, Called):
            self.accept()
            self.chosen.emit(called)


class _Found(QAbstractListModel):
    """Who fits what is typed; a group of that name comes last, unless somebody goes by it."""

    def __init__(self, plan: Plan, parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(
            (record_name(plan, kind, record), Called(target, str(record.id)))
            for target, kind in CALLED.items()
            for record in in_order(plan, kind)
        )
        self._rows: Sequence[tuple[str, Called]] = self._all

    def search(self, text: str) -> None:
        """Show whoever has all words of `text` in the name."""
        name = " ".join(text.split())
        words = name.casefold().split()
        self.beginResetModel()
        rows = [row for row in self._all if all(word in row[0].casefold() for word in words)]
        if name and all(row[0].casefold() != name.casefold() for row in rows):
            rows.append((name, Called(NodeTarget.GROUP, name=name)))
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        name, called = self._rows[index.row()]
        if role == _CALLED_ROLE:
            return called
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {choice_text(called.target)}"
        return None


class _WhoDelegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        called = index.data(_CALLED_ROLE)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        return Row(name, end=choice_text(called.target), picture=_PICTURES[called.target])
