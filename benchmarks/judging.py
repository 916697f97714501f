"""Time from a keystroke to fresh findings, on ever larger plans: `python -m benchmarks.judging`."""

import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.bootstrap import workshop
from app.domain.judgement.engine import Judgement
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.profile import PROFILE_ID
from app.domain.plan.sections import SECTION_KEYS
from app.paths import AppPaths
from app.services.clock import today
from app.services.editing import Change, EditingSession
from app.services.opening import OpenPlan
from benchmarks.multiplying import multiplied

SIZES = (1, 10, 100)
"""How many times the records of the sample plan are there, as `multiplied` says."""

STROKES = 300
"""Edits of each sort and size."""

GOAL_MS = 16.0
"""One frame; 99 of 100 keystrokes in a plan of ten times the sample's size stay below it."""

ADDED = RecordId("added-step")

Edit = Callable[[Plan], ChangeSet]


def main() -> None:
    """Print the median and the 99th percentile of each edit and size, and ratios to size 1."""
    with tempfile.TemporaryDirectory() as folder:
        shop = workshop(AppPaths.below(Path(folder) / "home"))
        opened = shop.create_sample(Path(folder) / "sample.irplan")
        packs = tuple(pack.id for pack in shop.library.frameworks())
        rows = {size: _measured(opened, packs, today(shop.clock), size) for size in SIZES}
        opened.close()
    for row in rows.values():
        for name, spent in row["keystrokes"].items():
            spent["p50 to 1x"] = round(spent["p50 ms"] / rows[1]["keystrokes"][name]["p50 ms"], 1)
    print(json.dumps({"goal p99 ms at 10x": GOAL_MS, "sizes": rows}, indent=2))  # noqa: T201


def _measured(opened: OpenPlan, packs: tuple[str, ...], day: date, size: int) -> dict[str, Any]:
    session = EditingSession(multiplied(_with_all(opened.plan, packs), size))
    begun = time.perf_counter()
    judgement = Judgement(session.plan, opened.template, opened.judgement.standards, day)
    opening = time.perf_counter() - begun

    def judge(change: Change) -> None:
        judgement.update(session.plan, change.changes)

    session.subscribe(judge)
    return {
        "records": sum(1 for _ in session.plan.records()),
        "frameworks": len(judgement.frameworks),
        "findings": len(judgement.findings()),
        "judged from scratch ms": round(opening * 1000),
        "keystrokes": {
            name: _spent(session, judgement, edit) for name, edit in _edits(session.plan)
        },
    }


def _with_all(plan: Plan, packs: tuple[str, ...]) -> Plan:
    """`plan` held against every framework there is."""
    profile = replace(plan.profile, frameworks=packs)
    return plan.with_table(Kind.PROFILE, plan.profiles.put(profile))


def _edits(plan: Plan) -> Iterator[tuple[str, Edit]]:
    """One letter more, or another link, anywhere in a table; and a record that comes and goes."""
    chance = random.Random(1)  # noqa: S311 - the same edits every time
    answers = [key for key, item in plan.answers.items() if isinstance(item.value, str)]
    yield "prose", _typing(Kind.SECTION, [*map(RecordId, SECTION_KEYS)], "prose", chance)
    yield "answer", _typing(Kind.ANSWER, answers, "value", chance)
    for kind, field in (
        (Kind.PERSON, "name"),
        (Kind.PARTY, "name"),
        (Kind.ROLE, "name"),
        (Kind.STEP, "action"),
        (Kind.TREE_NODE, "name"),
        (Kind.PLAYBOOK, "name"),
        (Kind.OBLIGATION, "name"),
        (Kind.SEVERITY, "name"),
    ):
        yield f"{kind.value}: {field}", _typing(kind, [*plan.table(kind)], field, chance)
    yield "profile", _typing(Kind.PROFILE, [PROFILE_ID], "short_name", chance)
    yield "roles: holder", _another_holder(plan, chance)
    yield "step added or removed", _coming_and_going(plan, chance)


def _typing(kind: Kind, keys: list[RecordId], field: str, chance: random.Random) -> Edit:
    def typed(now: Plan) -> ChangeSet:
        record = now.table(kind)[chance.choice(keys)]
        return (put(now, replace(record, **{field: getattr(record, field) + "a"})),)

    return typed


def _another_holder(plan: Plan, chance: random.Random) -> Edit:
    """Any role goes to any person."""
    roles, people = [*plan.roles], [*plan.people]

    def given(now: Plan) -> ChangeSet:
        role = now.roles[chance.choice(roles)]
        return (put(now, replace(role, holder=chance.choice(people))),)

    return given


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


def _spent(session: EditingSession, judgement: Judgement, edit: Edit) -> dict[str, float]:
    times = []
    for _ in range(STROKES):
        changes = edit(session.plan)
        begun = time.perf_counter()
        session.apply(changes, "Typing")
        judgement.findings()
        times.append((time.perf_counter() - begun) * 1000)
    percentiles = statistics.quantiles(times, n=100)
    return {"p50 ms": round(percentiles[49], 2), "p99 ms": round(percentiles[98], 2)}


if __name__ == "__main__":
    main()
