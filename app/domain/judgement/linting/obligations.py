"""Duties to notify that nobody owns, that name nobody to tell, or that are missing."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind

SECTION = "notification"


def _no_owner(context: Context, duty: Obligation) -> Iterator[Finding]:
    if duty.decision_owner is None or duty.decision_owner not in context.plan.roles:
        yield _about(
            "obligation.no-owner",
            duty,
            f"{duty.name}: it is not stated which role decides whether to notify.",
            "Name the role.",
        )


def _no_contact(context: Context, duty: Obligation) -> Iterator[Finding]:
    if duty.contact is None or duty.contact not in context.plan.parties:
        yield _about(
            "obligation.no-contact",
            duty,
            f"{duty.name}: no contact of the recipient is stated.",
            "Add the recipient to the outside parties and choose it here.",
        )


def _no_deadline(context: Context, duty: Obligation) -> Iterator[Finding]:
    if not any(step.within is not None or step.timing for step in duty.steps):
        yield _about(
            "obligation.no-deadline",
            duty,
            f"{duty.name}: no deadline is stated.",
            "State by when each notice is due and what starts the clock.",
        )


def _from_memory(context: Context, duty: Obligation) -> Iterator[Finding]:
    if duty.confidence == "memory":
        yield _about(
            "obligation.unverified",
            duty,
            f"{duty.name}: the deadline has not been verified against the law.",
            "Have counsel confirm it.",
        )


def _none(context: Context) -> Iterator[Finding]:
    if not context.plan.obligations:
        yield Finding(
            "obligation.none",
            Weight.WARN,
            Kind.SECTION,
            RecordId(SECTION),
            "The plan states no regulatory deadline and no other duty to notify.",
            "Have counsel list the regimes and contracts that apply, with their deadlines.",
            SECTION,
        )


def _has_regime(duty: Obligation) -> bool:
    return bool(duty.regime)


def _no_regime(context: Context, with_regime: Counts) -> Iterator[Finding]:
    if with_regime and True not in with_regime:
        yield Finding(
            "obligation.no-regime",
            Weight.WARN,
            Kind.SECTION,
            RecordId(SECTION),
            "The plan states no regulatory deadline, only duties of your own.",
            "Have counsel list the laws that apply, such as the GDPR, with their deadlines.",
            SECTION,
        )


def _about(code: str, duty: Obligation, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.OBLIGATION, duty.id, reason, fix, SECTION)


_ROLES = frozenset({Kind.ROLE})
_PARTIES = frozenset({Kind.PARTY})

RECORD_RULES = (
    RecordRule("obligation.no-owner", Kind.OBLIGATION, _no_owner, looks_up=_ROLES),
    RecordRule("obligation.no-contact", Kind.OBLIGATION, _no_contact, looks_up=_PARTIES),
    RecordRule("obligation.no-deadline", Kind.OBLIGATION, _no_deadline),
    RecordRule("obligation.unverified", Kind.OBLIGATION, _from_memory),
)
RULES = (PlanRule("obligation.none", frozenset({Kind.OBLIGATION}), _none),)
COUNT_RULES = (CountRule("obligation.no-regime", Kind.OBLIGATION, _has_regime, _no_regime),)
