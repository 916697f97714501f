"""Exercises, planned and held, as rows of a table."""

from PySide6.QtCore import QCoreApplication

from app.domain.plan.plan import Kind, Plan
from app.domain.plan.practice import is_held, part_key
from app.domain.plan.programme import Exercise
from app.services.learning.attaching import attached
from app.services.learning.found import from_source
from ui.bridge.words import counted, day
from ui.models.cells import Cell, CellRow


def exercise_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (_tr("Exercise"), _tr("Date"), _tr("State"), _tr("What it showed"))


def exercise_row(plan: Plan, exercise: Exercise) -> CellRow:
    """The row of one exercise; what is missing says so."""
    return CellRow(
        exercise.id,
        (
            Cell(exercise.name, kind_text(exercise.kind), strong=True),
            _day(exercise),
            _state(exercise),
            _shown(plan, exercise),
        ),
    )


def kind_text(kind: str) -> str:
    """The kind in words where it is one that plans are asked for; otherwise as it was written."""
    words = {
        "tabletop": _tr("Tabletop"),
        "call-tree": _tr("Call-tree test"),
        "functional": _tr("Functional"),
        "restore": _tr("Restore from backup"),
        "red-team": _tr("Simulated attack"),
    }
    return words.get(kind.strip(), kind)


def belongings(plan: Plan, source: str) -> str:
    """How many lessons and files belong to `kind/id`."""
    lessons, files = len(from_source(plan, source)), len(attached(plan, source))
    told = (
        counted(lessons, _tr("1 lesson"), _tr("{n} lessons")) if lessons else "",
        counted(files, _tr("1 file"), _tr("{n} files")) if files else "",
    )
    return ", ".join(filter(None, told))


def _day(exercise: Exercise) -> Cell:
    if exercise.on is None:
        return Cell(_tr("No date yet"), tone="warning")
    return Cell(day(exercise.on))


def _state(exercise: Exercise) -> Cell:
    if not is_held(exercise):
        return Cell(_tr("Planned"), picture="calendar", tone="text2")
    count = len(exercise.attendees)
    people = counted(count, _tr("1 attended"), _tr("{n} attended")) if count else ""
    return Cell(_tr("Held"), people, "circle-check", "success", strong=True)


def _shown(plan: Plan, exercise: Exercise) -> Cell:
    below = belongings(plan, part_key(Kind.EXERCISE, exercise.id))
    if not is_held(exercise):
        return Cell("", below)
    told = exercise.results.strip() or "; ".join(exercise.findings)
    if not told:
        return Cell(_tr("Nothing recorded"), below, tone="warning")
    return Cell(_short(told), below)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159].rstrip()}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exercises", text)
