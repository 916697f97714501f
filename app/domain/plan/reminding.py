"""What a plan reminds its owner of, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.plan.plan import Plan
from app.domain.plan.programme import ExerciseState
from app.domain.plan.reviewing import next_review

REVIEW_LEAD = timedelta(days=42)
"""How long before the reviewed plan must be effective the review is started."""

VERIFY_EVERY = timedelta(days=90)
"""How often contacts are verified."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do on a day; `key` stays the same when the day moves."""

    key: str
    on: date
    title: str
    details: str


def reminders(plan: Plan, today: date) -> tuple[Reminder, ...]:
    """All reminders of the plan, the earliest first."""
    found = [*_reviews(plan), *_contacts(plan, today), *_exercises(plan)]
    return tuple(sorted(found, key=lambda item: (item.on, item.key)))


def _reviews(plan: Plan) -> list[Reminder]:
    due = next_review(plan)
    if due is None:
        return []
    name = plan.profile.document_title or "incident response plan"
    return [
        Reminder(
            "review-start",
            due - REVIEW_LEAD,
            f"Start the review of the {name}",
            f"The reviewed plan must be effective on {due}.",
        ),
        Reminder(
            "review-effective",
            due,
            f"Reviewed {name} must be effective",
            "Approve a new version, or record that the review changed nothing.",
        ),
    ]


def _contacts(plan: Plan, today: date) -> list[Reminder]:
    people = plan.people.values()
    if not people:
        return []
    checked = [person.verified_on for person in people if person.verified_on is not None]
    oldest = min(checked) if len(checked) == len(people) else None
    due = today if oldest is None else max(min(oldest, today) + VERIFY_EVERY, today)
    names = ", ".join(person.name for person in people)
    return [
        Reminder(
            "verify-contacts", due, "Verify the contacts of the plan", f"Call each of: {names}"
        )
    ]


def _exercises(plan: Plan) -> list[Reminder]:
    return [
        Reminder(
            f"exercise-{exercise.id}",
            exercise.on,
            f"Exercise: {exercise.name}",
            "\n".join((exercise.kind, *exercise.objectives)).strip(),
        )
        for exercise in plan.exercises.values()
        if exercise.on is not None and exercise.state is ExerciseState.PLANNED
    ]
