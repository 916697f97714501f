"""What the answers make of the plan: sections, playbooks, severity levels, duties to notify."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.judgement.deadlines.proposing import proposed
from app.domain.judgement.regimes import Regime
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.answering.bundles import bundled
from app.services.answering.consequences import Consequence


class Fate(Enum):
    """Whether something is in the plan, comes in once agreed to, or goes then."""

    STAYS = "stays"
    COMES = "comes"
    GOES = "goes"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something the answers put into the plan, by its name."""

    name: str
    fate: Fate = Fate.STAYS


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A section that does not apply, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A regime that may bind the organisation; `adopted` once its duty is in the plan."""

    name: str
    reason: str
    adopted: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """`sections` counts those that apply; `waiting` what waits for agreement."""

    sections: int
    left_out: tuple[LeftOut, ...]
    playbooks: tuple[Piece, ...]
    levels: tuple[Piece, ...]
    duties: tuple[Duty, ...]
    waiting: int


def outcome(plan: Plan, pending: Iterable[Consequence], regimes: Iterable[Regime]) -> Outcome:
    """What is in `plan`, and what is `pending` because answers ask for it."""
    waiting = tuple(pending)
    applying = [item for item in plan.sections.values() if not item.not_applicable.strip()]
    left_out = (
        LeftOut(item.title, item.not_applicable.strip())
        for item in plan.sections.values()
        if item.not_applicable.strip()
    )
    return Outcome(
        sections=len(applying),
        left_out=tuple(left_out),
        playbooks=tuple(_pieces(plan, Kind.PLAYBOOK, waiting)),
        levels=tuple(_pieces(plan, Kind.SEVERITY, waiting)),
        duties=tuple(_duties(plan, regimes)),
        waiting=len(bundled(waiting)),
    )


def _pieces(plan: Plan, kind: Kind, pending: tuple[Consequence, ...]) -> Iterator[Piece]:
    changes = [item.change for item in pending if item.change.kind is kind]
    going = {change.id for change in changes if change.after is None}
    for key, record in plan.table(kind).items():
        yield Piece(record.name, Fate.GOES if key in going else Fate.STAYS)
    for change in changes:
        if change.before is None and change.after is not None:
            yield Piece(getattr(change.after, "name", ""), Fate.COMES)


def _duties(plan: Plan, regimes: Iterable[Regime]) -> Iterator[Duty]:
    taken = {duty.regime for duty in plan.obligations.values()}
    for item in proposed(plan.profile, regimes):
        yield Duty(item.regime.name, item.reason, item.regime.id in taken)
