"""All clocks of a plan, the most urgent first."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from app.domain.judgement.deadlines.adopting import drift, same_limits
from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.own_duties import confidence_of, regime_of
from app.domain.judgement.deadlines.results import Deadline, Missing, NoLimit, Timed
from app.domain.judgement.regimes import Regime, RegimeKind
from app.domain.plan.obligations import Obligation


def timeline(
    obligations: Iterable[Obligation], regimes: Iterable[Regime], case: Case
) -> tuple[Deadline, ...]:
    """Every notice of `obligations`: those with a time, those in need of a moment, the rest.

    Terms adopted from a known regime are read by its full rules. Where their limits differ from
    the regime's, or there is none, they are read as the plan states them.

    Raises:
        ZoneUnknown: The zone of `case` is no IANA name.
    """
    known = {regime.id: regime for regime in regimes}
    found = [
        deadline
        for obligation in obligations
        for deadline in _of(obligation, known.get(obligation.regime), case)
    ]
    return tuple(sorted(found, key=_urgency))


def _of(obligation: Obligation, regime: Regime | None, case: Case) -> tuple[Deadline, ...]:
    if regime is None:
        return deadlines(regime_of(obligation), case)
    if same_limits(obligation, regime):
        return deadlines(_adopted(obligation, regime), case)
    own = replace(
        regime_of(obligation),
        time_zone=regime.time_zone,
        holidays=regime.holidays,
        status=regime.status,
    )
    remarks = drift(obligation, regime) if regime.kind is RegimeKind.LAW else ()
    return tuple(
        replace(deadline, remarks=(*deadline.remarks, *remarks))
        for deadline in deadlines(own, case)
    )


def _adopted(obligation: Obligation, regime: Regime) -> Regime:
    """The regime under the plan's own id and name, trusted as far as the plan says."""
    return replace(
        regime,
        id=obligation.id,
        name=obligation.name,
        confidence=confidence_of(obligation, regime.confidence),
    )


def _urgency(deadline: Deadline) -> tuple[int, float, str]:
    match deadline.result:
        case Timed(at=at):
            return 0, at.timestamp(), deadline.duty_name
        case Missing():
            return 1, 0.0, deadline.duty_name
        case NoLimit():
            return 2, 0.0, deadline.duty_name
        case _:
            assert_never(deadline.result)
