"""The requirements that a section helps to meet, below the frameworks that ask for them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.models.asked import Asked, Group, grouped

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Gives a `Group` or an `Asked`."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class SectionRequirementsModel(QAbstractItemModel):
    """Two levels: frameworks, and below each its requirements."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return self._groups

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show these, framework by framework; rows that stay are only repainted if they differ."""
        fresh = grouped(asked)
        if _shape(fresh) != _shape(self._groups):
            self.beginResetModel()
            self._groups = fresh
            self.endResetModel()
            return
        before, self._groups = self._groups, fresh
        for row, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old != new:
                self._tell(row, old, new)

    def entry(self, index: _Index) -> Group | Asked | None:
        """What stands at `index`."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self._groups[above - 1].asked[index.row()] if above else self._groups[index.row()]

    @override
    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: _Index = _TOP) -> QModelIndex:  # type: ignore[override]
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].asked)

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name if isinstance(entry, Group) else entry.status.requirement.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(entry, Group):
                return f"{entry.framework.name}. {entry.summary}."
            return entry.said
        return None

    def _tell(self, row: int, old: Group, new: Group) -> None:
        above = self.index(row, 0)
        if old.summary != new.summary:
            self.dataChanged.emit(above, above)
        for at, (one, other) in enumerate(zip(old.asked, new.asked, strict=True)):
            if one != other:
                place = self.index(at, 0, above)
                self.dataChanged.emit(place, place)


def _shape(groups: tuple[Group, ...]) -> list[tuple[str, str, str]]:
    """What has to stay the same for rows to stay."""
    return [
        (one.section, one.framework.id, one.status.requirement.id)
        for group in groups
        for one in group.asked
    ]
