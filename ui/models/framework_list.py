"""The chosen frameworks as a list, each with how many of its requirements are met."""

from collections import Counter
from collections.abc import Sequence
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

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import Framework, FrameworkStatus
from ui.bridge.words import short_name
from ui.models.verdict_words import BAR_TONES, standing_text, verdict_word
from ui.widgets.tips import plain_tip

COVERED_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Covered:
    """A framework and how many of its requirements have each verdict."""

    framework: Framework
    counts: tuple[tuple[Verdict, int], ...]

    @property
    def name(self) -> str:
        """What it is called where there is little room."""
        return short_name(self.framework.name)

    @property
    def expected(self) -> int:
        """How many requirements there are without those that do not apply."""
        left_out = Verdict.NOT_APPLICABLE
        return sum(count for verdict, count in self.counts if verdict is not left_out)

    @property
    def summary(self) -> str:
        """How many are met."""
        met = dict(self.counts)[Verdict.MET]
        text = QCoreApplication.translate("Coverage", "{0} of {1} met")
        return text.format(met, self.expected)

    @property
    def warning(self) -> str:
        """Why it should not be cited as current; blank when nothing speaks against it."""
        status = self.framework.status
        return "" if status is FrameworkStatus.CURRENT else standing_text(status)

    @property
    def said(self) -> str:
        """The counts in words."""
        return ", ".join(f"{count} {verdict_word(key).lower()}" for key, count in self.counts)


def covered(framework: Framework, verdicts: Counter[Verdict]) -> Covered:
    """`framework` with its `verdicts` counted in the order of a bar."""
    return Covered(framework, tuple((verdict, verdicts[verdict]) for verdict in BAR_TONES))


class FrameworkListModel(QAbstractListModel):
    """Keeps the order of the profile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: tuple[Covered, ...] = ()

    def show_frameworks(self, frameworks: Sequence[Covered]) -> None:
        """Show these; only rows that differ are repainted while the frameworks stay the same."""
        fresh = tuple(frameworks)
        if [item.framework.id for item in fresh] != [item.framework.id for item in self._shown]:
            self.beginResetModel()
            self._shown = fresh
            self.endResetModel()
            return
        before, self._shown = self._shown, fresh
        for at, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old.counts != new.counts:
                place = self.index(at, 0)
                self.dataChanged.emit(place, place)

    def covered(self, row: int) -> Covered | None:
        """The framework on a row; None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, framework: str) -> int:
        """The row of a framework by its id; -1 when it is not chosen."""
        found = (at for at, item in enumerate(self._shown) if item.framework.id == framework)
        return next(found, -1)

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.covered(index.row())
        if found is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(found.framework.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (found.framework.name, found.warning, found.summary, found.said)
                return ". ".join(part for part in parts if part)
            case _:
                return found if role == COVERED_ROLE else None
