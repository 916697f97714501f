"""The steps of one playbook under its phases, as a tree of two levels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.step_ways import steps_of
from ui.bridge.words import counted
from ui.models.record_names import name_of
from ui.models.record_words import choice_text
from ui.widgets.tips import plain_tip

STEP_ROLE = Qt.ItemDataRole.UserRole
"""The id of the step of a row; None on a phase."""
PHASE_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
FOUND_ROLE = Qt.ItemDataRole.UserRole + 3
"""How many open findings a step has."""
MIME: Final = "application/x-irplan-steps"
FIELDS: Final = ("action", "role", "within", "decision", "evidence", "decided_by", "message")
"""The field of a step in each column."""
_PHASES: Final = tuple(Phase)
_LINKS: Final = {"role": Kind.ROLE, "decided_by": Kind.ROLE, "message": Kind.MESSAGE}
_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with its number in the playbook and its open findings."""

    step: PlaybookStep
    number: int
    found: int


class StepsModel(QAbstractItemModel):
    """Every phase is there, with or without steps, so that one can be put into it."""

    placed = Signal(object, object, object)
    """Steps were dropped: carries their ids, the `Phase`, and the place in it (None: last)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._groups: tuple[tuple[StepRow, ...], ...] = tuple(() for _ in _PHASES)
        self._movable = True
        self._renamed = False

    def freeze(self) -> None:
        """Let nothing be dragged or edited."""
        self._movable = False

    def show_steps(self, plan: Plan, playbook: RecordId | None, found: dict[RecordId, int]) -> None:
        """Show the steps of `playbook`; rows that stay keep what is chosen and unfolded."""
        ordered = steps_of(plan, playbook) if playbook is not None else ()
        rows = [StepRow(step, at, found.get(step.id, 0)) for at, step in enumerate(ordered, 1)]
        groups = tuple(tuple(row for row in rows if row.step.phase is each) for each in _PHASES)
        known = self._plan
        self._renamed = known is None or (known.roles, known.messages) != (
            plan.roles,
            plan.messages,
        )
        self._plan = plan
        before = self._groups
        if _keys(before) == _keys(groups):
            self._groups = groups
            self._tell(before)
            return
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def row_of(self, step: RecordId) -> QModelIndex:
        """The first cell of a step; no index when it is not shown."""
        for phase, group in enumerate(self._groups):
            for at, row in enumerate(group):
                if row.step.id == step:
                    return self.index(at, 0, self.index(phase, 0))
        return QModelIndex()

    def row(self, index: _Index) -> StepRow | None:
        """The step of a cell; None on a phase."""
        if not index.isValid() or not index.internalId():
            return None
        group = self._groups[int(index.internalId()) - 1]
        return group[index.row()] if index.row() < len(group) else None

    def phase(self, index: _Index) -> Phase | None:
        """The phase a cell stands in."""
        if not index.isValid():
            return None
        return _PHASES[int(index.internalId()) - 1 if index.internalId() else index.row()]

    @override
    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, child: _Index = _TOP) -> Any:  # Qt has another one of this name
        if not child.isValid() or not child.internalId():
            return QModelIndex()
        return self.createIndex(int(child.internalId()) - 1, 0, 0)

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        if not parent.isValid():
            return len(_PHASES)
        is_phase = not parent.internalId() and parent.column() == 0
        return len(self._groups[parent.row()]) if is_phase else 0

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return len(FIELDS)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return self._of_phase(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row.step, FIELDS[index.column()])
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._text(row.step, FIELDS[index.column()]))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row, index.column())
            case _:
                wanted = {STEP_ROLE: row.step.id, NUMBER_ROLE: row.number, FOUND_ROLE: row.found}
                return row.step.phase if role == PHASE_ROLE else wanted.get(role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _headings()[section]

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._movable or not index.isValid():
            return can
        if self.row(index) is None:
            return can | Qt.ItemFlag.ItemIsDropEnabled
        return can | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        rows = (self.row(index) for index in indexes)
        keys = dict.fromkeys(row.step.id for row in rows if row is not None)
        made.setData(MIME, "\n".join(keys).encode())
        return made

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Nothing is moved here: whoever listens changes the plan, and the rows follow."""
        if not data.hasFormat(MIME) or not parent.isValid() or parent.internalId():
            return False
        keys = [RecordId(key) for key in bytes(data.data(MIME).data()).decode().splitlines()]
        group = [each.step.id for each in self._groups[parent.row()]]
        before = [key for key in group[:row] if key not in keys] if row >= 0 else None
        at = None if before is None else len(before)
        self.placed.emit(keys, _PHASES[parent.row()], at)
        return False

    def _tell(self, before: tuple[tuple[StepRow, ...], ...]) -> None:
        """Names of roles and messages can have changed under the same steps, too."""
        last = len(FIELDS) - 1
        for at, (old, new) in enumerate(zip(before, self._groups, strict=True)):
            if new and (old != new or self._renamed):
                first = self.createIndex(0, 0, at + 1)
                self.dataChanged.emit(first, self.createIndex(len(new) - 1, last, at + 1))

    def _of_phase(self, index: _Index, role: int) -> object:
        if not index.isValid():
            return None
        if index.column():
            return None
        phase = _PHASES[index.row()]
        count = len(self._groups[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice_text(phase)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{choice_text(phase)}, {_steps(count)}"
            case _:
                return {PHASE_ROLE: phase, NUMBER_ROLE: count}.get(role)

    def _text(self, step: PlaybookStep, field: str) -> str:
        value = getattr(step, field)
        if value is None:
            return ""
        if field in _LINKS and self._plan is not None:
            return name_of(self._plan, _LINKS[field], value)
        if field == "decision" and step.branches:
            return f"{value} ({_answers(len(step.branches))})".strip()
        return str(value)

    def _said(self, row: StepRow, column: int) -> str:
        text = self._text(row.step, FIELDS[column])
        if column:
            return f"{_headings()[column]}: {text or _tr('not stated')}"
        words = _tr("Step {0}: {1}").format(row.number, text or _tr("not stated"))
        found = f". {_found(row.found)}" if row.found else ""
        return f"{words.rstrip('.')}{found}"


def _keys(groups: Iterable[Iterable[StepRow]]) -> list[list[RecordId]]:
    return [[row.step.id for row in group] for group in groups]


def _headings() -> tuple[str, ...]:
    return (
        _tr("What to do"),
        _tr("Who"),
        _tr("Within"),
        _tr("Decision"),
        _tr("Evidence"),
        _tr("Decided by"),
        _tr("Message"),
    )


def _steps(count: int) -> str:
    return counted(count, _tr("1 step"), _tr("{n} steps")) if count else _tr("no steps")


def _answers(count: int) -> str:
    return counted(count, _tr("1 way on"), _tr("{n} ways on"))


def _found(count: int) -> str:
    return counted(count, _tr("1 finding"), _tr("{n} findings"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Steps", text)
