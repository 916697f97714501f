"""Time from a keystroke to fresh findings, on ever larger plans: `python -m benchmarks.judging`.

All frameworks are on. What an edit costs goes by the records it concerns, not by those it leaves
alone. Four things do grow with the plan because there is more to do:

- another time of a severity level judges every playbook and tree that starts at it, which at 100x
  are thousands, as there are ever the same few levels; another name of it words anew what was
  found of them;
- a name of a duty that becomes a common word (one letter in a field that was blank) is looked
  for in every step and section with this word;
- a record that comes, goes or moves has the places of its whole table noted anew;
- the findings of one rule in one section are listed anew when one of them changes, and the list
  of all is put together from these: the worn plan has some 20,000 findings at 100x.
"""

import json
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.bootstrap import workshop
from app.domain.judgement.engine import Judgement
from app.domain.plan.plan import Kind, Plan
from app.paths import AppPaths
from app.services.clock import today
from app.services.editing import Change, EditingSession
from app.services.opening import OpenPlan
from benchmarks.keystrokes import Edit, edits
from benchmarks.multiplying import multiplied
from benchmarks.wearing import worn

SIZES = (1, 10, 100)
"""How many times the records of the sample plan are there, as `multiplied` says."""

STROKES = 200
"""Edits of each sort and size."""

GOAL_MS = 16.0
"""One frame; 99 of 100 keystrokes in a plan of ten times the sample's size stay below it."""


def main() -> None:
    """Print the median and the 99th percentile of each edit and size, and ratios to size 1."""
    with tempfile.TemporaryDirectory() as folder:
        shop = workshop(AppPaths.below(Path(folder) / "home"))
        opened = shop.create_sample(Path(folder) / "sample.irplan")
        packs = tuple(pack.id for pack in shop.library.frameworks())
        plan = _with_all(opened.plan, packs)
        day = today(shop.clock)
        report = {"goal p99 ms at 10x": GOAL_MS, "packs": len(packs)} | {
            name: _rows(opened, made, day)
            for name, made in (("sound plan", plan), ("worn plan", worn(plan)))
        }
        opened.close()
    print(json.dumps(report, indent=2))  # noqa: T201


def _rows(opened: OpenPlan, plan: Plan, day: date) -> dict[int, dict[str, Any]]:
    rows = {size: _measured(opened, multiplied(plan, size), day) for size in SIZES}
    for row in rows.values():
        for name, spent in row["keystrokes"].items():
            spent["p50 to 1x"] = round(spent["p50 ms"] / rows[1]["keystrokes"][name]["p50 ms"], 1)
        row["slowest p99 ms"] = max(spent["p99 ms"] for spent in row["keystrokes"].values())
    return rows


def _measured(opened: OpenPlan, plan: Plan, day: date) -> dict[str, Any]:
    session = EditingSession(plan)
    begun = time.perf_counter()
    judgement = Judgement(session.plan, opened.template, opened.judgement.standards, day)
    opening = time.perf_counter() - begun

    def judge(change: Change) -> None:
        judgement.update(session.plan, change.changes)

    session.subscribe(judge)
    return {
        "records": sum(1 for _ in session.plan.records()),
        "frameworks": len(judgement.frameworks),
        "requirements": sum(len(judgement.coverage(one.id)) for one in judgement.frameworks),
        "findings": len(judgement.findings()),
        "judged from scratch ms": round(opening * 1000),
        "keystrokes": {
            name: _spent(session, judgement, edit) for name, edit in edits(session.plan)
        },
    }


def _with_all(plan: Plan, packs: tuple[str, ...]) -> Plan:
    """`plan` held against every framework there is."""
    profile = replace(plan.profile, frameworks=packs)
    return plan.with_table(Kind.PROFILE, plan.profiles.put(profile))


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
