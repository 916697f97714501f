"""An editing session: one plan, its undo history and what is not saved yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace

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
        in one field does. Changes may all have been prepared on the present plan.
        """
        real = differences.made_on(self._plan, changes)
        if not real:
            return False
        self._remember(Step(real, label, merge))
        self._move(real, label, origin)
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
        self.end_merge()
        self._move(differences.invert(step.changes), step.label, "")
        return True

    def redo(self) -> bool:
        """Do the last undone step again; False when there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self.end_merge()
        self._move(step.changes, step.label, "")
        return True

    def seal(self) -> None:
        """Nothing done so far can be undone any more, since something final rests on it."""
        self._done.clear()
        self._undone.clear()

    def settle(self, changes: ChangeSet, label: str) -> None:
        """Take in what was committed already and nobody can undo, such as acts of approval."""
        self._saved = differences.apply(self._saved, changes)
        self._move(changes, label, "")

    def unsaved(self) -> ChangeSet:
        """The fewest changes that lead from the saved plan to this one."""
        return differences.difference(self._saved, self._plan)

    def mark_saved(self, plan: Plan) -> None:
        """`plan`, which this session held at some time, is now what is stored."""
        self._saved = plan

    def _move(self, changes: ChangeSet, label: str, origin: str) -> None:
        self._plan = differences.apply(self._plan, changes)
        for listener in tuple(self._listeners):
            listener(Change(changes, label, origin))

    def _remember(self, step: Step) -> None:
        self._undone.clear()
        if self._done and step.merge and self._done[-1].merge == step.merge:
            step = Step(_merged(self._done.pop().changes + step.changes), step.label, step.merge)
        if step.changes:
            self._done.append(step)
        del self._done[:-UNDO_STEPS]


def _merged(changes: ChangeSet) -> ChangeSet:
    """Edits of one record in a row become one, or none when they lead back to where they began."""
    merged: list[RecordChange] = []
    for change in changes:
        whole = change
        if merged and (merged[-1].kind, merged[-1].id) == (change.kind, change.id):
            first = merged.pop()
            whole = replace(change, before=first.before, before_at=first.before_at)
        if whole.before != whole.after or whole.before_at != whole.after_at:
            merged.append(whole)
    return tuple(merged)
