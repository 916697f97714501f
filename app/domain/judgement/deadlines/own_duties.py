"""Duties of the plan's own, such as contracts, as regimes the engine can read."""

from datetime import date

from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import (
    ClockStart,
    Regime,
    RegimeKind,
    RegimeStatus,
    RegimeStep,
)
from app.domain.judgement.requirements import Confidence
from app.domain.plan.ids import id_from_name
from app.domain.plan.obligations import Obligation, ObligationStep


def regime_of(obligation: Obligation) -> Regime:
    """`obligation` as it stands in the plan; step ids are made from the names of its notices."""
    return Regime(
        id=obligation.id,
        name=obligation.name,
        jurisdiction="",
        sector="",
        kind=RegimeKind.CONTRACT,
        status=RegimeStatus.IN_FORCE,
        applies_to="",
        trigger=obligation.trigger,
        steps=_steps(obligation),
        content=obligation.content,
        citation=obligation.citation,
        confidence=confidence_of(obligation, Confidence.HIGH),
        source="",
        compiled=obligation.verified_on or date.min,
        verified_on=obligation.verified_on,
    )


def confidence_of(obligation: Obligation, otherwise: Confidence) -> Confidence:
    """How well the terms were read as the plan says it; `otherwise` where it says nothing."""
    known = {confidence.value: confidence for confidence in Confidence}
    return known.get(obligation.confidence, otherwise)


def start_named(words: str) -> ClockStart | None:
    """The clock start that people wrote; None for one the engine does not know."""
    text = " ".join(words.split()).casefold()
    return _BY_WORDS.get(text)


def _steps(obligation: Obligation) -> tuple[RegimeStep, ...]:
    steps: list[RegimeStep] = []
    for item in obligation.steps:
        taken = frozenset(step.id for step in steps)
        steps.append(_step(item, obligation.recipient, id_from_name(item.name, taken), steps))
    return tuple(steps)


def _step(
    item: ObligationStep, recipient: str, step_id: str, earlier: list[RegimeStep]
) -> RegimeStep:
    start = start_named(item.clock_start) or ClockStart.CLOCK_VARIES
    unknown = start is ClockStart.CLOCK_VARIES and item.clock_start.strip()
    return RegimeStep(
        id=step_id,
        name=item.name,
        recipient=recipient,
        clock_start=start,
        within=item.within,
        timing=item.timing,
        note=f"counted from {item.clock_start.strip()}" if unknown else "",
        after=_earlier(item, earlier) if start is ClockStart.PREVIOUS_SUBMISSION else "",
    )


def _earlier(item: ObligationStep, earlier: list[RegimeStep]) -> str:
    if not earlier:
        return ""
    first = item.clock_start.strip().casefold().startswith("first")
    return earlier[0 if first else -1].id


_BY_WORDS = {
    **{start.value.replace("-", " "): start for start in ClockStart},
    **{words.casefold(): start for start, words in START_WORDS.items()},
    "first notice": ClockStart.PREVIOUS_SUBMISSION,
    "first report": ClockStart.PREVIOUS_SUBMISSION,
    "previous notice": ClockStart.PREVIOUS_SUBMISSION,
    "previous report": ClockStart.PREVIOUS_SUBMISSION,
    "becoming aware": ClockStart.AWARENESS,
    "classification": ClockStart.CLASSIFICATION_MAJOR,
    "materiality": ClockStart.DETERMINATION_MATERIALITY,
}
