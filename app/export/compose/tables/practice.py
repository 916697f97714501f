"""How often, and when last, each part of the plan was tried out."""

from app.domain.document.tree import Block, Cell, Tone
from app.domain.lifecycle.learning.parts import Part, parts
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe


def practice(scribe: Scribe) -> tuple[Block, ...]:
    """The parts that were tried out and those that never were; nothing while none was."""
    found = parts(scribe.plan)
    if not any(part.trials for part in found):
        return ()
    heads = {
        "practice.part": 3.2,
        "practice.times": 1.2,
        "practice.last": 3.6,
    }
    rows = ((_part(part, scribe), _times(part, scribe), _last(part, scribe)) for part in found)
    return (scribe.table(scribe.say("practice.caption"), heads, rows, "table:practice"),)


def _part(part: Part, scribe: Scribe) -> str:
    return scribe.say(f"practice-of.{part.kind.value}", name=part.name)


def _times(part: Part, scribe: Scribe) -> Cell:
    if not part.trials:
        return scribe.cell(scribe.say("practice.never"), Tone.WARN)
    return scribe.cell(scribe.say("practice.count", n=part.times))


def _last(part: Part, scribe: Scribe) -> Cell:
    """The day of the last occasion, and what it was."""
    if not part.trials:
        return optional("")
    latest = part.trials[-1]
    key = "practice.incident" if latest.real else "practice.exercise"
    return optional(stacked(scribe.day(part.last), scribe.say(key, name=latest.name)))
