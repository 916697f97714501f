"""Differences between two plans, record by record; each can be turned round."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.ordering import unmoved
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.records import Records


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record before and after, with its place in the table.

    No `before`: added. No `after`: removed. Equal but at another place: moved.
    Added at no place: at the end.
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
    return RecordChange(kind, record.id, before, record, before_at, before_at if at is None else at)


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


def made_on(plan: Plan, changes: ChangeSet) -> ChangeSet:
    """`changes` as they come out when made on `plan`, without those that change nothing.

    Each then holds what was really there before it, so that they can be turned round even
    if all of them were prepared on the same plan, or on an older one.
    """
    made = []
    for change in changes:
        real = _made(plan.table(change.kind), change)
        if real is not None:
            made.append(real)
            plan = apply(plan, (real,))
    return tuple(made)


def invert(changes: ChangeSet) -> ChangeSet:
    """The changes that lead back."""
    return tuple(change.reversed() for change in reversed(changes))


def difference(old: Plan, new: Plan) -> ChangeSet:
    """The fewest changes that lead from `old` to `new`, at most one for each record.

    Removals come first, then additions, edits and moves.
    """
    kinds = [kind for kind in Kind if old.table(kind) is not new.table(kind)]
    removed = tuple(change for kind in kinds for change in _removals(old, new, kind))
    plan = apply(old, removed)
    return removed + tuple(change for kind in kinds for change in _placements(plan, new, kind))


def _made(table: Records[Any], change: RecordChange) -> RecordChange | None:
    before = table.get(change.id)
    before_at = None if before is None else table.index(change.id)
    after_at = None if change.after is None else _place(table, change, before_at)
    if before == change.after and before_at == after_at:
        return None
    return RecordChange(change.kind, change.id, before, change.after, before_at, after_at)


def _place(table: Records[Any], change: RecordChange, before_at: int | None) -> int:
    """Where the record comes to stand; one that is only edited stays where it is."""
    last = len(table) if before_at is None else len(table) - 1
    if change.after_at is None or change.after_at == change.before_at:
        return last if before_at is None else before_at
    return min(max(change.after_at, 0), last)


def _removals(old: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    for key in old.table(kind):
        if key not in new.table(kind):
            change = remove(old, kind, key)
            old = apply(old, (change,))
            yield change


def _placements(plan: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    """Front to back, each record that moves comes to stand behind the one before it."""
    old, order = plan.table(kind), list(plan.table(kind))
    staying = unmoved(order, new.table(kind))
    behind: RecordId | None = None
    for key, record in new.table(kind).items():
        before = old.get(key)
        if key not in staying:
            yield RecordChange(kind, key, before, record, *_move(order, key, behind))
        elif before != record:
            at = order.index(key)
            yield RecordChange(kind, key, before, record, at, at)
        behind = key


def _move(order: list[RecordId], key: RecordId, behind: RecordId | None) -> tuple[int | None, int]:
    """Put `key` behind another (None: first); its place before, if any, and now."""
    before_at = order.index(key) if key in order else None
    if before_at is not None:
        del order[before_at]
    after_at = 0 if behind is None else order.index(behind) + 1
    order.insert(after_at, key)
    return before_at, after_at
