"""The use of a plan in an incident, as changes of that plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_key
from app.services.learning.faults import Fault, said
from app.services.learning.found import Found, lessons_of


def faults(activation: Activation, now: datetime) -> dict[str, Fault]:
    """What is wrong with each field, in the order of the form; none: it may be recorded."""
    found: dict[str, Fault] = {}
    if not activation.name.strip():
        found["name"] = Fault.BLANK
    began, ended = activation.started_at, activation.ended_at
    if began is None:
        found["started_at"] = Fault.BLANK
    elif began > now:
        found["started_at"] = Fault.AHEAD
    if ended is not None and ended > now:
        found["ended_at"] = Fault.AHEAD
    elif ended is not None and began is not None and ended < began:
        found["ended_at"] = Fault.BACKWARDS
    return found


def use(plan: Plan, activation: Activation, found: Iterable[Found] = ()) -> ChangeSet:
    """Records `activation`, new or known, and a lesson for each finding."""
    recorded = replace(
        activation,
        name=activation.name.strip(),
        summary=activation.summary.strip(),
        followed=activation.followed.strip(),
        attendees=said(activation.attendees),
        exercised=said(activation.exercised),
        owner=activation.owner.strip(),
    )
    lessons = lessons_of(plan, part_key(Kind.ACTIVATION, activation.id), found)
    return (put(plan, recorded), *(put(plan, lesson) for lesson in lessons))
