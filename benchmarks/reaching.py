"""How long it takes to try out who is reached: `python -m benchmarks.reaching`.

Goals: a tree of 60 calls is tried within 16 ms (one frame), one of 500 within 50 ms, and that
1,000 times by chance within 2 s.
"""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.domain.judgement.reachability.scenario import Outages, Rates, Scenario
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.domain.plan.roles import Role
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode

USUAL_CALLS = 60
CALLS = 500
RUNS = 1000
FAN_OUT = 4
"""Calls each of those called has to make."""

TIMES = 20
GOAL_MS = {"60 calls": 16.0, "500 calls": 50.0, "500 calls by chance": 2000.0}
KINDS = (ChannelKind.MOBILE, ChannelKind.PHONE, ChannelKind.EMAIL)
TREE = CommunicationTree(RecordId("tree"), "Tree")


def main() -> None:
    """Print the median milliseconds of one try, and of many by chance."""
    usual, plan = _plan(USUAL_CALLS), _plan(CALLS)
    once = Scenario(
        datetime(2026, 11, 23, 3, tzinfo=UTC),
        outages=Outages(frozenset({ChannelKind.EMAIL}), sign_on=True),
        away=frozenset({RecordId("person-6")}),
    )
    lucky = replace(once, rates=Rates({ChannelKind.MOBILE: 0.8}), runs=RUNS)
    report: dict[str, Any] = {
        "runs": RUNS,
        "single points": len(simulate(plan, once).points),
        "goal ms": GOAL_MS,
        "ms": {
            "60 calls": round(_spent(lambda: simulate(usual, once), TIMES), 2),
            "500 calls": round(_spent(lambda: simulate(plan, once), TIMES), 2),
            "500 calls by chance": round(_spent(lambda: simulate(plan, lucky), 3), 1),
        },
    }
    print(json.dumps(report, indent=2))  # noqa: T201


def _plan(calls: int) -> Plan:
    people = [
        Person(
            RecordId(f"person-{at}"),
            f"Person {at}",
            channels=tuple(Channel(kind, f"{at}") for kind in KINDS),
            availability=("24/7", "by rota", "Mon-Fri 08:00-18:00")[at % 3],
            time_zone="Europe/London",
        )
        for at in range(calls)
    ]
    roles = [
        Role(
            RecordId(f"role-{at}"),
            f"Role {at}",
            holder=people[at].id,
            deputies=(people[(at + 1) % calls].id,),
        )
        for at in range(calls)
    ]
    nodes = [_node(at) for at in range(calls)]
    tables: dict[Kind, list[Any]] = {
        Kind.PERSON: people,
        Kind.ROLE: roles,
        Kind.TREE: [TREE],
        Kind.TREE_NODE: nodes,
    }
    plan = Plan(RecordId("plan"))
    for kind, records in tables.items():
        plan = plan.with_table(kind, Records(records))
    return plan


def _node(at: int) -> TreeNode:
    return TreeNode(
        RecordId(f"node-{at}"),
        TREE.id,
        RecordId(f"node-{(at - 1) // FAN_OUT}") if at else None,
        NodeTarget.ROLE,
        f"role-{at}",
        channels=KINDS,
        allowed=Duration(15, TimeUnit.MINUTES),
        if_no_answer="Go on." if at % 2 else "",
    )


def _spent(work: Callable[[], object], times: int) -> float:
    """The median, in milliseconds."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    main()
