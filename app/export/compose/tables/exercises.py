"""A sheet for each exercise that has a scenario: what whoever conducts it has to have at hand."""

from collections.abc import Iterable

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Heading, Paragraph
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise
from app.export.compose.cells import cell, day, optional, table
from app.export.compose.labelled import fact, points

AT_THE_START = "start"
"""Printed as the time of an inject that opens the exercise."""


def exercise_sheets(plan: Plan) -> tuple[Block, ...]:
    """Objectives, scenario and injects of every exercise that has either of the last two."""
    made: list[Block] = []
    for exercise in plan.exercises.values():
        if exercise.scenario.strip() or exercise.injects:
            made += [Heading(3, exercise.name, f"exercise:{exercise.id}"), *_sheet(exercise)]
    return tuple(made)


def _sheet(exercise: Exercise) -> Iterable[Block]:
    facts = (
        ("Kind", exercise.kind),
        ("Date", day(exercise.on)),
        ("Players", exercise.participants),
    )
    yield from (fact(label, text) for label, text in facts if text.strip())
    yield from points("Objectives", exercise.objectives)
    lines = [line for line in exercise.scenario.splitlines() if line.strip()]
    if lines:
        yield fact("Scenario", lines[0])
        yield from (Paragraph(plain(line)) for line in lines[1:])
    if exercise.injects:
        yield _injects(exercise)


def _injects(exercise: Exercise) -> Block:
    heads = (("Time", 1.2), ("What the players learn", 3.4), ("What observers look for", 3.0))
    rows = (
        (cell(_time(inject.at)), cell(inject.event), optional(inject.expected))
        for inject in exercise.injects
    )
    anchor = f"table:exercise.{exercise.id}"
    return table(f"{exercise.name}: injects", heads, rows, anchor)


def _time(at: Duration | None) -> str:
    if at is None:
        return "when fit"
    return f"+ {at}" if at.amount else AT_THE_START
