"""The rows that may be taken over, as a table of which rows can be ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.services.importing.checking import Candidate, Preview, Take
from app.services.importing.problems import Problem, Weight
from ui.dialogs.importing.words import GOOD, PICTURES, way_of_row, weight_of
from ui.widgets.icons import icon

TAKE, NUMBER, NAME, PROBLEMS = range(4)
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are shown: that need a look, that get `way` (None: any); all `words` occur."""

    troubled: bool = False
    way: Take | None = None
    words: str = ""


class CheckModel(QAbstractTableModel):
    """Holds what is done with each row; unticked ones are left out."""

    decided = Signal()
    """Something else is done with a row now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._ways: list[Take] = []
        self._shown: list[int] = []
        self._filter = RowFilter()

    def show_preview(self, preview: Preview) -> None:
        """Show other rows, with what is advised for them."""
        self.beginResetModel()
        self._preview = preview
        self._ways = [candidate.advised for candidate in preview.candidates]
        self._filter = RowFilter()
        self._shown = list(range(len(self._ways)))
        self.endResetModel()
        self.decided.emit()

    def narrow(self, wanted: RowFilter) -> None:
        """Show only rows that are wanted."""
        self.beginResetModel()
        self._filter = wanted
        self._shown = [at for at in range(len(self._ways)) if self._is_wanted(at)]
        self.endResetModel()

    @property
    def chosen(self) -> dict[int, Take]:
        """What is done with each row, by its place in the preview."""
        return dict(enumerate(self._ways))

    def counts(self) -> dict[Take, int]:
        """How many rows get what; those that say nothing new count as left out."""
        made = dict.fromkeys(Take, 0)
        for way, candidate in zip(self._ways, self._candidates, strict=True):
            made[way if candidate.changes or way is not Take.UPDATE else Take.SKIP] += 1
        return made

    def troubled(self) -> int:
        """How many rows need a look."""
        return sum(map(_needs_look, self._candidates))

    def candidate(self, row: int) -> Candidate:
        """The candidate in a row that is shown."""
        return self._candidates[self._shown[row]]

    def way(self, row: int) -> Take:
        """What is done with a row that is shown."""
        return self._ways[self._shown[row]]

    def decide(self, rows: Iterable[int], way: Take) -> None:
        """Do `way` with rows that are shown, as far as it can be done with them."""
        changed = [row for row in rows if way in self.candidate(row).ways]
        for row in changed:
            self._ways[self._shown[row]] = way
        if changed:
            last = self.index(max(changed), PROBLEMS)
            self.dataChanged.emit(self.index(min(changed), TAKE), last)
            self.decided.emit()

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else PROBLEMS + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == TAKE and len(self.candidate(index.row()).ways) > 1:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _plain(self._all_problems(row)) if column == PROBLEMS else None
            case Qt.ItemDataRole.DecorationRole if column == PROBLEMS:
                weight = weight_of(self.candidate(row))
                return icon(*(GOOD if weight is None else PICTURES[weight]))
            case _:
                return self._ticked(row) if role == _CHECK and column == TAKE else None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or index.column() != TAKE:
            return False
        ticked = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self.decide([index.row()], self._wanted(index.row()) if ticked else Take.SKIP)
        return True

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        counted = self._preview.counted if self._preview is not None else "row"
        number = _tr("Card") if counted == "card" else _tr("Row")
        return (_tr("What is done"), number, _tr("Name"), _tr("What to know"))[section]

    @property
    def _candidates(self) -> tuple[Candidate, ...]:
        return () if self._preview is None else self._preview.candidates

    def _wanted(self, row: int) -> Take:
        """What ticking a row does: as is advised, else the first thing that can be done."""
        candidate = self.candidate(row)
        advised = candidate.advised
        return advised if advised is not Take.SKIP else candidate.ways[0]

    def _ticked(self, row: int) -> Qt.CheckState:
        left = self.way(row) is Take.SKIP
        return Qt.CheckState.Unchecked if left else Qt.CheckState.Checked

    def _text(self, row: int, column: int) -> str:
        candidate = self.candidate(row)
        match column:
            case 0:
                return way_of_row(candidate, self.way(row))
            case 1:
                return str(candidate.draft.number)
            case 2:
                return candidate.draft.name
            case _:
                return "  ".join(map(sentence, candidate.problems))

    def _said(self, row: int, column: int) -> str:
        if column == PROBLEMS:
            return self._text(row, column) or _tr("Nothing to know")
        if column == NAME:
            return self._text(row, column) or _tr("No name")
        return self._text(row, column)

    def _all_problems(self, row: int) -> str:
        return "\n".join(map(sentence, self.candidate(row).problems))

    def _is_wanted(self, at: int) -> bool:
        candidate, wanted = self._candidates[at], self._filter
        if wanted.troubled and not _needs_look(candidate):
            return False
        if wanted.way is not None and self._ways[at] is not wanted.way:
            return False
        said = (candidate.draft.name, *map(sentence, candidate.problems))
        text = " ".join((str(candidate.draft.number), *said)).casefold()
        return all(word in text for word in wanted.words.casefold().split())


def sentence(problem: Problem) -> str:
    """A problem behind the head of its column."""
    return f"{problem.head}: {problem.text}" if problem.head else problem.text


def _needs_look(candidate: Candidate) -> bool:
    return weight_of(candidate) in {Weight.STOPS, Weight.WARNS}


def _plain(text: str) -> str:
    """Tool tips take anything that looks like markup for such; this one is never."""
    return f"<qt>{'<br>'.join(map(_escaped, text.splitlines()))}</qt>" if text else ""


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
