"""What became of each record between two plans."""

from collections.abc import Iterator
from typing import Any, Final

from app.domain.comparing.calling import called
from app.domain.comparing.comparison import Comparison, Fate, FieldDifference, RecordDifference
from app.domain.plan.changes import ChangeSet, RecordChange, difference
from app.domain.plan.codec import field_data, field_specs, record_data
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan, Record
from app.domain.plan.records import Records

SILENT: Final[tuple[object, ...]] = (None, "", [])
"""Data that says nothing."""


def compare(old: Plan, new: Plan) -> Comparison:
    """All that differs between `old` and `new`, in the fewest additions, removals and moves.

    A removed record is listed behind the record it used to stand behind. Tables that both plans
    share cost nothing, so that plans made from one another are compared the fastest.
    """
    by_kind: dict[Kind, list[RecordChange]] = {}
    for change in difference(old, new):
        by_kind.setdefault(change.kind, []).append(change)
    return Comparison(
        tuple(
            _differing(change, old, new)
            for kind in Kind
            if kind in by_kind
            for change in _in_order(tuple(by_kind[kind]), tuple(old.table(kind)), new.table(kind))
        )
    )


def _in_order(changes: ChangeSet, old: tuple[RecordId, ...], new: Records[Any]) -> ChangeSet:
    places = {key: (at, 0) for at, key in enumerate(new)}
    behind = -1
    for at, key in enumerate(old, 1):
        if key in new:
            behind, _ = places[key]
        else:
            places[key] = (behind, at)
    return tuple(sorted(changes, key=lambda change: places[change.id]))


def _differing(change: RecordChange, old: Plan, new: Plan) -> RecordDifference:
    before, after = change.before, change.after
    if before is not None and after is not None:
        fields = tuple(_edited(before, after))
        fate = Fate.EDITED if fields else Fate.MOVED
        return RecordDifference(change.kind, change.id, called(new, after), fate, fields)
    if after is not None:
        said = tuple(FieldDifference(name, None, data) for name, data in _said(after))
        return RecordDifference(change.kind, change.id, called(new, after), Fate.ADDED, said)
    assert before is not None  # noqa: S101 - a change has at least one side
    said = tuple(FieldDifference(name, data, None) for name, data in _said(before))
    return RecordDifference(change.kind, change.id, called(old, before), Fate.REMOVED, said)


def _edited(before: Record, after: Record) -> Iterator[FieldDifference]:
    for spec in field_specs(type(after)):
        was, becomes = getattr(before, spec.name), getattr(after, spec.name)
        if was != becomes:
            yield FieldDifference(
                spec.name, field_data(before, spec.name), field_data(after, spec.name)
            )


def _said(record: Record) -> Iterator[tuple[str, object]]:
    for name, data in record_data(record).items():
        if name != "id" and data not in SILENT:
            yield name, data
