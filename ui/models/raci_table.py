"""The RACI table as a model: an activity and what is wrong with it, then a column for each role."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

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

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import RaciActivity, RoleTier
from app.services.raci.checking import Load, Note, loads, role_notes, row_notes
from app.services.raci.editing import Parts, Place, parts_of
from ui.models.people_order import roles_by_tier
from ui.models.raci_words import (
    letters,
    load_said,
    load_text,
    note_short,
    note_text,
    parts_said,
    role_name,
)
from ui.models.record_words import choice_text

PARTS_ROLE: Final = int(Qt.ItemDataRole.UserRole)
NOTES_ROLE: Final = PARTS_ROLE + 1

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """The head of a column; `tier` is None for a role that the plan does not define."""

    role: RecordId
    name: str
    tier: RoleTier | None
    load: Load
    note: Note | None

    @property
    def short(self) -> str:
        """How much the role carries."""
        return load_text(self.load)

    @property
    def tier_name(self) -> str:
        """The level the role acts on."""
        return _tr("Not defined") if self.tier is None else choice_text(self.tier)


@dataclass(frozen=True, slots=True)
class Shown:
    """Which rows are wanted: those with all of these words, notes, and a part of this role."""

    words: str = ""
    wanting: bool = False
    role: RecordId | None = None


class RaciModel(QAbstractTableModel):
    """Keeps nothing that the plan does not say; column 0 is the activity."""

    renamed = Signal(object, str)
    """Carries the id of an activity and the name a person typed."""

    def __init__(self, plan: Plan, parent: QObject, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self.plan = plan
        self.rows: tuple[RaciActivity, ...] = ()
        self.columns: tuple[RoleColumn, ...] = ()
        self._notes: Mapping[RecordId, tuple[Note, ...]] = {}

    @property
    def wanting(self) -> int:
        """How many activities of the whole table have notes."""
        return sum(bool(notes) for notes in self._notes.values())

    def refresh(self, plan: Plan, shown: Shown) -> None:
        """Show the plan as it is now."""
        notes = {row.id: row_notes(plan, row) for row in plan.raci.values()}
        rows = tuple(row for row in plan.raci.values() if _matches(row, shown, notes[row.id]))
        columns = _columns(plan)
        same = _keys(rows, columns) == _keys(self.rows, self.columns)
        if not same:
            self.beginResetModel()
        self.plan, self.rows, self.columns, self._notes = plan, rows, columns, notes
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns))

    def place(self, index: _Index) -> Place | None:
        """The activity and the role of a cell; None for the name of an activity."""
        if not index.isValid() or not index.column():
            return None
        return self.rows[index.row()].id, self.columns[index.column() - 1].role

    def row_of(self, key: RecordId) -> int:
        """The row of an activity; -1 while it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == key), -1)

    def column_of(self, role: RecordId) -> int:
        """The column of a role, counted with that of the activities; -1 when there is none."""
        return next((at for at, one in enumerate(self.columns, 1) if one.role == role), -1)

    def notes(self, row: int) -> tuple[Note, ...]:
        """What is wrong with the activity in a row."""
        return self._notes[self.rows[row].id]

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and not index.column() and not self._read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tell = _TOLD.get(role) if index.isValid() else None
        return None if tell is None else tell(self, index)

    @override
    def setData(
        self,
        index: _Index,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() or self._read_only:
            return False
        self.renamed.emit(self.rows[index.row()].id, str(value))
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            named = section < len(self.rows) and role == Qt.ItemDataRole.DisplayRole
            return self.rows[section].activity if named else None
        if not section:
            return _tr("Activity") if role == Qt.ItemDataRole.DisplayRole else None
        return self._head(self.columns[section - 1], role)

    def shown(self, index: _Index) -> str:
        """The words or letters of a cell."""
        if not index.column():
            return self.rows[index.row()].activity
        return letters(self.parts(index))

    def parts(self, index: _Index) -> Parts:
        """The parts in a cell."""
        place = self.place(index)
        return () if place is None else parts_of(self.rows[index.row()], place[1])

    def told_short(self, index: _Index) -> str:
        """What is wrong with the activity, in a few words."""
        if index.column():
            return ""
        return " \u00b7 ".join(note_short(note) for note in self.notes(index.row()))

    def problems(self, index: _Index) -> str:
        """What is wrong with the activity of a cell, in sentences."""
        return " ".join(note_text(self.plan, note) for note in self.notes(index.row()))

    def said(self, index: _Index) -> str:
        """What a screen reader says of a cell."""
        row, problems = self.rows[index.row()], self.problems(index)
        told = row.activity
        if index.column():
            role = self.columns[index.column() - 1].name
            told = _tr("{0}, {1}: {2}").format(row.activity, role, parts_said(self.parts(index)))
        return f"{told}. {problems}" if problems else told

    def tip(self, index: _Index) -> str:
        """The same for a tooltip, where names could pass for markup."""
        return _plain(self.said(index))

    def _head(self, column: RoleColumn, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            note = "" if column.note is None else note_text(self.plan, column.note)
            told = f"{column.name} ({column.tier_name}). {load_said(column.load)}"
            told = f"{told} {note}".strip()
            return _plain(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None


_TOLD: Final[Mapping[int, Callable[[RaciModel, _Index], object]]] = {
    Qt.ItemDataRole.DisplayRole: RaciModel.shown,
    Qt.ItemDataRole.EditRole: RaciModel.shown,
    Qt.ItemDataRole.AccessibleTextRole: RaciModel.said,
    Qt.ItemDataRole.ToolTipRole: RaciModel.tip,
    PARTS_ROLE: RaciModel.parts,
    NOTES_ROLE: RaciModel.told_short,
}
"""What is told under each role."""


def _columns(plan: Plan) -> tuple[RoleColumn, ...]:
    carried = loads(plan)
    notes = role_notes(plan, carried)
    order = (*roles_by_tier(plan), *(role for role in carried if role not in plan.roles))
    return tuple(
        RoleColumn(
            role,
            role_name(plan, role),
            plan.roles[role].tier if role in plan.roles else None,
            carried[role],
            notes.get(role),
        )
        for role in order
    )


def _matches(row: RaciActivity, shown: Shown, notes: Sequence[Note]) -> bool:
    name = row.activity.casefold()
    return (
        all(word in name for word in shown.words.casefold().split())
        and (bool(notes) or not shown.wanting)
        and (shown.role is None or any(item.role == shown.role for item in row.assignments))
    )


def _keys(
    rows: Sequence[RaciActivity], columns: Sequence[RoleColumn]
) -> tuple[list[RecordId], list[RecordId]]:
    return [row.id for row in rows], [one.role for one in columns]


def _plain(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Raci", text)
