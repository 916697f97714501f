"""Differences between two plans, record by record; each can be turned round."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.ordering import unmoved
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.records import Records
from app.domain.plan.table_draft import TableDraft

MANY = 32
"""From so many edits of a table on they are made on a draft of it, which is made once."""


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
    if len(changes) >= MANY:
        return _applied_in_bulk(plan, changes)
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
    counts = Counter(change.kind for change in changes)
    drafts = {kind: TableDraft(plan.table(kind)) for kind, n in counts.items() if n >= MANY}
    made = []
    for change in changes:
        draft = drafts.get(change.kind)
        real = _made(plan.table(change.kind) if draft is None else draft, change)
        if real is None:
            continue
        made.append(real)
        if draft is None:
            plan = apply(plan, (real,))
        else:
            _make(draft, real)
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


def _applied_in_bulk(plan: Plan, changes: ChangeSet) -> Plan:
    """The same, table by table, each put together once."""
    by_kind: dict[Kind, list[RecordChange]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, []).append(change)
    for kind, own in by_kind.items():
        draft = TableDraft(plan.table(kind))
        for change in own:
            _make(draft, change)
        plan = plan.with_table(kind, draft.done())
    return plan


def _make(draft: TableDraft[Any], change: RecordChange) -> None:
    if change.after is None:
        draft.without(change.id)
    else:
        draft.put(change.after, change.after_at)


def _made(table: Records[Any] | TableDraft[Any], change: RecordChange) -> RecordChange | None:
    before = table.get(change.id)
    before_at = None if before is None else table.index(change.id)
    after_at = None if change.after is None else _place(table, change, before_at)
    if before_at == after_at and _same(before, change.after):
        return None
    return RecordChange(change.kind, change.id, before, change.after, before_at, after_at)


def _place(
    table: Records[Any] | TableDraft[Any], change: RecordChange, before_at: int | None
) -> int:
    """Where the record comes to stand; one that is only edited stays where it is."""
    last = len(table) if before_at is None else len(table) - 1
    if change.after_at is None or change.after_at == change.before_at:
        return last if before_at is None else before_at
    return min(max(change.after_at, 0), last)


def _removals(old: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    """Front to back, so that each stands as many places before as are gone already."""
    kept = new.table(kind)
    gone = 0
    for at, record in enumerate(old.table(kind).all()):
        if record.id not in kept:
            yield RecordChange(kind, record.id, record, None, at - gone, None)
            gone += 1


def _placements(plan: Plan, new: Plan, kind: Kind) -> Iterator[RecordChange]:
    """Front to back, each record that moves comes to stand behind the one before it."""
    old, order = plan.table(kind), list(plan.table(kind))
    staying = unmoved(order, new.table(kind))
    if len(staying) == len(order):
        yield from _additions(old, new.table(kind))
        return
    draft, behind = TableDraft(old), None
    for record in new.table(kind).all():
        before = old.get(record.id)
        if record.id not in staying:
            yield RecordChange(kind, record.id, before, record, *_move(draft, record, behind))
        elif not _same(before, record):
            at = draft.index(record.id)
            yield RecordChange(kind, record.id, before, record, at, at)
        behind = record.id


def _additions(old: Records[Any], new: Records[Any]) -> Iterator[RecordChange]:
    """The same where none of `old` moves: all before a place are there when it comes to it."""
    for at, record in enumerate(new.all()):
        before = old.get(record.id)
        if before is None:
            yield RecordChange(kind_of(record), record.id, None, record, None, at)
        elif not _same(before, record):
            yield RecordChange(kind_of(record), record.id, before, record, at, at)


def _same(one: Record | None, other: Record | None) -> bool:
    """Whether they say the same; records that an edit left alone are not compared."""
    return one is other or one == other


def _move(
    draft: TableDraft[Any], record: Record, behind: RecordId | None
) -> tuple[int | None, int]:
    """Put `record` behind another (None: first); its place before, if any, and now."""
    before_at = None if draft.get(record.id) is None else draft.index(record.id)
    draft.without(record.id)
    after_at = 0 if behind is None else draft.index(behind) + 1
    draft.put(record, after_at)
    return before_at, after_at
