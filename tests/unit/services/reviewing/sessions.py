"""A review session in a small plan, for the tests of what happens in it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.plan.changes import ChangeSet, apply
from app.domain.plan.governance import Action
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    ContactCheck,
    Occasion,
    ReviewSession,
    Topic,
)
from tests.builders import NOON, person, plan_with, rid

KEY = rid("review-1")
TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)
ACTION = Action(
    rid("old"), "Print the call list", "Bo", date(2026, 12, 1), about="sections/contacts"
)
LESSON = Lesson(rid("found"), "Nobody called the regulator")
ITEMS = (
    AgendaItem("action/old", Topic.ACTION, "Action: Print the call list", about="actions/old"),
    AgendaItem("lesson/found", Topic.LESSON, "Lesson: Nobody called", about="lessons/found"),
    AgendaItem("section/roles", Topic.SECTION, "Section: Roles", about="sections/roles"),
)
ANN = person("ann", verified_on=date(2026, 1, 1), verified_by="Bo")
BO = person("bo")
SESSION = ReviewSession(
    KEY,
    "Annual review",
    Occasion.DUE,
    NOON,
    chair="Ann",
    secretary="Bo",
    baseline="1.0",
    attendance=(Attendance("Ann", "Chair", present=True), Attendance("Bo")),
    agenda=ITEMS,
    contacts=(ContactCheck(ANN.id, "Ann"), ContactCheck(BO.id, "Bo")),
)
CLOSED = replace(SESSION, id=rid("review-0"), closed_at=NOON)
PLAN = plan_with(ANN, BO, ACTION, LESSON, CLOSED, SESSION)


def after(changes: ChangeSet, plan: Plan = PLAN) -> Plan:
    return apply(plan, changes)


def running_in(plan: Plan) -> ReviewSession:
    return plan.sessions[KEY]


def plan_of(**fields: Any) -> Plan:
    """The plan with the running session changed so."""
    return PLAN.with_table(Kind.SESSION, PLAN.sessions.put(replace(SESSION, **fields)))
