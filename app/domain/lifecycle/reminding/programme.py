"""Contacts to verify, exercises to hold, actions and lessons to deal with."""

from collections.abc import Iterator
from datetime import date

from app.domain.lifecycle.reminding.days import days_after
from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.plan.governance import ActionState
from app.domain.plan.lessons import LessonState
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.reviewing import issue_days, months_after


def programme_reminders(plan: Plan, today: date) -> Iterator[Reminder]:
    """The reminders about single records of `plan`."""
    yield from _contacts(plan, today)
    yield from _planned_exercises(plan)
    yield from _next_exercise(plan, today)
    yield from _actions(plan)
    yield from _lessons(plan)


def _contacts(plan: Plan, today: date) -> Iterator[Reminder]:
    """People never verified are due from the first issue: until then nobody relies on them."""
    every = plan.kept.verify_every
    if every <= 0:
        return
    first = next(iter(issue_days(plan)), None)
    for person in plan.people.values():
        checked = person.verified_on
        due = first if checked is None else days_after(min(checked, today), every)
        if due is not None:
            said = "Never verified yet." if checked is None else f"Last verified on {checked}."
            yield Reminder(
                f"contact-{person.id}",
                Subject.CONTACT,
                due,
                f"Verify the contact {person.name}",
                said,
                f"people/{person.id}",
                person.name,
            )


def _planned_exercises(plan: Plan) -> Iterator[Reminder]:
    for exercise in _planned(plan):
        if exercise.on is not None:
            yield Reminder(
                f"exercise-{exercise.id}",
                Subject.EXERCISE,
                exercise.on,
                f"Exercise: {exercise.name}",
                "\n".join((exercise.kind, *exercise.objectives)).strip(),
                f"exercises/{exercise.id}",
                exercise.owner,
            )


def _next_exercise(plan: Plan, today: date) -> Iterator[Reminder]:
    """Left out when one is planned in time: that one is then reminded of."""
    every = plan.kept.exercise_every
    held = [
        min(exercise.on, today)
        for exercise in plan.exercises.values()
        if exercise.state is ExerciseState.HELD and exercise.on is not None
    ]
    start = max(held) if held else next(iter(issue_days(plan)), None)
    if every <= 0 or start is None:
        return
    due = months_after(start, every)
    if not any(exercise.on is not None and exercise.on <= due for exercise in _planned(plan)):
        said = f"The last was held on {start}." if held else "None is recorded yet."
        yield Reminder(
            "exercise-due",
            Subject.EXERCISE,
            due,
            "Hold an exercise of the plan",
            f"{said} Months between two exercises: {every}.",
        )


def _planned(plan: Plan) -> list[Exercise]:
    return [item for item in plan.exercises.values() if item.state is ExerciseState.PLANNED]


def _actions(plan: Plan) -> Iterator[Reminder]:
    for action in plan.actions.values():
        if action.state is ActionState.OPEN and action.due is not None:
            yield Reminder(
                f"action-{action.id}",
                Subject.ACTION,
                action.due,
                f"Action: {action.text}",
                _owned_by(action.owner),
                f"actions/{action.id}",
                action.owner,
            )


def _lessons(plan: Plan) -> Iterator[Reminder]:
    for lesson in plan.lessons.values():
        if lesson.state is LessonState.OPEN and lesson.due is not None:
            yield Reminder(
                f"lesson-{lesson.id}",
                Subject.LESSON,
                lesson.due,
                f"Decide on a lesson: {lesson.text}",
                _owned_by(lesson.owner),
                f"lessons/{lesson.id}",
                lesson.owner,
            )


def _owned_by(owner: str) -> str:
    return f"Owner: {owner}" if owner else ""
