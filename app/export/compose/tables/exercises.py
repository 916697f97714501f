"""A sheet for each exercise that has a scenario: what whoever conducts it has to have at hand."""

from collections.abc import Iterable

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Block, Heading, Paragraph
from app.domain.plan.durations import Duration
from app.domain.plan.programme import EXERCISE_KINDS, Exercise, by_date
from app.export.compose.cells import optional
from app.export.compose.labelled import fact, points
from app.export.compose.scribe import Scribe


def exercise_sheets(scribe: Scribe) -> tuple[Block, ...]:
    """Objectives, scenario and injects of every exercise that has either of the last two."""
    made: list[Block] = []
    for exercise in by_date(scribe.plan.exercises.values()):
        if exercise.scenario.strip() or exercise.injects:
            made += [Heading(3, exercise.name, f"exercise:{exercise.id}")]
            made += _sheet(exercise, scribe)
    return tuple(made)


def exercise_kind(exercise: Exercise, say: Labels) -> str:
    """The kind in words where it is one that plans are asked for; otherwise as it was written."""
    kind = exercise.kind.strip()
    return say(f"exercise-kind.{kind}") if kind in EXERCISE_KINDS else exercise.kind


def _sheet(exercise: Exercise, scribe: Scribe) -> Iterable[Block]:
    facts = (
        (scribe.lead("exercise.kind"), exercise_kind(exercise, scribe.say)),
        (scribe.lead("exercise.date"), scribe.day(exercise.on)),
        (scribe.lead("exercise.players"), exercise.participants),
    )
    yield from (fact(lead, text) for lead, text in facts if text.strip())
    yield from points(scribe.lead("exercise.objectives"), exercise.objectives)
    lines = [line for line in exercise.scenario.splitlines() if line.strip()]
    if lines:
        yield fact(scribe.lead("exercise.scenario"), lines[0])
        yield from (Paragraph(plain(line)) for line in lines[1:])
    if exercise.injects:
        yield _injects(exercise, scribe)


def _injects(exercise: Exercise, scribe: Scribe) -> Block:
    heads = {"exercise.time": 1.2, "exercise.event": 3.4, "exercise.expected": 3.0}
    rows = (
        (_time(inject.at, scribe.say), inject.event, optional(inject.expected))
        for inject in exercise.injects
    )
    caption = scribe.say("exercise.injects", name=exercise.name)
    return scribe.table(caption, heads, rows, f"table:exercise.{exercise.id}")


def _time(at: Duration | None, say: Labels) -> str:
    if at is None:
        return say("exercise.any-time")
    return say("exercise.after", span=say.span(at)) if at.amount else say("exercise.start")
