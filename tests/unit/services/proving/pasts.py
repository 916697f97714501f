"""Plans with a past, kept in memory as a plan file keeps it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import Entry as ChainEntry
from app.domain.lifecycle.chain import Head, chained
from app.domain.lifecycle.content import Stored, digest
from app.domain.plan.changes import RecordChange, difference
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.plan import Kind, Plan
from app.services.history import Entry
from app.services.proving.matching import PlanSource

BEGUN = dt.datetime(2026, 1, 1, 8, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Past:
    """A `PlanHistory` of states, the oldest first."""

    states: Sequence[Plan]

    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(at, when(at), "Ada", "saved") for at in range(1, len(self.states) + 1))

    def plan_at(self, number: int) -> Plan:
        return self.states[number - 1]

    def versions(self) -> Mapping[str, int]:
        return {}


def when(number: int) -> dt.datetime:
    return BEGUN + dt.timedelta(hours=number)


def source(*states: Plan) -> PlanSource:
    return PlanSource("plan.irplan", Past(states), trail(*states), {})


def trail(*states: Plan) -> History:
    """What the file holds of a plan that went through `states`."""
    first = [{"created": True, "content": digest(stored(states[0]))}]
    steps = [[kept(one) for one in difference(*pair)] for pair in pairwise(states)]
    entries = tuple(
        ChainEntry(at, f"request-{at}", when(at).isoformat(), "Ada", "saved", spelled(changes))
        for at, changes in enumerate([first, *steps], start=1)
    )
    records = tuple(stored(states[-1]))
    return History(states[-1].id, entries, tuple(chained(entries)), records)


def head(history: History, number: int | None = None) -> Head:
    """The end of the chain, or what was its end at a revision."""
    link = history.links[-1 if number is None else number - 1]
    return Head(history.plan, link.number, link.hash, "")


def stored(plan: Plan) -> list[Stored]:
    return [
        Stored(kind.value, record.id, canonical(record_data(record)).decode())
        for kind in sorted(Kind, key=lambda item: item.value)
        for record in plan.table(kind).values()
    ]


def kept(change: RecordChange) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "id": change.id,
        "before": None if change.before is None else record_data(change.before),
        "after": None if change.after is None else record_data(change.after),
        "at": change.after_at,
        "was": change.before_at,
    }


def spelled(changes: object) -> str:
    return json.dumps(changes)
