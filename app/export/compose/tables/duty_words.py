"""Duties to notify in words: when a notice is due, and how surely that is known."""

from app.domain.document.labels import Labels
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import ClockStart
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.cells import stacked
from app.export.compose.scribe import Scribe

REMARKED = frozenset({"medium", "memory"})
"""Confidences of a source that are printed beside a duty."""

_STARTS = {words: start for start, words in START_WORDS.items()}
"""The moments that start clocks, by what an adopted duty says of them."""


def unverified(duty: Obligation) -> bool:
    """Whether the duty was written down from memory."""
    return duty.confidence == "memory"


def due(step: ObligationStep, scribe: Scribe) -> str:
    """When a notice is due, and what starts its clock, a line each."""
    say, when, start = scribe.say, scribe.span(step.within), step.clock_start
    if step.within is not None and step.within.amount:
        when = say("due.within", span=when)
    if start in _STARTS:
        start = start_words(_STARTS[start], say)
    return stacked(when, step.timing, say("due.from", start=start) if start else "")


def start_words(start: ClockStart, say: Labels) -> str:
    """The moment that starts a clock, in words."""
    return say(f"clock-start.{start.value}")


def source(duty: Obligation, scribe: Scribe) -> str:
    """The citation, how it was read and when, a line each."""
    say = scribe.say
    read = say(f"source.{duty.confidence}") if duty.confidence in REMARKED else ""
    day = scribe.day(duty.verified_on)
    return stacked(duty.citation, read, say("source.checked", date=day) if day else "")
