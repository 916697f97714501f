"""Who holds a role and who deputises, in order; and what a person leaves behind."""

from dataclasses import replace

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role


def hold(plan: Plan, role: RecordId, person: RecordId | None) -> ChangeSet:
    """Makes `person` the holder (None: nobody); a deputy who takes over is a deputy no more.

    Raises:
        KeyError: no such role.
    """
    found = plan.roles[role]
    deputies = tuple(one for one in found.deputies if one != person)
    return _changed(plan, replace(found, holder=person, deputies=deputies))


def deputise(plan: Plan, role: RecordId, person: RecordId) -> ChangeSet:
    """Adds `person` as the last deputy; nothing where they hold the role or deputise already.

    Raises:
        KeyError: no such role.
    """
    found = plan.roles[role]
    if person == found.holder or person in found.deputies:
        return ()
    return _changed(plan, replace(found, deputies=(*found.deputies, person)))


def relieve(plan: Plan, role: RecordId, person: RecordId) -> ChangeSet:
    """Takes `person` off the deputies.

    Raises:
        KeyError: no such role.
    """
    found = plan.roles[role]
    deputies = tuple(one for one in found.deputies if one != person)
    return _changed(plan, replace(found, deputies=deputies))


def reorder(plan: Plan, role: RecordId, at: int, step: int) -> ChangeSet:
    """Lets the deputy at `at` (from 0) take over earlier (-1) or later (1); nothing at an end.

    Raises:
        KeyError: no such role.
    """
    found = plan.roles[role]
    deputies, to = list(found.deputies), at + step
    if not (0 <= at < len(deputies) and 0 <= to < len(deputies)):
        return ()
    deputies[at], deputies[to] = deputies[to], deputies[at]
    return _changed(plan, replace(found, deputies=tuple(deputies)))


def left_empty(plan: Plan, person: RecordId) -> tuple[Role, ...]:
    """The roles that nobody holds once `person` is gone."""
    return tuple(role for role in plan.roles.values() if role.holder == person)


def left_without_deputy(plan: Plan, person: RecordId) -> tuple[Role, ...]:
    """The roles for which nobody deputises once `person` is gone."""
    return tuple(
        role
        for role in plan.roles.values()
        if person in role.deputies and all(one == person for one in role.deputies)
    )


def _changed(plan: Plan, role: Role) -> ChangeSet:
    return () if role == plan.roles[role.id] else (put(plan, role),)
