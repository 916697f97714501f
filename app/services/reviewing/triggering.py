"""Why a review session should be held now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.lifecycle.reminding.days import days_after
from app.domain.lifecycle.reviewing.carried import is_late
from app.domain.lifecycle.reviewing.items import about, listed
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import LessonState
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import next_review
from app.domain.plan.sessions import AgendaItem, Occasion, Topic
from app.domain.plan.variables import value_text
from app.services.reviewing.drifting import MOVED
from app.services.reviewing.preparing import Prepared


@dataclass(frozen=True, slots=True)
class Trigger:
    """An occasion that has come, and a sentence that says so."""

    occasion: Occasion
    why: str


def triggers(plan: Plan, prepared: Prepared, today: date) -> tuple[Trigger, ...]:
    """The occasions that have come, the one first that a session should be called after.

    A due date comes after what happened: a review after an incident is not called a routine.
    """
    return (
        *_learnt(plan, Kind.ACTIVATION, Occasion.INCIDENT),
        *_learnt(plan, Kind.EXERCISE, Occasion.EXERCISE),
        *_drifted(prepared),
        *_due(plan, today),
        *_stale(plan, today),
    )


def _learnt(plan: Plan, kind: Kind, occasion: Occasion) -> Iterator[Trigger]:
    """What incidents or exercises showed, as long as nobody decided on it."""
    open_lessons = [
        lesson.text
        for lesson in plan.lessons.values()
        if lesson.state is LessonState.OPEN and lesson.source.startswith(about(kind, ""))
    ]
    if open_lessons:
        yield Trigger(occasion, f"Nobody decided yet on: {listed(open_lessons)}")


def _drifted(prepared: Prepared) -> Iterator[Trigger]:
    drift = [item for item in prepared.agenda if item.topic is Topic.DRIFT]
    moved = [item for item in drift if item.key in MOVED]
    newer = [item for item in drift if item.key not in MOVED]
    if newer:
        yield Trigger(Occasion.REGULATION, _named(newer))
    if moved:
        yield Trigger(Occasion.REORGANISATION, _named(moved))


def _named(items: list[AgendaItem]) -> str:
    return listed(item.title for item in items)


def _due(plan: Plan, today: date) -> Iterator[Trigger]:
    due = next_review(plan)
    if due is not None and today >= days_after(due, -plan.kept.start_before):
        yield Trigger(Occasion.DUE, f"A reviewed plan must be in force by {value_text(due)}")


def _stale(plan: Plan, today: date) -> Iterator[Trigger]:
    late = [person.name for person in plan.people.values() if is_late(plan, person, today)]
    if late:
        days = plan.kept.verify_every
        yield Trigger(Occasion.STALENESS, f"Not verified for {days} days: {listed(late)}")
