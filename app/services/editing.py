"""An editing session: one plan, its undo history and what is not saved yet."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.plan import changes as differences
from app.domain.plan.changes import ChangeSet, RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan

UNDO_STEPS = 500
"""How many steps are kept; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Change:
    """What just changed, for views: `origin` names the view that did it, blank for undo."""

    changes: ChangeSet
    label: str
    origin: str

    @property
    def kinds(self) -> frozenset[Kind]:
        """The tables concerned."""
        return frozenset(change.kind for change in self.changes)

    def ids(self, kind: Kind) -> frozenset[RecordId]:
        """The records of `kind` concerned."""
        return frozenset(change.id for change in self.changes if change.kind is kind)


@dataclass(frozen=True, slots=True)
class Step:
    """One undo step."""

    changes: ChangeSet
    label: str
    merge: str


Listener = Callable[[Change], None]


class EditingSession:
    """Applies edits to an immutable plan and remembers the way back."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._saved = plan
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._touched: dict[tuple[Kind, RecordId], None] = {}
        self._listeners: list[Listener] = []

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was last saved."""
        return bool(self.unsaved())

    @property
    def undo_label(self) -> str:
        """What undo would take back; blank when there is nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; blank when there is nothing."""
        return self._undone[-1].label if self._undone else ""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; the result ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, changes: ChangeSet, label: str, origin: str = "", merge: str = "") -> bool:
        """Make `changes` one undo step; False when they change nothing.

        Steps that follow each other with the same non-blank `merge` become one, as typing
        in one field does.
        """
        real = tuple(change for change in changes if _changes_something(change))
        if not real:
            return False
        self._move(real, label, origin)
        self._remember(Step(real, label, merge))
        return True

    def end_merge(self) -> None:
        """The next edit starts an undo step of its own."""
        if self._done:
            last = self._done[-1]
            self._done[-1] = Step(last.changes, last.label, "")

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        self._move(differences.invert(step.changes), step.label, "")
        return True

    def redo(self) -> bool:
        """Do the last undone step again; False when there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self._move(step.changes, step.label, "")
        return True

    def unsaved(self) -> ChangeSet:
        """The least changes that lead from the saved plan to this one."""
        found = (self._since_saved(kind, key) for kind, key in self._touched)
        return tuple(
            sorted((change for change in found if change is not None), key=_removals_first)
        )

    def mark_saved(self, plan: Plan) -> None:
        """`plan`, which this session held at some time, is now what is stored."""
        self._saved = plan
        if plan is self._plan:
            self._touched.clear()

    def _since_saved(self, kind: Kind, key: RecordId) -> RecordChange | None:
        old, new = self._saved.table(kind), self._plan.table(kind)
        before, after = old.get(key), new.get(key)
        change = RecordChange(
            kind,
            key,
            before,
            after,
            None if before is None else old.index(key),
            None if after is None else new.index(key),
        )
        return change if _changes_something(change) else None

    def _move(self, changes: ChangeSet, label: str, origin: str) -> None:
        self._plan = differences.apply(self._plan, changes)
        self._touched.update(dict.fromkeys((change.kind, change.id) for change in changes))
        for listener in tuple(self._listeners):
            listener(Change(changes, label, origin))

    def _remember(self, step: Step) -> None:
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and step.merge and last.merge == step.merge:
            self._done[-1] = Step(_merged(last.changes + step.changes), step.label, step.merge)
            return
        self._done.append(step)
        del self._done[:-UNDO_STEPS]


def _changes_something(change: RecordChange) -> bool:
    return change.before != change.after or change.before_at != change.after_at


def _removals_first(change: RecordChange) -> tuple[bool, int]:
    return (change.after is not None, change.after_at or 0)


def _merged(changes: ChangeSet) -> ChangeSet:
    """Edits of one record in a row become one edit from the first state to the last."""
    merged: list[RecordChange] = []
    for change in changes:
        last = merged[-1] if merged else None
        if last is not None and (last.kind, last.id) == (change.kind, change.id):
            merged[-1] = RecordChange(
                change.kind, change.id, last.before, change.after, last.before_at, change.after_at
            )
        else:
            merged.append(change)
    return tuple(merged)
