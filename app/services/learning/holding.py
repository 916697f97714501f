"""An exercise recorded as held, as changes of a plan."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_key
from app.domain.plan.programme import Exercise, ExerciseState
from app.services.learning.faults import Fault, day_fault, said
from app.services.learning.found import Found, lessons_of


@dataclass(frozen=True, slots=True)
class Held:
    """How an exercise went; `on` None is no day that can be read.

    `reached` are objectives in the words of the exercise, `exercised` records as `kind/id`.
    """

    on: date | None
    attendees: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    exercised: tuple[str, ...] = ()
    results: str = ""
    found: tuple[Found, ...] = ()


def faults(held: Held, today: date) -> dict[str, Fault]:
    """What is wrong with each field, in the order of the form; none: it may be recorded."""
    found: dict[str, Fault] = {}
    wrong = day_fault(held.on, today)
    if wrong is not None:
        found["on"] = wrong
    if not said(held.attendees):
        found["attendees"] = Fault.BLANK
    return found


def hold(plan: Plan, exercise: Exercise, held: Held) -> ChangeSet:
    """Records `exercise`, planned before or not, as held, and a lesson for each finding.

    What was recorded of it before gives way, but earlier findings and their lessons stay. The
    participants it was planned for stay too; where none were stated, those who came stand there.
    """
    attendees = said(held.attendees)
    recorded = replace(
        exercise,
        on=held.on,
        state=ExerciseState.HELD,
        participants=exercise.participants.strip() or ", ".join(attendees),
        attendees=attendees,
        reached=said(held.reached),
        exercised=said(held.exercised),
        results=held.results.strip(),
        findings=said((*exercise.findings, *(one.text for one in held.found))),
    )
    lessons = lessons_of(plan, part_key(Kind.EXERCISE, exercise.id), held.found)
    return (put(plan, recorded), *(put(plan, lesson) for lesson in lessons))
