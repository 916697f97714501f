"""Adopting a regime: its terms are copied into the plan and stay as they were."""

from dataclasses import replace
from datetime import date

from app.domain.judgement.deadlines.wording import START_WORDS, embargo_words
from app.domain.judgement.regimes import ClockStart, Regime, RegimeStep
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation, ObligationStep


def adopt(regime: Regime, today: date) -> Obligation:
    """The terms of `regime` as an obligation of the plan; owner and contact are for the plan.

    Its id is the regime's. A trigger that does not apply on `today` yet says from when it does.
    """
    return Obligation(
        id=RecordId(regime.id),
        name=regime.name,
        recipient=regime.authority,
        trigger=regime.trigger + _later(regime, today),
        steps=tuple(_adopted(step) for step in regime.steps),
        regime=regime.id,
        content=regime.content,
        citation=regime.citation,
        confidence=regime.confidence.value,
        verified_on=regime.verified_on,
        exceptions=regime.exceptions,
    )


def drift(obligation: Obligation, regime: Regime) -> tuple[str, ...]:
    """What the pack says differently from the terms adopted, a sentence each."""
    fresh = adopt(regime, regime.compiled)
    pairs = (
        ("limits", _listed(obligation), _listed(fresh)),
        ("citation", obligation.citation, fresh.citation),
    )
    return tuple(
        f"Adopted {what}: {old or 'none'}; the pack of {regime.compiled} has {new or 'none'}."
        for what, old, new in pairs
        if old != new
    )


def renewed(obligation: Obligation, regime: Regime) -> Obligation:
    """`obligation` with the terms of today's pack in place of those adopted.

    What the organisation added stays: name, recipient, trigger, content, owner, contact, message.
    """
    fresh = adopt(regime, regime.compiled)
    return replace(
        obligation,
        steps=fresh.steps,
        citation=fresh.citation,
        confidence=fresh.confidence,
        verified_on=fresh.verified_on,
        exceptions=fresh.exceptions,
    )


def same_limits(obligation: Obligation, regime: Regime) -> bool:
    """Whether the numeric limits adopted are those of `regime`, whatever the notices are called."""
    return _limits(obligation) == _limits(adopt(regime, regime.compiled))


def _adopted(step: RegimeStep) -> ObligationStep:
    varies = step.clock_start is ClockStart.CLOCK_VARIES
    extra = embargo_words(step) if step.embargo else step.note
    return ObligationStep(
        name=step.name,
        within=None if step.embargo else step.within,
        clock_start="" if varies else START_WORDS[step.clock_start],
        timing="; ".join(part for part in (step.timing, extra) if part),
    )


def _later(regime: Regime, today: date) -> str:
    start = regime.effective_from
    return f" (applies from {start})" if start is not None and start > today else ""


def _limits(obligation: Obligation) -> list[tuple[str, int]]:
    spans = [step.within for step in obligation.steps if step.within is not None]
    return sorted((span.unit.value, span.amount) for span in spans if span.amount)


def _listed(obligation: Obligation) -> str:
    spans = (step.within for step in obligation.steps if step.within is not None)
    return ", ".join(str(span) for span in spans if span.amount)
