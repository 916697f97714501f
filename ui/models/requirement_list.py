"""The requirements of one framework as a list, filtered by verdict and words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence
from ui.models.regime_words import confidence_text
from ui.models.requirement_order import depths
from ui.models.verdict_words import brief_of, verdict_word

LINE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement and how many others it stands under."""

    status: RequirementStatus
    depth: int = 0


class RequirementListModel(QAbstractListModel):
    """Keeps the framework's order; a verdict that changes repaints its row alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[RequirementLine, ...] = ()
        self._shown: tuple[RequirementLine, ...] = ()
        self._verdict: Verdict | None = None
        self._words = ""

    @property
    def total(self) -> int:
        """How many there are without any filter."""
        return len(self._all)

    @property
    def counts(self) -> Counter[Verdict]:
        """How many have each verdict."""
        return Counter(line.status.verdict for line in self._all)

    def show_statuses(self, statuses: Sequence[RequirementStatus]) -> None:
        """Show these verdicts, through the same filter."""
        deep = depths([status.requirement.id for status in statuses])
        self._all = tuple(map(RequirementLine, statuses, deep))
        self._refilter()

    def show_only(self, verdict: Verdict | None, words: str) -> None:
        """Show those with `verdict` (None: any) in which all `words` occur."""
        self._verdict, self._words = verdict, words
        self._refilter()

    def status(self, row: int) -> RequirementStatus | None:
        """The requirement on a row; None beyond the last."""
        return self._shown[row].status if 0 <= row < len(self._shown) else None

    def row_of(self, requirement: str) -> int:
        """The row on which a requirement is shown; -1 when it is not."""
        found = (at for at, line in enumerate(self._shown) if _id(line) == requirement)
        return next(found, -1)

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._shown):
            return None
        line = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{_id(line)} {line.status.requirement.title}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return _said(line.status)
            case _:
                return line if role == LINE_ROLE else None

    def _refilter(self) -> None:
        shown = tuple(line for line in self._all if self._takes(line.status))
        if [_id(line) for line in shown] != [_id(line) for line in self._shown]:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
            return
        before, self._shown = self._shown, shown
        for at, (old, new) in enumerate(zip(before, shown, strict=True)):
            if old != new:
                place = self.index(at, 0)
                self.dataChanged.emit(place, place)

    def _takes(self, status: RequirementStatus) -> bool:
        if self._verdict not in (None, status.verdict):
            return False
        text = _searched(status) if self._words.strip() else ""
        return all(word in text for word in self._words.casefold().split())


def _id(line: RequirementLine) -> str:
    return line.status.requirement.id


def _searched(status: RequirementStatus) -> str:
    item = status.requirement
    labels = (one.element.label for one in status.elements)
    parts = (item.id, *item.aliases, item.title, item.text, item.level, item.source, *labels)
    return " ".join(parts).casefold()


def _said(status: RequirementStatus) -> str:
    item = status.requirement
    memory = item.confidence is Confidence.MEMORY
    parts = (
        f"{item.id} {item.title}",
        verdict_word(status.verdict),
        brief_of(status),
        confidence_text(item.confidence.value) if memory else "",
    )
    return ". ".join(part for part in parts if part)
