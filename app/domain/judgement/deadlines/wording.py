"""Clock rules in words."""

from collections.abc import Iterable

from app.domain.judgement.regimes import ClockStart, EntityKind, Regime, RegimeStatus, RegimeStep
from app.domain.judgement.requirements import Confidence
from app.domain.plan.durations import TimeUnit

UNVERIFIED = "Verify before relying on this: the rule was written down from memory."
PROJECTED = (
    "At the latest: the notice before it is not submitted yet, so its limit was counted from."
)
HOLIDAYS_UNKNOWN = "Public holidays are not left out, only weekends: their country is not known."
NO_NUMBER = "no numeric limit"

START_WORDS = {
    ClockStart.AWARENESS: "awareness",
    ClockStart.DISCOVERY: "discovery",
    ClockStart.DETECTION: "detection",
    ClockStart.IDENTIFICATION: "identification",
    ClockStart.DETERMINATION_INCIDENT: "determination that the incident is notifiable",
    ClockStart.DETERMINATION_MATERIALITY: "determination that the incident is material",
    ClockStart.CLASSIFICATION_MAJOR: "classification as major",
    ClockStart.ASSESSMENT_COMPLETE: "completion of the assessment",
    ClockStart.SUSPICION: "suspicion",
    ClockStart.REASONABLE_BELIEF: "reasonable belief that it occurred",
    ClockStart.PAYMENT: "payment",
    ClockStart.PREVIOUS_SUBMISSION: "the previous notice",
    ClockStart.ORAL_REPORT: "oral report",
    ClockStart.RESOLUTION: "resolution",
    ClockStart.INDIVIDUAL_NOTICE: "notice to individuals",
    ClockStart.YEAR_END: "the end of the year of discovery",
    ClockStart.SERVICE_DISRUPTION: "determination of a service disruption",
    ClockStart.INFORMATION_AVAILABLE: "the missing information becoming available",
    ClockStart.CLOCK_VARIES: "the moment the contract or policy names",
}
"""What follows "from" in a rule."""


def rule_of(regime: Regime, step: RegimeStep) -> str:
    """The limit of `step` in words, its outer limit and what the regime adds included."""
    parts = (_numeric(regime, step), step.timing, step.note, _relief(step))
    return "; ".join(part for part in parts if part) or NO_NUMBER


def standing(regime: Regime) -> tuple[str, ...]:
    """What to know of `regime` before relying on any of its limits."""
    status = _STANDINGS.get(regime.status, "")
    if regime.status is RegimeStatus.ADOPTED and regime.effective_from is not None:
        status = f"Not applicable before {regime.effective_from}."
    unverified = UNVERIFIED if regime.confidence is Confidence.MEMORY else ""
    return tuple(remark for remark in (unverified, status) if remark)


def kinds_words(kinds: Iterable[EntityKind]) -> str:
    """Kinds of organisation in words."""
    return ", ".join(kind.value.replace("-", " ") for kind in kinds)


def embargo_words(step: RegimeStep) -> str:
    """An embargo in words, without its clock start."""
    return f"not before {step.within} have fully passed"


def _numeric(regime: Regime, step: RegimeStep) -> str:
    if step.within is None:
        return ""
    if step.within.amount == 0:
        return f"at once upon {_start(regime, step)}"
    span = embargo_words(step) if step.embargo else str(step.within)
    words = f"{span} from {_start(regime, step)}"
    if step.within.unit in _TO_THE_END and not step.embargo:
        words += f", until {_closing(step)} of the last day"
    cap = regime.cap_of(step)
    if cap is not None:
        words += f" and at most {cap.within} from {_start(regime, cap)}"
    return words


def _start(regime: Regime, step: RegimeStep) -> str:
    earlier = regime.step(step.after)
    if earlier is not None:
        return f"submission of “{earlier.name}”"
    return START_WORDS[step.clock_start]


def _relief(step: RegimeStep) -> str:
    if step.relief is None:
        return ""
    words = f"on a day off until {step.relief.until:%H:%M} of the next working day"
    return f"{words}, not for {kinds_words(step.relief.not_for)}" if step.relief.not_for else words


def _closing(step: RegimeStep) -> str:
    return "midnight" if step.day_ends is None else f"{step.day_ends:%H:%M}"


_TO_THE_END = frozenset({TimeUnit.DAYS, TimeUnit.WORKING_DAYS, TimeUnit.MONTHS})

_STANDINGS = {
    RegimeStatus.ADOPTED: "Adopted, but not applicable yet.",
    RegimeStatus.PENDING: "Not in force: the rule is pending.",
    RegimeStatus.PROPOSED: "Not law: the rule is only proposed.",
    RegimeStatus.DELAYED: "Not in force: the rule is delayed.",
    RegimeStatus.VOLUNTARY: "Voluntary.",
    RegimeStatus.NONE: "Holds no duty to notify.",
}
