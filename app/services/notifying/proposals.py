"""Which regimes to adopt: what the profile suggests, and what a person decided about each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.deadlines.proposing import proposed
from app.domain.judgement.deadlines.wording import NO_NUMBER, rule_of
from app.domain.judgement.regimes import Regime
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Kind, Plan
from app.services.notifying.marks import Grounds, missing_mark


class Standing(Enum):
    """What the plan says of a regime."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REFUSED = "refused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A regime of the library; `reason` is why the profile suggests it, blank where it does not.

    `refusal` says why the regime does not bind, where somebody decided so.
    """

    regime: Regime
    standing: Standing
    reason: str = ""
    refusal: AcceptedFinding | None = None


def candidates(plan: Plan, regimes: Iterable[Regime]) -> tuple[Candidate, ...]:
    """Every regime in its order, with what the plan says of it."""
    known = tuple(regimes)
    reasons = {item.regime.id: item.reason for item in proposed(plan.profile, known)}
    taken = {duty.regime for duty in plan.obligations.values()}
    return tuple(_candidate(plan, regime, reasons.get(regime.id, ""), taken) for regime in known)


def adoption(plan: Plan, regimes: Iterable[Regime], today: date) -> ChangeSet:
    """Copies the terms of `regimes` into the plan; those it has already stay as they are.

    An earlier decision that a regime does not bind is taken back.
    """
    taken = {duty.regime for duty in plan.obligations.values()}
    ids = set(map(str, plan.obligations))
    changes: ChangeSet = ()
    for regime in regimes:
        if regime.id in taken:
            continue
        taken.add(regime.id)
        key = id_from_name(regime.id, frozenset(ids))
        ids.add(key)
        duty = replace(adopt(regime, today), id=key)
        changes += (put(plan, duty), *binding_after_all(plan, regime))
    return changes


def refusal(plan: Plan, regime: Regime, grounds: Grounds) -> ChangeSet:
    """States that `regime` does not bind the organisation, and why."""
    return (put(plan, grounds.under(missing_mark(regime))),)


def binding_after_all(plan: Plan, regime: Regime) -> ChangeSet:
    """Takes back that `regime` does not bind; nothing where nobody said so."""
    mark = missing_mark(regime)
    return (remove(plan, Kind.ACCEPTED, mark),) if mark in plan.accepted else ()


def first_limit(regime: Regime) -> str:
    """The limit that ends first, in words; of a regime without a number what it says instead."""
    steps = [step for step in regime.steps if not step.caps and not step.embargo]
    timed = [(step.within.minutes, step) for step in steps if step.within is not None]
    if timed:
        _, first = min(timed, key=lambda pair: pair[0])
        return rule_of(regime, first)
    return next((step.timing for step in steps if step.timing), NO_NUMBER)


def _candidate(plan: Plan, regime: Regime, reason: str, taken: set[str]) -> Candidate:
    refused = plan.accepted.get(missing_mark(regime))
    if regime.id in taken:
        standing = Standing.ADOPTED
    elif refused is not None:
        standing = Standing.REFUSED
    else:
        standing = Standing.PROPOSED if reason else Standing.OTHER
    return Candidate(regime, standing, reason, refused)


def adopted_under(plan: Plan, regime: Regime) -> RecordId | None:
    """The duty of the plan that took its terms from `regime`; None when there is none."""
    found = (key for key, duty in plan.obligations.items() if duty.regime == regime.id)
    return next(found, None)
