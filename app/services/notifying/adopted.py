"""The duties of the plan beside the packs they came from."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.judgement.deadlines.adopting import drift, renewed
from app.domain.judgement.regimes import Regime, RegimeKind
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind, Plan
from app.services.notifying.marks import Grounds, drift_mark


@dataclass(frozen=True, slots=True)
class Adopted:
    """A duty; `regime` is None for one of the plan's own.

    `drift` is what today's pack says differently, a sentence each; `kept` says why the plan's
    terms stay all the same, where somebody decided so.
    """

    duty: Obligation
    regime: Regime | None = None
    drift: tuple[str, ...] = ()
    kept: AcceptedFinding | None = None

    @property
    def open_drift(self) -> tuple[str, ...]:
        """The differences nobody has decided on."""
        return () if self.kept is not None else self.drift


def adopted(plan: Plan, regimes: Iterable[Regime]) -> tuple[Adopted, ...]:
    """The duties in their order; contracts differ from one to the next and never drift."""
    known = {regime.id: regime for regime in regimes}
    return tuple(_adopted(plan, duty, known.get(duty.regime)) for duty in plan.obligations.values())


def taking_over(plan: Plan, duty: Obligation, regime: Regime) -> ChangeSet:
    """Puts the terms of today's pack in place of those adopted."""
    terms = renewed(duty, regime)
    mark = drift_mark(duty.id, regime)
    withdrawn = (remove(plan, Kind.ACCEPTED, mark),) if mark in plan.accepted else ()
    return (put(plan, terms), *withdrawn)


def keeping(plan: Plan, duty: RecordId, regime: Regime, grounds: Grounds) -> ChangeSet:
    """States that the adopted terms stay as they are, and why; a later pack asks again."""
    return (put(plan, grounds.under(drift_mark(duty, regime))),)


def _adopted(plan: Plan, duty: Obligation, regime: Regime | None) -> Adopted:
    if regime is None or regime.kind is not RegimeKind.LAW:
        return Adopted(duty, regime)
    found = drift(duty, regime)
    return Adopted(duty, regime, found, plan.accepted.get(drift_mark(duty.id, regime)))
