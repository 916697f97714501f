"""What a person does to playbooks, each one step of the plan's history."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook
from app.services.playbooks.arranging import (
    playbook_removed,
    step_added,
    steps_moved,
    steps_placed,
    steps_removed,
)
from app.services.playbooks.copying import free_name, playbook_copied, steps_copied
from app.services.playbooks.offering import adopted, dropped
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted

ORIGIN = "playbooks"
FIELDS_ORIGIN = "playbook_fields"
"""Edits made in a form, which shows already what was entered."""


class PlaybookEdits:
    """Nothing is done in a plan that is only read."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge

    def set_field(self, kind: Kind, key: RecordId, field: str, value: Any) -> bool:  # noqa: ANN401
        """Put `value` into a field of a playbook or step; typing on in it is the same step."""
        record: Any = self._bridge.plan.find(kind, key)
        if record is None or getattr(record, field) == value:
            return False
        changes = (put(self._bridge.plan, replace(record, **{field: value})),)
        words = _tr("Edit the playbook") if kind is Kind.PLAYBOOK else _tr("Edit the step")
        return self._apply(changes, words, FIELDS_ORIGIN, f"{key}/{field}")

    def add_blank(self) -> RecordId | None:
        """A playbook with a name and nothing else."""
        plan = self._bridge.plan
        name = free_name(plan, _tr("New playbook"))
        made = Playbook(id_from_name(name, frozenset(map(str, plan.playbooks))), name)
        return made.id if self._apply((put(plan, made),), _tr("Add a playbook")) else None

    def adopt(self, keys: Sequence[RecordId]) -> None:
        """Playbooks of the library, with the messages and roles they need."""
        changes = adopted(self._bridge.plan, self._bridge.template, keys)
        one = _tr("Add a playbook from the library")
        many = _tr("Add {n} playbooks from the library")
        self._apply(changes, counted(len(keys), one, many))

    def copy(self, playbook: RecordId) -> RecordId | None:
        """A copy of a playbook behind it, with copies of its steps."""
        plan = self._bridge.plan
        original = plan.playbooks[playbook]
        name = free_name(plan, _tr("{0} (copy)").format(original.name))
        key, changes = playbook_copied(plan, playbook, name)
        label = _tr("Duplicate {0}").format(original.name)
        return key if self._apply(changes, label) else None

    def remove(self, playbook: RecordId) -> bool:
        """Take a playbook out, with its steps."""
        plan = self._bridge.plan
        gone = (*dropped(plan, self._bridge.template, playbook), *playbook_removed(plan, playbook))
        return self._apply(gone, _tr("Remove {0}").format(plan.playbooks[playbook].name))

    def add_step(
        self, playbook: RecordId, below: RecordId | None, phase: Phase | None
    ) -> RecordId | None:
        """A step under another one, or else the last one of `phase`."""
        plan = self._bridge.plan
        key, changes = step_added(plan, playbook, below)
        if below is None and phase is not None:
            (added,) = changes
            made: Any = added.after
            changes = (put(plan, replace(made, phase=phase)),)
        return key if self._apply(changes, _tr("Add a step")) else None

    def copy_steps(self, keys: Sequence[RecordId]) -> tuple[RecordId, ...]:
        """Copies of steps behind the last of them."""
        made, changes = steps_copied(self._bridge.plan, keys)
        label = counted(len(keys), _tr("Duplicate a step"), _tr("Duplicate {n} steps"))
        return made if self._apply(changes, label) else ()

    def remove_steps(self, keys: Sequence[RecordId]) -> bool:
        """Take steps out."""
        label = counted(len(keys), _tr("Remove a step"), _tr("Remove {n} steps"))
        return self._apply(steps_removed(self._bridge.plan, keys), label)

    def move_steps(self, keys: Sequence[RecordId], by: int) -> bool:
        """Move steps up (-1) or down (1)."""
        return self._apply(steps_moved(self._bridge.plan, keys, by), _moved(len(keys)))

    def place_steps(self, keys: Sequence[RecordId], phase: Phase, at: int | None) -> bool:
        """Put steps at a place of a phase; None is the last."""
        changes = steps_placed(self._bridge.plan, keys, phase, at)
        return self._apply(changes, _moved(len(keys)))

    def _apply(self, changes: ChangeSet, label: str, origin: str = ORIGIN, merge: str = "") -> bool:
        if self._bridge.read_only:
            return False
        return self._bridge.apply(changes, label, origin, merge)


def _moved(count: int) -> str:
    return counted(count, _tr("Move a step"), _tr("Move {n} steps"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlaybookEdits", text)
