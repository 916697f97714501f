"""How long it takes to say what changed between two plans: `python -m benchmarks.comparing`.

Goal: two plans of 2,000 records with 5 edits are compared within 50 ms.
"""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.comparing.comparing import compare
from app.domain.comparing.redline import redline
from app.domain.comparing.saying import said
from app.domain.comparing.weighing import weigh
from app.domain.plan.changes import apply, difference, put, remove
from app.domain.plan.codec import plan_data, plan_from
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.records import Records
from app.domain.plan.roles import Role
from app.domain.plan.sections import Section

EACH = 500
"""Records of each of four kinds."""

RUNS = 50
GOAL_MS = 50.0
WORDS = 20_000
"""Words of the long texts, in lines of 50."""


def main() -> None:
    """Print the median milliseconds of each step, its ratio to `difference`, and of redlines."""
    old = _plan()
    new = _edited(old)
    reread = plan_from(plan_data(new))
    shared = _spent(lambda: difference(old, new))
    apart = _spent(lambda: difference(old, reread))
    found = compare(old, new)
    steps = {
        "difference": shared,
        "compare": _spent(lambda: compare(old, new)),
        "weigh": _spent(lambda: weigh(found)),
        "say": _spent(lambda: [said(one, old, new) for one in found.records]),
        "difference, of two files": apart,
        "compare, of two files": _spent(lambda: compare(old, reread)),
    }
    report: dict[str, Any] = {
        "records": sum(1 for _ in old.records()),
        "differences": len(found.records),
        "goal ms": GOAL_MS,
        "ms": {name: round(spent, 3) for name, spent in steps.items()},
        "ratio to difference": {name: round(spent / shared, 2) for name, spent in steps.items()},
        "redline of 20,000 words ms": _redlines(),
    }
    print(json.dumps(report, indent=2))  # noqa: T201


def _plan() -> Plan:
    tables: dict[Kind, Callable[[RecordId], Any]] = {
        Kind.SECTION: lambda key: Section(key, key, "The incident lead decides. " * 40),
        Kind.PERSON: lambda key: Person(key, key),
        Kind.ROLE: lambda key: Role(key, key, duties=("Leads the response",)),
        Kind.STEP: lambda key: PlaybookStep(key, RecordId("playbook"), Phase.CONTAIN, key),
    }
    plan = Plan(RecordId("plan"))
    for kind, make in tables.items():
        keys = (RecordId(f"{kind.value}-{at}") for at in range(EACH))
        plan = plan.with_table(kind, Records(map(make, keys)))
    return plan


def _edited(plan: Plan) -> Plan:
    """With one record added, one removed, one moved and two edited."""
    role, section = plan.roles.all()[EACH // 2], plan.sections.all()[EACH // 3]
    return apply(
        plan,
        (
            put(plan, Person(RecordId("new"), "New"), 1),
            remove(plan, Kind.PERSON, plan.people.all()[-1].id),
            put(plan, plan.steps.all()[0], EACH // 2),
            put(plan, replace(role, duties=("Leads",))),
            put(plan, replace(section, prose=section.prose.replace("decides", "calls", 3))),
        ),
    )


def _redlines() -> dict[str, float]:
    old = [f"word{at * at % 7919}" + ("\n" if at % 50 == 0 else " ") for at in range(WORDS)]
    new = [word if at % 400 else "other " for at, word in enumerate(old)]
    texts = "".join(old), "".join(new)
    return {
        "one word in 400 replaced": round(_spent(lambda: redline(*texts), 5), 1),
        "nothing in common": round(_spent(lambda: redline(texts[0], texts[0].upper()), 5), 1),
    }


def _spent(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median, in milliseconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
