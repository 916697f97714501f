"""Asks who is called: type a few letters, press Enter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.links import CALLED
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget
from app.services.trees.called import Called
from ui.models.record_names import record_name
from ui.models.record_order import in_order
from ui.models.record_words import choice_text
from ui.widgets.labels import Role, label
from ui.widgets.pick_dialog import PickDialog
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


class WhoDialog(PickDialog):
    """Lists the roles, people and parties of the plan; any other name is a group."""

    chosen = Signal(object)
    """Carries the `Called`."""

    def __init__(self, parent: QWidget, plan: Plan, title: str) -> None:
        super().__init__(parent, "who", title)
        self.setObjectName("who_dialog")
        self._found = _Found(plan, self)
        self.field.setAccessibleName(self.tr("Name"))
        self.field.setPlaceholderText(self.tr("A role, a person, an outside party or a group"))
        self.list.setModel(self._found)
        self.list.setAccessibleName(self.tr("Who can be called"))
        self.list.setItemDelegate(_WhoDelegate(self.list))
        said = self.tr("A name that nobody in the plan goes by becomes a group.")
        hint = label(self, said, Role.HINT, wrap=True)
        self.column.insertWidget(self.column.indexOf(self.list) + 1, hint)
        self.resize(px(480), px(460))
        self.begin()

    @override
    def search(self, text: str) -> None:
        self._found.search(text)

    @override
    def take(self, index: QModelIndex) -> None:
        called = index.data(_CALLED_ROLE)
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
