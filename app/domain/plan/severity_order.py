"""Which severity the matrix gives, and where it grows milder although an incident is worse."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from app.domain.plan.classification import ImpactLevel, SeverityLevel, UrgencyLevel, cell_id
from app.domain.plan.plan import Plan

Level = TypeVar("Level", ImpactLevel, UrgencyLevel)


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of the matrix with the severity it gives."""

    impact: ImpactLevel
    urgency: UrgencyLevel
    severity: SeverityLevel


@dataclass(frozen=True, slots=True)
class Breach:
    """`cell` is milder than `less`, though its impact and urgency are at least as bad."""

    cell: Filled
    less: Filled


def landing(plan: Plan, impact: str, urgency: str) -> SeverityLevel | None:
    """The severity that follows from `impact` and `urgency`; None where the matrix says nothing."""
    cell = plan.matrix.get(cell_id(impact, urgency))
    return None if cell is None else plan.severities.get(cell.severity)


def breaches(plan: Plan) -> tuple[Breach, ...]:
    """Every cell that is milder than one less bad, with the worst of those, worst cells first.

    A cell is less bad when neither its impact nor its urgency ranks worse and one of them ranks
    milder; levels of one rank are as bad as each other. Empty cells say nothing either way.
    """
    return tuple(_breaches(plan))


def _breaches(plan: Plan) -> Iterator[Breach]:
    """From the mildest corner each step knows the worst severity of all that is less bad."""
    impacts, urgencies = _by_rank(plan.impacts.all()), _by_rank(plan.urgencies.all())
    worst: dict[tuple[int, int], Filled | None] = {}
    found: list[Breach] = []
    for row, column in product(reversed(range(len(impacts))), reversed(range(len(urgencies)))):
        less = _worse(worst.get((row + 1, column)), worst.get((row, column + 1)))
        here = list(_filled(plan, impacts[row], urgencies[column]))
        if less is not None:
            milder = (cell for cell in here if cell.severity.rank > less.severity.rank)
            found += [Breach(cell, less) for cell in milder]
        worst[row, column] = _worst((less, *here))
    return reversed(found)


def _filled(
    plan: Plan, impacts: Iterable[ImpactLevel], urgencies: Iterable[UrgencyLevel]
) -> Iterator[Filled]:
    for impact, urgency in product(impacts, urgencies):
        severity = landing(plan, impact.id, urgency.id)
        if severity is not None:
            yield Filled(impact, urgency, severity)


def _worst(cells: Iterable[Filled | None]) -> Filled | None:
    found: Filled | None = None
    for cell in cells:
        found = _worse(found, cell)
    return found


def _worse(first: Filled | None, second: Filled | None) -> Filled | None:
    """The one of worse severity; the first when they are alike."""
    if first is None or second is None:
        return first or second
    return second if second.severity.rank < first.severity.rank else first


def _by_rank(levels: Sequence[Level]) -> list[list[Level]]:
    """The levels of each rank together, the worst rank first."""
    ranks = sorted({level.rank for level in levels})
    return [[level for level in levels if level.rank == rank] for rank in ranks]
