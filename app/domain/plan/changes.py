"""Differences between two plans, record by record; each can be turned round."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record, kind_of


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record before and after, with its place in the table.

    No `before`: added. No `after`: removed. Equal but at another place: moved.
    """

    kind: Kind
    id: RecordId
    before: Record | None
    after: Record | None
    before_at: int | None
    after_at: int | None

    def reversed(self) -> "RecordChange":
        """The change that undoes this one."""
        return RecordChange(
            self.kind, self.id, self.after, self.before, self.after_at, self.before_at
        )


ChangeSet = tuple[RecordChange, ...]


def put(plan: Plan, record: Record, at: int | None = None) -> RecordChange:
    """The change that adds `record` (at `at`; None: last), replaces or moves its namesake."""
    kind = kind_of(record)
    table = plan.table(kind)
    before = table.get(record.id)
    before_at = table.index(record.id) if before is not None else None
    last = len(table) if before_at is None else before_at
    return RecordChange(kind, record.id, before, record, before_at, last if at is None else at)


def remove(plan: Plan, kind: Kind, key: RecordId) -> RecordChange:
    """The change that takes the record `key` out.

    Raises:
        KeyError: no such record.
    """
    table = plan.table(kind)
    return RecordChange(kind, key, table[key], None, table.index(key), None)


def apply(plan: Plan, changes: ChangeSet) -> Plan:
    """The plan after `changes`, made one after the other."""
    for change in changes:
        table = plan.table(change.kind)
        if change.after is None:
            table = table.without(change.id)
        else:
            table = table.put(change.after, change.after_at)
        plan = plan.with_table(change.kind, table)
    return plan


def invert(changes: ChangeSet) -> ChangeSet:
    """The changes that lead back."""
    return tuple(change.reversed() for change in reversed(changes))


def difference(old: Plan, new: Plan) -> ChangeSet:
    """Changes that lead from `old` to `new`: removals, then additions, edits and moves."""
    kinds = [kind for kind in Kind if old.table(kind) is not new.table(kind)]
    removed = tuple(change for kind in kinds for change in _removals(old, new, kind))
    plan = apply(old, removed)
    return removed + tuple(change for kind in kinds for change in _placements(plan, new, kind))


def _removals(old: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    for key in old.table(kind):
        if key not in new.table(kind):
            change = remove(old, kind, key)
            old = apply(old, (change,))
            yield change


def _placements(plan: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    for at, record in enumerate(new.table(kind).values()):
        change = put(plan, record, at)
        if change.before != change.after or change.before_at != change.after_at:
            plan = apply(plan, (change,))
            yield change
