"""Adds, edits, copies, moves and removes records, with a dialog where one is needed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.plan.changes import ChangeSet
from app.domain.plan.codec import field_specs
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES, Kind
from ui.bridge.session import PlanBridge
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record.draft import Draft
from ui.dialogs.record.removal import consequences
from ui.models.record_edits import added, fresh_id, kept, matrix_changes, moved, removal
from ui.models.record_form import name_field
from ui.models.record_names import name_of, record_name, table_words
from ui.models.record_options import Option, regimes_among, requirements_among
from ui.models.record_order import RANKED

ORIGIN = "record_editor"
REMOVE = "remove"


class RecordEditor(QObject):
    """Has at most one dialog open; every edit is one undo step of the plan."""

    placed = Signal(object, object)
    """Carries `Kind` and `RecordId` of a record that was added, edited or moved."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window = parent
        self.dialog: QDialog | None = None

    def add(self, kind: Kind, values: Mapping[str, Any] | None = None) -> None:
        """Ask for a new record; `values` are what its form begins with."""
        if self._bridge.read_only:
            return
        start = dict(values or {})
        if kind in RANKED:
            ranks = (level.rank for level in self._bridge.plan.table(kind).values())
            start.setdefault("rank", max(ranks, default=0) + 1)
        heading = table_words(kind).add.rstrip("\u2026")
        self._ask(Draft(kind, heading, start))

    def edit(self, kind: Kind, key: RecordId, field: str = "") -> None:
        """Open the record; the cursor stands in `field` if the form has one of that name."""
        if kind is Kind.CELL:
            self.matrix()
            return
        record = self._bridge.plan.find(kind, key)
        if record is None:
            return
        heading = f"{table_words(kind).one}: {_short(record_name(self._bridge.plan, kind, record))}"
        self._ask(Draft(kind, heading, _values(record), key), field)

    def duplicate(self, kind: Kind, key: RecordId) -> None:
        """Ask for a copy of the record under another name."""
        record = self._bridge.plan.find(kind, key)
        if record is None or self._bridge.read_only:
            return
        values = _values(record)
        name = name_field(kind)
        if values[name]:
            values[name] = self.tr("{0} (copy)").format(values[name])
        if kind in RANKED:
            values["rank"] += 1
        heading = self.tr("Copy of {0}").format(
            _short(record_name(self._bridge.plan, kind, record))
        )
        self._ask(Draft(kind, heading, values, copied=key))

    def remove(self, kind: Kind, key: RecordId) -> None:
        """Remove the record; asks first when others name it."""
        plan = self._bridge.plan
        if plan.find(kind, key) is None or self._bridge.read_only:
            return
        changes = removal(plan, kind, key)
        name = _short(name_of(plan, kind, key))
        label = self.tr("Remove {0}").format(name)
        said = consequences(plan, kind, key, changes)
        if not said:
            self._bridge.apply(changes, label, ORIGIN)
            return
        question = QuestionDialog(
            self._window,
            self.tr("Remove {0}?").format(name),
            said,
            (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove"))),
        )
        question.answered.connect(partial(self._on_answer, changes, label))
        self._open(question)

    def move(self, kind: Kind, key: RecordId, step: int) -> None:
        """Move the record up (-1) or down (1) among those it is shown with."""
        plan = self._bridge.plan
        if plan.find(kind, key) is None or self._bridge.read_only:
            return
        label = self.tr("Move {0}").format(_short(name_of(plan, kind, key)))
        if self._bridge.apply(moved(plan, kind, key, step), label, ORIGIN):
            self.placed.emit(kind, key)

    def matrix(self) -> None:
        """Open the matrix of impact and urgency."""
        from ui.dialogs.record.matrix import MatrixDialog

        made = MatrixDialog(self._bridge.plan, self._window, read_only=self._bridge.read_only)
        made.kept.connect(self._on_matrix)
        self._open(made)

    def _ask(self, draft: Draft, field: str = "") -> None:
        from ui.dialogs.record.dialog import RecordDialog

        plan, read_only = self._bridge.plan, self._bridge.read_only
        draft = replace(draft, regimes=self._regimes(draft))
        made = RecordDialog(
            plan,
            draft,
            self._window,
            requirements=self._requirements(draft),
            read_only=read_only,
        )
        made.focus_on(field)
        made.kept.connect(partial(self._on_kept, draft))
        self._open(made)

    def _requirements(self, draft: Draft) -> tuple[Option, ...]:
        """What evidence can be linked to; no other record names requirements."""
        if draft.kind is not Kind.EVIDENCE:
            return ()
        named = draft.values.get("requirements", ())
        frameworks = self._bridge.judgement.frameworks
        return requirements_among(self._bridge.plan, frameworks, named)

    def _regimes(self, draft: Draft) -> tuple[Option, ...]:
        """What a duty can come from; no other record names regimes."""
        if draft.kind is not Kind.OBLIGATION:
            return ()
        regimes = self._bridge.judgement.standards.regimes
        return regimes_among(regimes, draft.values.get("regime", ""))

    def _open(self, dialog: QDialog) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = dialog
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.open()

    def _on_finished(self, dialog: QDialog, result: int) -> None:
        del result
        if self.dialog is dialog:
            self.dialog = None

    def _on_kept(self, draft: Draft, values: dict[str, Any]) -> None:
        plan, kind = self._bridge.plan, draft.kind
        named = str(values.get(name_field(kind), ""))
        if draft.editing is not None:
            now: Any = plan.table(kind)[draft.editing]
            record = replace(now, **values)
            changes, label = kept(plan, record), self.tr("Edit {0}")
        else:
            record = RECORD_TYPES[kind](id=fresh_id(plan, kind, named), **values)
            changes, label = added(plan, record, draft.copied), self.tr("Add {0}")
        self._bridge.apply(changes, label.format(_short(record_name(plan, kind, record))), ORIGIN)
        self.placed.emit(kind, record.id)

    def _on_matrix(self, chosen: dict[Any, Any]) -> None:
        changes = matrix_changes(self._bridge.plan, chosen)
        self._bridge.apply(changes, self.tr("Matrix"), ORIGIN)

    def _on_answer(self, changes: ChangeSet, label: str, answer: str) -> None:
        if answer == REMOVE:
            self._bridge.apply(changes, label, ORIGIN)


def _values(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    return {
        spec.name: getattr(record, spec.name)
        for spec in field_specs(type(record))
        if spec.name != "id"
    }


def _short(name: str) -> str:
    """The name where there is room for one line."""
    return name if len(name) <= 44 else f"{name[:43].rstrip()}\u2026"
