"""Time from a keystroke to fresh findings, on ever larger plans: `python -m benchmarks.judging`."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

from app.bootstrap import workshop
from app.domain.judgement.engine import Judgement
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.records import Records
from app.domain.plan.sections import SECTION_KEYS
from app.paths import AppPaths
from app.services.clock import today
from app.services.editing import Change, EditingSession
from app.services.opening import OpenPlan

SIZES = (1, 10, 100)
"""How many times the records of the sample plan are there."""

STROKES = 300
"""Edits of each sort and size."""

GOAL_MS = 16.0
"""One frame; 99 of 100 keystrokes in a plan of ten times the sample's size stay below it."""

Edit = Callable[[Plan], Record]


def main() -> None:
    """Print the median and the 99th percentile of each edit and size, and ratios to size 1."""
    with tempfile.TemporaryDirectory() as folder:
        shop = workshop(AppPaths.below(Path(folder) / "home"))
        opened = shop.create_sample(Path(folder) / "sample.irplan")
        rows = {size: _measured(opened, today(shop.clock), size) for size in SIZES}
        opened.close()
    for row in rows.values():
        for name, spent in row["keystrokes"].items():
            spent["p50 to 1x"] = round(spent["p50 ms"] / rows[1]["keystrokes"][name]["p50 ms"], 1)
    print(json.dumps({"goal p99 ms at 10x": GOAL_MS, "sizes": rows}, indent=2))  # noqa: T201


def _measured(opened: OpenPlan, day: date, size: int) -> dict[str, Any]:
    session = EditingSession(multiplied(opened.plan, size))
    frameworks = opened.judgement.frameworks
    begun = time.perf_counter()
    judgement = Judgement(session.plan, opened.template, frameworks, day)
    opening = time.perf_counter() - begun

    def judge(change: Change) -> None:
        judgement.update(session.plan, change.changes)

    session.subscribe(judge)
    return {
        "records": sum(1 for _ in session.plan.records()),
        "findings": len(judgement.findings()),
        "judged from scratch ms": round(opening * 1000),
        "keystrokes": {
            name: _spent(session, judgement, edit) for name, edit in _edits(session.plan)
        },
    }


def multiplied(plan: Plan, times: int) -> Plan:
    """`plan` with every record `times` over under fresh ids; the profile stays one."""
    for kind in Kind:
        if kind is not Kind.PROFILE:
            records = plan.table(kind).all()
            copies = [_copy(record, at) for at in range(times) for record in records]
            plan = plan.with_table(kind, Records(copies))
    return plan


def _copy(record: Record, at: int) -> Record:
    return replace(record, id=RecordId(f"{record.id}-{at}")) if at else record


def _edits(plan: Plan) -> Iterator[tuple[str, Edit]]:
    """One letter more, in turn in each section, answer and name."""
    sections = cycle(SECTION_KEYS)
    answers = cycle([key for key, item in plan.answers.items() if isinstance(item.value, str)])
    people, roles = cycle(plan.people), cycle(plan.roles)
    yield "prose", lambda now: _typed(now.sections[RecordId(next(sections))], "prose")
    yield "answer", lambda now: _typed(now.answers[next(answers)], "value")
    yield "person's name", lambda now: _typed(now.people[next(people)], "name")
    yield "role's name", lambda now: _typed(now.roles[next(roles)], "name")
    yield "profile", lambda now: _typed(now.profile, "short_name")


def _typed(record: Any, field: str) -> Record:  # noqa: ANN401 - any record with a text
    changed: Record = replace(record, **{field: getattr(record, field) + "a"})
    return changed


def _spent(session: EditingSession, judgement: Judgement, edit: Edit) -> dict[str, float]:
    times = []
    for _ in range(STROKES):
        record = edit(session.plan)
        begun = time.perf_counter()
        session.apply((put(session.plan, record),), "Typing")
        judgement.findings()
        times.append((time.perf_counter() - begun) * 1000)
    percentiles = statistics.quantiles(times, n=100)
    return {"p50 ms": round(percentiles[49], 2), "p99 ms": round(percentiles[98], 2)}


if __name__ == "__main__":
    main()
