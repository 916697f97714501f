"""What should have been done by now."""

from collections.abc import Iterator
from datetime import date

from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.reminding.days import days_after
from app.domain.lifecycle.reviewing.items import about, listed, short
from app.domain.plan.governance import ActionState
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import LessonState
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.reviewing import months_after, next_review
from app.domain.plan.sessions import AgendaItem, Topic
from app.domain.plan.variables import value_text

REVIEW = "overdue/review"
EXERCISE = "overdue/exercise"
PARTIES = "overdue/parties"
"""Keys of items that others may not say again."""

LONGEST = 1200
"""Months beyond which an interval makes no difference."""

VOUCHED_FOR = 12
"""Months after which what somebody vouched for is looked at again."""


def overdue(plan: Plan, today: date) -> Iterator[AgendaItem]:
    """One item for each thing that is late; contacts have a round of their own."""
    yield from _review(plan, today)
    yield from _emergencies(plan, today)
    yield from _actions(plan, today)
    yield from _lessons(plan, today)
    yield from _exercises(plan, today)
    yield from _parties(plan, today)
    yield from _vouched(plan, today)


def _review(plan: Plan, today: date) -> Iterator[AgendaItem]:
    due = next_review(plan)
    if due is not None and due < today:
        why = f"A reviewed plan had to be in force by {value_text(due)}."
        yield AgendaItem(REVIEW, Topic.OVERDUE, "The review of the whole plan is late", why)


def _emergencies(plan: Plan, today: date) -> Iterator[AgendaItem]:
    for issue in course(plan.acts.values()).issues:
        due = issue.act.due
        owed = issue.review_owed and issue.withdrawn is None
        if owed and due is not None and due < today:
            yield AgendaItem(
                f"overdue/emergency/{issue.version}",
                Topic.OVERDUE,
                f"Version {issue.version} was issued in an emergency and not reviewed since",
                f"The review afterwards was due on {value_text(due)}.",
            )


def _actions(plan: Plan, today: date) -> Iterator[AgendaItem]:
    for action in plan.actions.values():
        if action.state is ActionState.OPEN and action.due is not None and action.due < today:
            yield AgendaItem(
                f"action/{action.id}",
                Topic.OVERDUE,
                f"Action: {short(action.text)}",
                f"{_by(action.owner)} was due on {value_text(action.due)}.",
                about(Kind.ACTION, action.id),
            )


def _lessons(plan: Plan, today: date) -> Iterator[AgendaItem]:
    for lesson in plan.lessons.values():
        if lesson.state is LessonState.OPEN and lesson.due is not None and lesson.due < today:
            yield AgendaItem(
                f"lesson/{lesson.id}",
                Topic.OVERDUE,
                f"Lesson: {short(lesson.text)}",
                f"{_by(lesson.owner)} was due on {value_text(lesson.due)}.",
                about(Kind.LESSON, lesson.id),
            )


def _by(owner: str) -> str:
    return f"The work of {short(owner)}" if owner.strip() else "It has no owner and"


def _exercises(plan: Plan, today: date) -> Iterator[AgendaItem]:
    held = [day for day in map(_held_on, plan.exercises.values()) if day is not None]
    months = min(plan.kept.exercise_every, LONGEST)
    if held and months > 0 and max(held) < months_after(today, -months):
        why = f"The last exercise was on {value_text(max(held))}; the plan asks for one every "
        why += "month." if months == 1 else f"{months} months."
        yield AgendaItem(EXERCISE, Topic.OVERDUE, "No exercise was held for too long", why)
    elif not held:
        why = "No exercise of the plan is on record."
        yield AgendaItem(EXERCISE, Topic.OVERDUE, "The plan was never exercised", why)
    for one in plan.exercises.values():
        if one.state is ExerciseState.PLANNED and one.on is not None and one.on < today:
            yield AgendaItem(
                f"overdue/exercises/{one.id}",
                Topic.OVERDUE,
                f"Exercise: {short(one.name)}",
                f"It was planned for {value_text(one.on)} and is not recorded as held.",
                about(Kind.EXERCISE, one.id),
            )


def _held_on(exercise: Exercise) -> date | None:
    return exercise.on if exercise.state is ExerciseState.HELD else None


def _parties(plan: Plan, today: date) -> Iterator[AgendaItem]:
    waited = days_after(today, -plan.kept.verify_every)
    late = [
        party.name
        for party in plan.parties.values()
        if party.verified_on is None or party.verified_on < waited
    ]
    if late:
        yield AgendaItem(
            PARTIES,
            Topic.OVERDUE,
            "Outside parties whose contacts nobody verified lately",
            f"Not verified for {plan.kept.verify_every} days: {listed(late)}.",
            about(Kind.SECTION, "contacts"),
        )


def _vouched(plan: Plan, today: date) -> Iterator[AgendaItem]:
    limit = months_after(today, -VOUCHED_FOR)
    old = [one.on for one in plan.attestations.values() if one.on is not None and one.on < limit]
    if old:
        count = "1 attestation is" if len(old) == 1 else f"{len(old)} attestations are"
        yield AgendaItem(
            "overdue/attestations",
            Topic.OVERDUE,
            f"{count} older than a year",
            f"Somebody should look again and attest anew; the oldest is of {value_text(min(old))}.",
        )
