"""Lessons as rows of a table: those that wait for a decision first."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.plan import Plan
from app.services.learning.deciding import open_lessons, overdue
from ui.bridge.words import day
from ui.models.cells import Cell, CellRow
from ui.models.part_words import part_name


def lesson_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (_tr("Lesson"), _tr("About"), _tr("Owner and day"), _tr("State"))


def in_order(plan: Plan) -> tuple[Lesson, ...]:
    """Those that are open, the earliest due first, then the others as they were recorded."""
    closed = (one for one in plan.lessons.values() if one.state is not LessonState.OPEN)
    return (*open_lessons(plan), *closed)


def lesson_row(plan: Plan, lesson: Lesson, today: date) -> CellRow:
    """The row of one lesson; what is missing says so."""
    source = part_name(plan, lesson.source)
    found = _tr("Found in {0}").format(source) if source else ""
    proposal = _tr("Text proposed") if lesson.proposal.strip() else ""
    about = part_name(plan, lesson.about) or _tr("The whole plan")
    return CellRow(
        lesson.id,
        (
            Cell(" ".join(lesson.text.split()), found, strong=True),
            Cell(about, proposal),
            _owner(lesson, today),
            _state(lesson),
        ),
    )


def _owner(lesson: Lesson, today: date) -> Cell:
    waiting = lesson.state is LessonState.OPEN
    due = "" if lesson.due is None else _tr("by {0}").format(day(lesson.due))
    if overdue(lesson, today):
        return Cell(lesson.owner or _tr("Nobody"), _tr("{0}, overdue").format(due), tone="danger")
    if waiting and not lesson.owner.strip():
        return Cell(_tr("Nobody"), due, tone="warning")
    return Cell(lesson.owner, due)


def _state(lesson: Lesson) -> Cell:
    match lesson.state:
        case LessonState.OPEN:
            return Cell(_tr("Waits for a decision"), picture="hourglass", tone="warning")
        case LessonState.ADOPTED:
            return Cell(_tr("Adopted"), lesson.decision, "circle-check", "success", strong=True)
        case LessonState.REJECTED:
            return Cell(_tr("Rejected"), lesson.decision, "circle-minus", "text2", strong=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exercises", text)
