"""The requirements that a section helps to meet, below the frameworks that ask for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence, Framework
from ui.bridge.words import short_name
from ui.models.verdict_words import brief_of, verdict_word

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Gives a `Group` or an `Asked`."""

ADDITION = " | "
"""What parts the gist of a requirement from the notes and recommendations of its source."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement as one section sees it."""

    framework: Framework
    status: RequirementStatus
    section: str

    @property
    def gist(self) -> str:
        """What it asks for, in our own words."""
        item = self.status.requirement
        return (item.text or item.title).split(ADDITION)[0]

    @property
    def uncertain(self) -> bool:
        """Whether nobody has checked it against its source."""
        return self.status.requirement.confidence is Confidence.MEMORY

    @property
    def brief(self) -> str:
        """What is missing in this section, and how much elsewhere; else what is decided of it."""
        if self.status.verdict not in (Verdict.PARTLY, Verdict.NOT_MET):
            return brief_of(self.status)
        here = [
            item.element for item in self.status.missing if item.element.section == self.section
        ]
        elsewhere = len(self.status.missing) - len(here)
        tr = QCoreApplication.translate
        parts = []
        if here:
            named = "; ".join(element.label for element in here)
            parts.append(tr("Requirements", "Missing here: {0}.").format(named))
        if elsewhere:
            alone = tr("Requirements", "Nothing missing here, {0} in other sections.")
            more = tr("Requirements", "{0} more in other sections.")
            parts.append((more if here else alone).format(elsewhere))
        return " ".join(parts)

    @property
    def target(self) -> str:
        """Where the window shows it in full."""
        return f"requirement:{self.framework.id}/{self.status.requirement.id}"

    @property
    def said(self) -> str:
        """All of it in words."""
        item = self.status.requirement
        verify = QCoreApplication.translate("Requirements", "From memory, verify before use.")
        parts = (
            f"{item.id} {item.title}.",
            f"{verdict_word(self.status.verdict)}.",
            self.gist,
            self.brief,
            verify if self.uncertain else "",
        )
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A framework and what it asks of the section."""

    framework: Framework
    asked: tuple[Asked, ...]

    @property
    def name(self) -> str:
        """What the framework is called where there is little room."""
        return short_name(self.framework.name)

    @property
    def summary(self) -> str:
        """How many of its requirements are met."""
        met = sum(one.status.verdict is Verdict.MET for one in self.asked)
        text = QCoreApplication.translate("Requirements", "{0} of {1} met")
        return text.format(met, len(self.asked))


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
        fresh = tuple(
            _group(tuple(each)) for _, each in groupby(asked, key=lambda one: one.framework.id)
        )
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


def asked_of(
    statuses: Sequence[tuple[Framework, RequirementStatus]], section: str
) -> tuple[Asked, ...]:
    """The requirements of `statuses` as `section` sees them."""
    return tuple(Asked(framework, status, section) for framework, status in statuses)


def _group(asked: tuple[Asked, ...]) -> Group:
    return Group(asked[0].framework, asked)


def _shape(groups: tuple[Group, ...]) -> list[tuple[str, str, str]]:
    """What has to stay the same for rows to stay."""
    return [
        (one.section, one.framework.id, one.status.requirement.id)
        for group in groups
        for one in group.asked
    ]
