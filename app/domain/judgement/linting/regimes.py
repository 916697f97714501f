"""Regimes of notification the profile suggests and the plan lacks, or adopted in other terms."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.deadlines.adopting import drift
from app.domain.judgement.deadlines.proposing import proposed
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, RecordRule
from app.domain.judgement.regimes import RegimeKind
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind

SECTION = "notification"


def _regime(duty: Obligation) -> str:
    return duty.regime


def _missing(context: Context, adopted: Counts) -> Iterator[Finding]:
    for proposal in proposed(context.plan.profile, context.regimes):
        if proposal.regime.id not in adopted:
            yield Finding(
                "regime.missing",
                Weight.WARN,
                Kind.SECTION,
                RecordId(SECTION),
                f"{proposal.regime.name} is not among the duties to notify, but "
                f"{_as_clause(proposal.reason)}",
                "Adopt the regime, or accept this finding and write why it does not bind you.",
                SECTION,
                proposal.regime.id,
            )


def _drifted(context: Context, duty: Obligation) -> Iterator[Finding]:
    regime = next((item for item in context.regimes if item.id == duty.regime), None)
    if regime is None or regime.kind is not RegimeKind.LAW:
        return  # contracts differ from one to the next
    differences = drift(duty, regime)
    if differences:
        yield Finding(
            "regime.drift",
            Weight.WARN,
            Kind.OBLIGATION,
            duty.id,
            f"{duty.name}: {'; '.join(_as_clause(one.rstrip('.')) for one in differences)}.",
            "Take the terms of the pack over, or accept this finding and write why yours hold.",
            SECTION,
            str(regime.compiled),
        )


def _as_clause(reason: str) -> str:
    """The sentences of `reason` as the rest of one that has begun."""
    return reason[:1].lower() + reason[1:].replace(". It ", "; it ")


RECORD_RULES = (RecordRule("regime.drift", Kind.OBLIGATION, _drifted),)
COUNT_RULES = (
    CountRule(
        "regime.missing", Kind.OBLIGATION, _regime, _missing, reads=frozenset({Kind.PROFILE})
    ),
)
