"""Edits that a person makes to a plan, each at a place chosen anew."""

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.links import LINKS
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.playbooks import Phase, PlaybookStep

ADDED = RecordId("added-step")

Edit = Callable[[Plan], ChangeSet]


def edits(plan: Plan) -> Iterator[tuple[str, Edit]]:
    """One letter more in any text of each table, and what is chosen, added, removed and moved."""
    chance = random.Random(1)  # noqa: S311 - the same edits every time
    for kind in Kind:
        places = [
            (one.id, field) for one in plan.table(kind).values() for field in _texts(kind, one)
        ]
        if places:
            yield f"{kind.value}: a letter", _typing(kind, places, chance)
    yield "roles: holder", _another_holder(plan, chance)
    yield "severities: time", _another_time(plan, chance)
    yield "steps: added or removed", _coming_and_going(plan, chance)
    yield "steps: moved", _moving(plan, chance)


def _texts(kind: Kind, record: Record) -> list[str]:
    """The fields of `record`, one of `kind`, that hold text and no name of another record."""
    names = [field.name for field in fields(record) if field.name not in LINKS.get(kind, {})]
    return [
        name
        for name in names
        if name not in {"id", "target_id"} and isinstance(getattr(record, name), str)
    ]


def _typing(kind: Kind, places: list[tuple[RecordId, str]], chance: random.Random) -> Edit:
    def typed(now: Plan) -> ChangeSet:
        key, field = chance.choice(places)
        record = now.table(kind)[key]
        return (put(now, replace(record, **{field: getattr(record, field) + "a"})),)

    return typed


def _another_holder(plan: Plan, chance: random.Random) -> Edit:
    """Any role goes to any person."""
    roles, people = [*plan.roles], [*plan.people]

    def given(now: Plan) -> ChangeSet:
        role = now.roles[chance.choice(roles)]
        return (put(now, replace(role, holder=chance.choice(people))),)

    return given


def _another_time(plan: Plan, chance: random.Random) -> Edit:
    """Any level allows another time to respond."""
    levels = [*plan.severities]

    def allowed(now: Plan) -> ChangeSet:
        level = now.severities[chance.choice(levels)]
        span = Duration(chance.randrange(1, 100), TimeUnit.MINUTES)
        return (put(now, replace(level, respond_in_hours=span)),)

    return allowed


def _coming_and_going(plan: Plan, chance: random.Random) -> Edit:
    """A step comes at any place, and is gone the next time."""
    playbooks, roles = [*plan.playbooks], [*plan.roles]

    def changed(now: Plan) -> ChangeSet:
        if ADDED in now.steps:
            return (remove(now, Kind.STEP, ADDED),)
        playbook, role = chance.choice(playbooks), chance.choice(roles)
        step = PlaybookStep(ADDED, playbook, Phase.CONTAIN, "Cut the line.", role)
        return (put(now, step, chance.randrange(len(now.steps))),)

    return changed


def _moving(plan: Plan, chance: random.Random) -> Edit:
    """Any step goes to any other place."""
    steps = [*plan.steps]

    def moved(now: Plan) -> ChangeSet:
        step = now.steps[chance.choice(steps)]
        return (put(now, step, chance.randrange(len(steps))),)

    return moved
