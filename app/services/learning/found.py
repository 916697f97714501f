"""What was found in an exercise or an incident, as lessons that wait for a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.plan.ids import new_id
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `about` is the record it concerns as `kind/id`, blank for the whole plan.

    `proposal` is the text that record is to have in future, blank while nobody has written one.
    """

    text: str
    about: str = ""
    proposal: str = ""
    owner: str = ""
    due: date | None = None


def lessons_of(plan: Plan, source: str, found: Iterable[Found]) -> tuple[Lesson, ...]:
    """A lesson for each finding of `source`, `kind/id`, that says something new."""
    told = {lesson.text for lesson in from_source(plan, source)}
    return tuple(
        Lesson(
            new_id("lesson"),
            one.text.strip(),
            source,
            one.about,
            one.proposal.strip(),
            one.owner.strip(),
            one.due,
        )
        for one in found
        if one.text.strip() and one.text.strip() not in told
    )


def from_source(plan: Plan, source: str) -> tuple[Lesson, ...]:
    """The lessons of one exercise or incident, in the order they were recorded."""
    return tuple(lesson for lesson in plan.lessons.values() if lesson.source == source)
