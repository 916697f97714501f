"""The list behind the palette: the entries that answer what was typed, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui.models.entries import Entry
from ui.models.fuzzy import score_low

MOST = 50
"""More lines than this nobody reads."""

PLACE_ROLE = Qt.ItemDataRole.UserRole
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST_NAME = 48
"""Letters in a title that is a name rather than a sentence."""
UNSEEN_WORTH = 25
"""What a match outside the title is worth: less than a word of it, more than odd letters."""
WORDS_WORTH = 20
"""What it is worth that every word occurs somewhere, in whatever order."""


class PaletteModel(QAbstractListModel):
    """Entries, filtered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._index: tuple[Indexed, ...] = ()
        self._shown: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all entries and forget the filter; the same ones again are not read anew."""
        self.beginResetModel()
        if self._all != (now := tuple(entries)):
            self._all, self._index = now, indexed(now)
        self._shown = self._all[:MOST]
        self.endResetModel()

    def search(self, query: str) -> None:
        """Show what answers `query`, all in their own order when it is blank."""
        self.beginResetModel()
        self._shown = best(query, self._index)
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


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry with its words in small letters, so that a key costs little."""

    entry: Entry
    title: str
    unseen: str
    also: tuple[str, ...] = ()


def indexed(entries: Sequence[Entry]) -> tuple[Indexed, ...]:
    """`entries` made ready to be searched."""
    return tuple(
        Indexed(
            entry,
            entry.title.lower(),
            f"{entry.place} {entry.words}".lower(),
            tuple(name.lower() for name in entry.also),
        )
        for entry in entries
    )


def best(query: str, entries: Sequence[Indexed]) -> tuple[Entry, ...]:
    """The entries that answer `query`, best first; all of them to a blank one."""
    low = query.strip().lower()
    if not low:
        return tuple(one.entry for one in entries[:MOST])
    words = low.split()
    rated = [
        (worth, one.entry) for one in entries if (worth := _worth(low, words, one)) is not None
    ]
    rated.sort(key=lambda pair: -pair[0])
    return tuple(entry for _, entry in rated[:MOST])


def _worth(low: str, words: list[str], one: Indexed) -> int | None:
    worth = score_low(low, one.title) if _may_answer(low, one.title) else None
    for name in one.also:
        if low in name:
            worth = max(worth or 0, score_low(low, name) or 0)
    if worth is not None and worth > UNSEEN_WORTH:
        return worth
    if low in one.unseen:
        return UNSEEN_WORTH
    several = len(words) > 1 and all(word in one.title or word in one.unseen for word in words)
    return max(worth or 0, WORDS_WORTH) if several else worth


def _may_answer(low: str, title: str) -> bool:
    """Scattered letters are meant for names; in a sentence nearly all letters occur."""
    return len(title) <= LONGEST_NAME or low in title
