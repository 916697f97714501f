"""A plan with a programme whose tables are small enough to say by heart."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.programme import LogSource, RoadmapItem, Term
from app.domain.plan.records import Records
from tests.ui.fakes import MemoryStore, open_plan, person, small_plan
from ui.bridge.session import PlanBridge

GOALS = (
    ("b", "Détection at night", date(2027, 3, 31)),
    ("a", "step 10", None),
    ("c", "Step 2", date(2026, 12, 1)),
    ("d", "", date(2027, 3, 31)),
)


def programme() -> Plan:
    plan = small_plan(person("ada", "Ada Byron"))
    goals = (RoadmapItem(RecordId(key), goal, by) for key, goal, by in GOALS)
    spans = (
        ("w", (2, TimeUnit.WORKING_DAYS)),
        ("m", (1, TimeUnit.MONTHS)),
        ("h", (36, TimeUnit.HOURS)),
    )
    logs = (LogSource(RecordId(key), key, kept_for=Duration(*span)) for key, span in spans)
    done = Action(RecordId("x"), "Call", state=ActionState.DONE, about="people/ada")
    return replace(
        plan,
        roadmap=Records(goals),
        log_sources=Records([*logs, LogSource(RecordId("n"), "n")]),
        terms=Records([Term(RecordId("t"), "Breach", "A leak\nof data")]),
        actions=Records([done, Action(RecordId("y"), "Write")]),
    )


@pytest.fixture
def bridge(host) -> PlanBridge:
    return PlanBridge(open_plan(MemoryStore(programme())), host)
