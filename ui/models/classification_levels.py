"""The levels of one scale as a table that is edited in place and put in order by dragging."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.texts import cleaned
from ui.bridge.session import PlanBridge
from ui.models.cells import CellRow, CellsModel
from ui.models.classification_edits import field_changed, level_moved
from ui.models.classification_rows import scale_rows, severity_rows
from ui.models.classification_times import NotTimes, pair_text, typed_pair, typed_span
from ui.models.record_edits import same_name
from ui.models.record_typing import typed_text

ORIGIN: Final = "classification"
DRAGGED: Final = "application/x-irplan-level"
"""What a dragged row carries: its kind and its place."""

_PAIRS: Final = {
    "respond": ("respond_in_hours", "respond_out_of_hours"),
    "escalate": ("escalate_in_hours", "escalate_out_of_hours"),
}
_SEVERITY_FIELDS: Final = ("name", "meaning", "respond", "update_every", "escalate", "informed")
_SCALE_FIELDS: Final = ("name", "meaning")
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class LevelsModel(CellsModel[CellRow]):
    """Severities, impacts or urgencies, the worst first."""

    refused = Signal(str)
    """What was typed cannot be taken; carries a sentence that says why."""
    dropped = Signal(object)
    """Carries the id of the level that was dragged elsewhere."""

    def __init__(self, bridge: PlanBridge, kind: Kind, parent: QObject) -> None:
        self.fields: tuple[str, ...] = _fields(kind)
        super().__init__([_heading(field) for field in self.fields], parent)
        self._bridge = bridge
        self.kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Show the levels as they are now."""
        plan = self._bridge.plan
        severity = self.kind is Kind.SEVERITY
        self.show_rows(severity_rows(plan) if severity else scale_rows(plan, self.kind))

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._bridge.read_only:
            return flags
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        typed = self.fields[index.column()] != "informed"
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return super().data(index, role)
        return self._typed(self.rows[index.row()].key, self.fields[index.column()])

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self._bridge.read_only:
            return False
        key = RecordId(self.rows[index.row()].key)
        field, text = self.fields[index.column()], cleaned(str(value)).strip()
        if text == str(self._typed(key, field)).strip():
            return False
        problem = self._problem(key, field, text)
        if problem:
            self.refused.emit(problem)
            return False
        values = self._values(key, field, text)
        changes = field_changed(self._bridge.plan, self.kind, key, values)
        name = text if field == "name" else self._record(key).name
        return self._bridge.apply(changes, _tr("Edit {0}").format(name), ORIGIN)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        key = self.rows[indexes[0].row()].key if indexes else ""
        made.setData(DRAGGED, f"{self.kind.value}/{key}".encode())
        return made

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """The plan moves the row, so the view must not take it out: never says it took the row."""
        kind, _, key = bytes(data.data(DRAGGED).data()).decode().partition("/")
        rows = [item.key for item in self.rows]
        if kind != self.kind.value or key not in rows:
            return False
        to = parent.row() if parent.isValid() else row if row >= 0 else len(rows)
        here = rows.index(key)
        self.move(RecordId(key), to - 1 if not parent.isValid() and to > here else to)
        return False

    def move(self, key: RecordId, to: int) -> bool:
        """Put the level at the place `to`, counted from 0; False when it stands there."""
        if self._bridge.read_only:
            return False
        label = _tr("Move {0}").format(self._record(key).name)
        done = self._bridge.apply(self._moved(key, to), label, ORIGIN)
        if done:
            self.dropped.emit(key)
        return done

    def _moved(self, key: RecordId, to: int) -> ChangeSet:
        return level_moved(self._bridge.plan, self.kind, key, to)

    def _values(self, key: RecordId, field: str, text: str) -> dict[str, Any]:
        """The fields that `text`, typed in the column `field` of the record `key`, sets."""
        del key
        if field in _PAIRS:
            return dict(zip(_PAIRS[field], typed_pair(text), strict=True))
        return {field: typed_span(text) if field == "update_every" else text}

    def _record(self, key: str) -> Any:  # noqa: ANN401 - a level of any of the three scales
        return self._bridge.plan.table(self.kind)[RecordId(key)]

    def _typed(self, key: str, field: str) -> str:
        record = self._record(key)
        if field in _PAIRS:
            inside, outside = _PAIRS[field]
            return pair_text((getattr(record, inside), getattr(record, outside)))
        return "" if field == "informed" else typed_text(getattr(record, field))

    def _problem(self, key: RecordId, field: str, text: str) -> str:
        """Why `text` cannot be taken; blank when it can."""
        if field == "name":
            return _name_problem(self._bridge.plan, self.kind, key, text)
        try:
            self._values(key, field, text)
        except NotTimes as error:
            said = _tr("\u201c{0}\u201d is no span of time; write one such as 30 minutes.")
            return said.format(error)
        return ""


def _fields(kind: Kind) -> tuple[str, ...]:
    match kind:
        case Kind.SEVERITY:
            return _SEVERITY_FIELDS
        case Kind.DIMENSION:
            return ("name",)
        case _:
            return _SCALE_FIELDS


def _name_problem(plan: Plan, kind: Kind, key: RecordId, text: str) -> str:
    if not text:
        return _tr("A name is needed here; the old one is kept.")
    if same_name(plan, kind, text, key):
        return _tr("Another one is called \u201c{0}\u201d; give each its own name.").format(text)
    return ""


def _heading(field: str) -> str:
    return {
        "name": _tr("Level"),
        "meaning": _tr("Meaning"),
        "respond": _tr("Respond"),
        "update_every": _tr("Update"),
        "escalate": _tr("Escalate"),
        "informed": _tr("Told"),
    }[field]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classification", text)
