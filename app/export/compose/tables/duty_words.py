"""Duties to notify in words: when a notice is due, and how surely that is known."""

from app.domain.judgement.deadlines.wording import UNVERIFIED
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.cells import day, stacked

VERIFY = "verify before relying on this"
"""Stands beside every time that was written down from memory."""

READ_AS = {
    "high": "",
    "medium": "read in a secondary source",
    "memory": f"from memory: {VERIFY}",
}
"""What is printed beside a duty, by the confidence of its source."""

CAUTION = UNVERIFIED


def unverified(duty: Obligation) -> bool:
    """Whether the duty was written down from memory."""
    return duty.confidence == "memory"


def due(step: ObligationStep) -> str:
    """When a notice is due, and what starts its clock, a line each."""
    when = f"within {step.within}" if step.within is not None and step.within.amount else ""
    if step.within is not None and not step.within.amount:
        when = "at once"
    start = f"counted from {step.clock_start}" if step.clock_start else ""
    return stacked(when, step.timing, start)


def source(duty: Obligation) -> str:
    """The citation, how it was read and when, a line each."""
    checked = f"checked on {day(duty.verified_on)}" if duty.verified_on is not None else ""
    return stacked(duty.citation, READ_AS.get(duty.confidence, ""), checked)
