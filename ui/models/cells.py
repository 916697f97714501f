"""Tables of words: each cell is a text, quieter words below it and a picture before it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

CELL_ROLE = Qt.ItemDataRole.UserRole
"""Under this role the model gives its `Cell`."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """`tone` is the colour of `text` and of the icon `picture`; `strong` text is bold."""

    text: str
    below: str = ""
    picture: str = ""
    tone: str = ""
    strong: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return ". ".join(part.rstrip(".") for part in (self.text, self.below) if part)

    @property
    def tip(self) -> str:
        """All its words in a tooltip, for cells that may cut them short."""
        return f"<p>{escape(self.said)}</p>" if self.said else ""


class KeyedCells(Protocol):
    """A row of a table of words."""

    @property
    def key(self) -> Hashable:
        """What the row is about; no other row has the same."""

    @property
    def cells(self) -> Sequence[Cell]:
        """One for each heading."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row; `key` says what it is about."""

    key: str
    cells: tuple[Cell, ...]


Row = TypeVar("Row", bound=KeyedCells)


class HeadedCells(QAbstractTableModel):
    """A fixed row of headings over cells; a model derived from it knows its rows."""

    def __init__(self, headings: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)

    def cell(self, index: _Index) -> Cell:
        """What stands at `index`, which is one of the table's."""
        raise NotImplementedError

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.said
            case _:
                return cell if role == CELL_ROLE else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]

    def _tell_changed(self) -> None:
        """Any word may be another, in the same rows."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)


class CellsModel(HeadedCells, Generic[Row]):
    """Rows that come and go all at once."""

    def __init__(self, headings: Sequence[str], parent: QObject) -> None:
        super().__init__(headings, parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where only words changed, what is chosen stays so."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self._tell_changed()

    def rename(self, column: int, heading: str) -> None:
        """Give a column another heading."""
        before = self._headings
        self._headings = (*before[:column], heading, *before[column + 1 :])
        if self._headings != before:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def cell(self, index: _Index) -> Cell:
        return self._rows[index.row()].cells[index.column()]
