"""What was begun and is not finished: open actions and lessons, and the round of calls."""

from collections.abc import Iterator
from datetime import date

from app.domain.lifecycle.reminding.days import days_after
from app.domain.lifecycle.reviewing.items import about, listed, short
from app.domain.plan.governance import ActionState
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import LessonState
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import AgendaItem, ContactCheck, Topic
from app.domain.plan.variables import value_text

ROUND = "contact/round"
"""The key of the round of calls."""


def actions(plan: Plan) -> Iterator[AgendaItem]:
    """The open actions; one that is late has the same key as among what is overdue."""
    for action in plan.actions.values():
        if action.state is ActionState.OPEN:
            yield AgendaItem(
                f"action/{action.id}",
                Topic.ACTION,
                f"Action: {short(action.text)}",
                _standing(action.owner, action.due),
                about(Kind.ACTION, action.id),
            )


def lessons(plan: Plan) -> Iterator[AgendaItem]:
    """The lessons nobody adopted or rejected yet."""
    for lesson in plan.lessons.values():
        if lesson.state is LessonState.OPEN:
            why = _standing(lesson.owner, lesson.due)
            if lesson.proposal.strip():
                why = f"{why} Proposed text: {short(lesson.proposal)}"
            yield AgendaItem(
                f"lesson/{lesson.id}",
                Topic.LESSON,
                f"Lesson: {short(lesson.text)}",
                why,
                about(Kind.LESSON, lesson.id),
            )


def contact_round(plan: Plan, today: date) -> Iterator[AgendaItem]:
    """One item for all calls; nothing in a plan that names nobody."""
    if not plan.people:
        return
    count = len(plan.people)
    late = [person.name for person in plan.people.values() if is_late(plan, person, today)]
    title = "Call the person" if count == 1 else f"Call the {count} people"
    every = plan.kept.verify_every
    why = f"Not verified for {every} days: {listed(late)}." if late else _FRESH.format(days=every)
    yield AgendaItem(ROUND, Topic.CONTACT, f"{title} the plan names", why)


def checks(plan: Plan) -> tuple[ContactCheck, ...]:
    """A call to everybody, those who waited the longest first."""
    waiting = sorted(plan.people.values(), key=lambda one: one.verified_on or date.min)
    return tuple(ContactCheck(person.id, person.name) for person in waiting)


def is_late(plan: Plan, person: Person, today: date) -> bool:
    """Whether the contact has to be verified again."""
    limit = days_after(today, -plan.kept.verify_every)
    return person.verified_on is None or person.verified_on < limit


_FRESH = "All were verified in the last {days} days; a call costs little."


def _standing(owner: str, due: date | None) -> str:
    who = short(owner) or "nobody yet"
    when = "without a day" if due is None else f"due on {value_text(due)}"
    return f"Owner: {who}; {when}."
