"""What becomes of a lesson, as changes of a plan: adopted, made an action, rejected, reopened."""

from dataclasses import replace
from datetime import date

from app.domain.plan.changes import ChangeSet, RecordChange, put
from app.domain.plan.governance import Action
from app.domain.plan.ids import new_id
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.plan import Plan
from app.services.learning.proposing import Edit


def adopt(plan: Plan, lesson: Lesson, edit: Edit, decision: str) -> ChangeSet:
    """Makes the proposed edit and closes the lesson with what was decided.

    Raises:
        KeyError: the record to be edited is gone.
    """
    return (edit.change(plan), _closed(plan, lesson, LessonState.ADOPTED, decision))


def adopt_by_hand(plan: Plan, lesson: Lesson, decision: str) -> ChangeSet:
    """Closes a lesson whose edit somebody made, or whose remedy lies outside of the plan."""
    return (_closed(plan, lesson, LessonState.ADOPTED, decision),)


def make_action(plan: Plan, lesson: Lesson, action: Action) -> ChangeSet:
    """Hands the lesson on to `action`, which is tracked from now on."""
    return (
        put(plan, action),
        _closed(plan, lesson, LessonState.ADOPTED, _tracked(action)),
    )


def action_for(lesson: Lesson, owner: str, due: date | None) -> Action:
    """An open action that says what the lesson says, about the record the lesson is about."""
    return Action(
        new_id("action"), lesson.text, owner.strip(), due, about=lesson.about or lesson.source
    )


def reject(plan: Plan, lesson: Lesson, reason: str) -> ChangeSet:
    """Closes the lesson without a change.

    Raises:
        ValueError: no reason is given.
    """
    if not reason.strip():
        raise ValueError("a lesson rejected without a reason")
    return (_closed(plan, lesson, LessonState.REJECTED, reason),)


def reopen(plan: Plan, lesson: Lesson) -> ChangeSet:
    """Lets the lesson wait for a decision again; an edit made for it stays."""
    return (put(plan, replace(lesson, state=LessonState.OPEN, decision="")),)


def open_lessons(plan: Plan) -> tuple[Lesson, ...]:
    """Those that wait for a decision, the earliest due first and those without a day last."""
    waiting = [one for one in plan.lessons.values() if one.state is LessonState.OPEN]
    return tuple(sorted(waiting, key=lambda one: one.due or date.max))


def overdue(lesson: Lesson, today: date) -> bool:
    """Whether it waits for a decision past its day."""
    return lesson.state is LessonState.OPEN and lesson.due is not None and lesson.due < today


def _closed(plan: Plan, lesson: Lesson, state: LessonState, decision: str) -> RecordChange:
    return put(plan, replace(lesson, state=state, decision=decision.strip()))


def _tracked(action: Action) -> str:
    return f"Made an action of {action.owner}." if action.owner else "Made an action."
