"""Edits of the RACI table as changes of the plan, each of them one undo step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment

Place = tuple[RecordId, RecordId]
"""An activity and a role."""

Parts = tuple[Raci, ...]
"""What one role does in one activity, each part once; empty when nothing."""

ORDER: Final = (Raci.ACCOUNTABLE, Raci.RESPONSIBLE, Raci.CONSULTED, Raci.INFORMED)
"""How several parts of one role are written, as in A/R."""


def parts_of(row: RaciActivity, role: RecordId) -> Parts:
    """The parts of a role in an activity, in `ORDER`."""
    had = {item.part for item in row.assignments if item.role == role}
    return tuple(part for part in ORDER if part in had)


def cells_set(plan: Plan, chosen: Mapping[Place, Parts]) -> ChangeSet:
    """Gives every place its parts; places of activities that are gone are left out."""
    by_row: dict[RecordId, dict[RecordId, Parts]] = {}
    for (activity, role), parts in chosen.items():
        if activity in plan.raci and set(parts_of(plan.raci[activity], role)) != set(parts):
            by_row.setdefault(activity, {})[role] = parts
    return tuple(put(plan, _with_parts(plan.raci[key], new)) for key, new in by_row.items())


def part_toggled(plan: Plan, places: Iterable[Place], part: Raci) -> ChangeSet:
    """Adds a part to what each place has; takes it off where all of them have it."""
    now = {place: _parts_at(plan, place) for place in places if place[0] in plan.raci}
    off = all(part in parts for parts in now.values())
    return cells_set(
        plan,
        {
            place: tuple(one for one in ORDER if (one in parts or one is part))
            if not off
            else tuple(one for one in parts if one is not part)
            for place, parts in now.items()
        },
    )


def next_part(parts: Parts) -> Parts:
    """What a click makes of a cell: nothing, R, A, C, I and nothing again."""
    cycle: tuple[Parts, ...] = (
        (),
        (Raci.RESPONSIBLE,),
        (Raci.ACCOUNTABLE,),
        (Raci.CONSULTED,),
        (Raci.INFORMED,),
    )
    return cycle[(cycle.index(parts) + 1) % len(cycle)] if parts in cycle else ()


def added(plan: Plan, name: str, at: int | None = None) -> tuple[RecordId, ChangeSet]:
    """A new activity at the place `at` (None: last), with its id."""
    key = id_from_name(name, frozenset(map(str, plan.raci)))
    return key, (put(plan, RaciActivity(key, name), at),)


def copied(plan: Plan, key: RecordId, name: str) -> tuple[RecordId, ChangeSet]:
    """A copy behind the activity `key`, with the same parts.

    Raises:
        KeyError: no such activity.
    """
    new = id_from_name(name, frozenset(map(str, plan.raci)))
    row = replace(plan.raci[key], id=new, activity=name)
    return new, (put(plan, row, plan.raci.index(key) + 1),)


def renamed(plan: Plan, key: RecordId, name: str) -> ChangeSet:
    """Gives an activity another name.

    Raises:
        KeyError: no such activity.
    """
    return (put(plan, replace(plan.raci[key], activity=name)),)


def moved(plan: Plan, key: RecordId, to: RecordId) -> ChangeSet:
    """Puts an activity at the place that `to` has now.

    Raises:
        KeyError: no such activity.
    """
    return (put(plan, plan.raci[key], plan.raci.index(to)),)


def _parts_at(plan: Plan, place: Place) -> Parts:
    return parts_of(plan.raci[place[0]], place[1])


def _with_parts(row: RaciActivity, new: Mapping[RecordId, Parts]) -> RaciActivity:
    """The row with other parts of some roles, which stay where they first stood in it."""
    made: list[RaciAssignment] = []
    placed: set[RecordId] = set()
    for item in row.assignments:
        if item.role not in new:
            made.append(item)
        elif item.role not in placed:
            placed.add(item.role)
            made += _assigned(item.role, new[item.role])
    for role, parts in new.items():
        if role not in placed:
            made += _assigned(role, parts)
    return replace(row, assignments=tuple(made))


def _assigned(role: RecordId, parts: Parts) -> list[RaciAssignment]:
    return [RaciAssignment(role, part) for part in ORDER if part in parts]
