"""The list behind the palette: the entries that answer what was typed, best first."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui.models.entries import Entry
from ui.models.fuzzy import score

MOST = 50
"""More lines than this nobody reads."""

PLACE_ROLE = Qt.ItemDataRole.UserRole
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 1
UNSEEN_WORTH = 25
"""What a match outside the title is worth: less than a word of it, more than odd letters."""


class PaletteModel(QAbstractListModel):
    """Entries, filtered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all entries and forget the filter."""
        self.beginResetModel()
        self._all = tuple(entries)
        self._shown = self._all[:MOST]
        self.endResetModel()

    def search(self, query: str) -> None:
        """Show what answers `query`, all in their own order when it is blank."""
        self.beginResetModel()
        self._shown = best(query, self._all)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title}, {entry.place}"
            case _ if role == PLACE_ROLE:
                return entry.place
            case _ if role == PICTURE_ROLE:
                return entry.picture
            case _:
                return None


def best(query: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that answer `query`, best first; all of them to a blank one."""
    if not query.strip():
        return tuple(entries[:MOST])
    rated = [(worth, entry) for entry in entries if (worth := _worth(query, entry)) is not None]
    rated.sort(key=lambda pair: -pair[0])
    return tuple(entry for _, entry in rated[:MOST])


def _worth(query: str, entry: Entry) -> int | None:
    worth = score(query, entry.title)
    if worth is not None and worth > UNSEEN_WORTH:
        return worth
    low = query.strip().lower()
    if low in f"{entry.place} {entry.words}".lower():
        return UNSEEN_WORTH
    return worth
