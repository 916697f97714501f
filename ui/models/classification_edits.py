"""Edits of levels and of the matrix as changes of the plan, each of them one undo step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.domain.plan.changes import ChangeSet, difference, put
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.severity_order import landing
from ui.models.record_edits import matrix_changes
from ui.models.record_links import without
from ui.models.record_order import in_order

Place = tuple[RecordId, RecordId]
"""An impact and an urgency."""


def level_moved(plan: Plan, kind: Kind, key: RecordId, to: int) -> ChangeSet:
    """Puts a level at the place `to`, counted from 0 at the worst; all get ranks from 1 on."""
    group = [level for level in in_order(plan, kind) if level.id != key]
    group.insert(min(max(to, 0), len(group)), plan.table(kind)[key])
    return renumbered(group, plan)


def renumbered(levels: Iterable[Any], plan: Plan) -> ChangeSet:
    """Gives the levels ranks from 1 on in this order; those that have theirs are left alone."""
    ranked = enumerate(levels, 1)
    return tuple(
        put(plan, replace(level, rank=rank)) for rank, level in ranked if level.rank != rank
    )


def level_removed(plan: Plan, kind: Kind, key: RecordId) -> ChangeSet:
    """Takes a level out with every mention of it; those below it move up a rank."""
    rest = without(plan, kind, key)
    for level in in_order(rest, kind):
        rank = in_order(rest, kind).index(level) + 1
        rest = rest.with_table(kind, rest.table(kind).put(replace(level, rank=rank)))
    return difference(plan, rest)


def field_changed(plan: Plan, kind: Kind, key: RecordId, values: Mapping[str, Any]) -> ChangeSet:
    """Sets fields of one record."""
    record: Any = plan.table(kind)[key]
    return (put(plan, replace(record, **values)),)


def cells_set(plan: Plan, places: Iterable[Place], severity: RecordId | None) -> ChangeSet:
    """Gives every place the same severity; None leaves them open."""
    return matrix_changes(plan, dict.fromkeys(places, severity))


def filled(plan: Plan, rows: list[list[Place]]) -> ChangeSet:
    """Gives every place of a row what its first one has."""
    chosen: dict[Place, RecordId | None] = {}
    for first, *others in rows:
        level = landing(plan, *first)
        chosen |= dict.fromkeys(others, None if level is None else level.id)
    return matrix_changes(plan, chosen)


def level_called(plan: Plan, text: str) -> SeverityLevel | None:
    """The severity people mean by `text`: its name, the first word of it, or its place from 1."""
    wanted = " ".join(text.split()).casefold()
    levels = in_order(plan, Kind.SEVERITY)
    for level in levels:
        if level.name.casefold() == wanted:
            return level  # type: ignore[no-any-return]  # tables hand out any record
    short = [level for level in levels if level.name.casefold().split()[:1] == [wanted]]
    if len(short) == 1:
        return short[0]  # type: ignore[no-any-return]
    if wanted.isdecimal() and wanted.isascii() and len(wanted) < 3 and int(wanted) > 0:
        return next(iter(levels[int(wanted) - 1 : int(wanted)]), None)
    return None
