"""The frameworks of the library as a list one chooses from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.services.library import FrameworkSummary
from ui.bridge.words import counted, short_name
from ui.models.verdict_words import standing_text

CHOICE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class FrameworkChoice:
    """A framework; `chosen` is whether the plan is judged by it already."""

    summary: FrameworkSummary
    chosen: bool = False

    @property
    def name(self) -> str:
        """What it is called where there is little room."""
        return short_name(self.summary.name)


class FrameworkChoicesModel(QAbstractListModel):
    """In the order of the alphabet, filtered by words."""

    def __init__(
        self, shelf: Sequence[FrameworkSummary], chosen: Collection[str], parent: QObject
    ) -> None:
        super().__init__(parent)
        found = (FrameworkChoice(item, not chosen_names(item).isdisjoint(chosen)) for item in shelf)
        self._all = tuple(sorted(found, key=lambda item: item.name.casefold()))
        self._shown = self._all

    def show_only(self, words: str) -> None:
        """Show those in which all `words` occur."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            item for item in self._all if all(word in _searched(item) for word in wanted)
        )
        self.endResetModel()

    def choice(self, row: int) -> FrameworkChoice | None:
        """The framework on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.choice(index.row())
        if found is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(found)
            case _:
                return found if role == CHOICE_ROLE else None


def chosen_names(item: FrameworkSummary) -> frozenset[str]:
    """Every id by which a profile may have chosen the framework."""
    return frozenset((item.id, *item.aliases))


def requirements_text(item: FrameworkSummary) -> str:
    """How many requirements it has."""
    translate = QCoreApplication.translate
    one, many = translate("Coverage", "1 requirement"), translate("Coverage", "{n} requirements")
    return counted(item.requirements, one, many)


def _searched(choice: FrameworkChoice) -> str:
    item = choice.summary
    parts = (item.id, *item.aliases, item.name, item.publisher, item.edition, item.kind)
    return " ".join(parts).casefold()


def _said(choice: FrameworkChoice) -> str:
    item, translate = choice.summary, QCoreApplication.translate
    parts = (
        item.name,
        item.edition,
        standing_text(item.status),
        requirements_text(item),
        translate("Coverage", "Already chosen") if choice.chosen else "",
    )
    return ". ".join(part.removesuffix(".") for part in parts if part)
