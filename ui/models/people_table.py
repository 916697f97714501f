"""Long tables of words: the cells of a row are made when it is seen, not before."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.models.cells import Cell, HeadedCells

Cells = Callable[[RecordId], Sequence[Cell]]
"""Makes the cells of a row."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PeopleTableModel(HeadedCells):
    """A row for each of some records; what was made for a row is kept until it is shown anew."""

    def __init__(self, headings: Sequence[str], parent: QObject) -> None:
        super().__init__(headings, parent)
        self._keys: tuple[RecordId, ...] = ()
        self._rows: dict[RecordId, int] = {}
        self._made: dict[RecordId, Sequence[Cell]] = {}
        self._cells: Cells = _nothing

    @property
    def keys(self) -> tuple[RecordId, ...]:
        """The records shown, in order."""
        return self._keys

    def row_of(self, key: RecordId) -> int:
        """The row of a record; -1 when it is not shown."""
        return self._rows.get(key, -1)

    def show_records(self, keys: Sequence[RecordId], cells: Cells) -> None:
        """Show other records or others' words; rows stay chosen where only words changed."""
        self._cells = cells
        self._made.clear()
        if tuple(keys) != self._keys:
            self.beginResetModel()
            self._keys = tuple(keys)
            self._rows = {key: at for at, key in enumerate(self._keys)}
            self.endResetModel()
        elif self._keys:
            self._tell_changed()

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._keys)

    @override
    def cell(self, index: _Index) -> Cell:
        return self._row(index.row())[index.column()]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return self.cell(index).tip
            case Qt.ItemDataRole.AccessibleTextRole:
                said = self.cell(index).said or self.tr("not stated")
                return f"{self._headings[index.column()]}: {said}"
            case _:
                return super().data(index, role)

    def _row(self, at: int) -> Sequence[Cell]:
        key = self._keys[at]
        if key not in self._made:
            self._made[key] = self._cells(key)
        return self._made[key]


def _nothing(key: Any) -> Sequence[Cell]:  # noqa: ANN401 - never asked
    raise KeyError(key)
