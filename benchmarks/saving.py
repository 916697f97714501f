"""How long saving, opening and backing up take, and how files grow: `python -m benchmarks.saving`.

Goals, on a solid-state disk: 95 of 100 saves in a plan of 5,000 records within 20 ms; a plan of
100 MB opens within 2 s.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.bootstrap import SystemClock
from app.domain.plan.changes import RecordChange, apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.sections import Section
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import PlanFile

SIZES = (100, 5_000)
"""How many records a plan has."""

SAVES = 200
LONG_FILE = 100_000_000
SENTENCE = "One more sentence about what is done. "


def main() -> None:
    """Print times in milliseconds, in the folder given as argument or the system's own."""
    place = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        report = {
            "goal p95 ms of a save": 20,
            "goal s to open 100 MB": 2,
            "records": {size: _saving(Path(folder), size) for size in SIZES},
            "opening": _opening(Path(folder)),
        }
    print(json.dumps(report, indent=2))  # noqa: T201


def _saving(folder: Path, size: int) -> dict[str, Any]:
    store, plan = _opened(folder, size)
    before = store.path.stat().st_size
    typing = _spent(store, plan, _typed)
    grown = store.path.stat().st_size - before
    moving = _spent(store, store.load(), _moved)
    backing_up = _seconds(store.backup) * 1_000
    store.close()
    return {
        "type and save": typing,
        "move and save": moving,
        "backup ms": round(backing_up),
        "kB of the file": before // 1_000,
        "kB more with each save": round(grown / SAVES / 1_000, 1),
    }


def _spent(
    store: PlanFile, plan: Plan, edit: Callable[[Plan, int], RecordChange]
) -> dict[str, float]:
    times = list(_times(store, plan, edit))
    slow = statistics.quantiles(times, n=20)[-1]
    return {"p50 ms": round(statistics.median(times), 1), "p95 ms": round(slow, 1)}


def _times(
    store: PlanFile, plan: Plan, edit: Callable[[Plan, int], RecordChange]
) -> Iterator[float]:
    for number in range(SAVES):
        change = edit(plan, number)
        plan = apply(plan, (change,))
        begun = time.perf_counter()
        store.save((change,), "Edit", f"{edit.__name__}-{number}")
        yield (time.perf_counter() - begun) * 1_000


def _typed(plan: Plan, number: int) -> RecordChange:
    """A sentence more in the section, which begins with 700 characters."""
    old = plan.sections[RecordId("scope")]
    return put(plan, Section(old.id, old.title, prose=f"{old.prose}{number}: {SENTENCE}"))


def _moved(plan: Plan, number: int) -> RecordChange:
    return put(plan, plan.people[RecordId("person-1")], (number * 37) % len(plan.people))


def _pasted(plan: Plan, number: int) -> RecordChange:
    return put(plan, Section(RecordId("scope"), "Scope", prose=f"{number:04} " * 20_000))


def _opening(folder: Path) -> dict[str, float]:
    """A plan whose history has made it long."""
    store, plan = _opened(folder, 500)
    number = 0
    while store.path.stat().st_size < LONG_FILE:
        change = _pasted(plan, number)
        plan = apply(plan, (change,))
        store.save((change,), "Pasted", f"paste-{number}")
        number += 1
    path, length = store.path, store.path.stat().st_size
    store.close()
    opening = _seconds(lambda: _files(folder).open(path).load())
    return {"MB": length // 1_000_000, "open and load s": round(opening, 2)}


def _opened(folder: Path, size: int) -> tuple[PlanFile, Plan]:
    """A new plan of so many people and one section."""
    people = Records(
        Person(RecordId(f"person-{at}"), f"Person {at}", title="Analyst", unit="Operations")
        for at in range(size)
    )
    plan = Plan(RecordId("plan-benchmark")).with_table(Kind.PERSON, people)
    section = Section(RecordId("scope"), "Scope", prose=SENTENCE * 20)
    plan = plan.with_table(Kind.SECTION, Records((section,)))
    path = folder / f"{size}.irplan"
    _files(folder).create(path, plan)
    store = _files(folder).open(path)
    return store, store.load()


def _files(folder: Path) -> PlanFiles:
    return PlanFiles(folder / "backups", SystemClock(), "Benchmark")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
