"""Cells of the matrix: the severity that fits between their neighbours."""

from collections.abc import Iterator
from itertools import product

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.classification import (
    ImpactLevel,
    MatrixCell,
    SeverityLevel,
    UrgencyLevel,
    cell_id,
)
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan


def fill(context: Context, finding: Finding) -> Remedy | None:
    """Give the cell the mildest severity that is as bad as every less bad cell."""
    plan = context.plan
    place = _place(plan, finding.record)
    level = _fitting(plan, *place) if place is not None else None
    if place is None or level is None:
        return None
    impact, urgency = place
    cell = MatrixCell(cell_id(impact.id, urgency.id), impact.id, urgency.id, level.id)
    words = f"{impact.name} impact and {urgency.name} urgency"
    return Remedy(f"Give {words} the severity {level.name}", (put(plan, cell),))


def _place(plan: Plan, cell: RecordId) -> tuple[ImpactLevel, UrgencyLevel] | None:
    pairs = product(plan.impacts.values(), plan.urgencies.values())
    return next((pair for pair in pairs if cell_id(pair[0].id, pair[1].id) == cell), None)


def _fitting(plan: Plan, impact: ImpactLevel, urgency: UrgencyLevel) -> SeverityLevel | None:
    """The mildest level that keeps the matrix in order around the cell; None if none does."""
    at_best = max(_ranks(plan, impact, urgency, worse=True), default=0)
    milder = list(_ranks(plan, impact, urgency, worse=False))
    levels = sorted(plan.severities.values(), key=lambda level: level.rank)
    at_worst = min(milder, default=levels[-1].rank if levels else 0)
    fitting = [level for level in levels if at_best <= level.rank <= at_worst]
    return fitting[-1] if fitting else None


def _ranks(plan: Plan, impact: ImpactLevel, urgency: UrgencyLevel, *, worse: bool) -> Iterator[int]:
    """The severity ranks of all cells that are at least as bad, or at most as bad, as this."""
    sign = 1 if worse else -1
    for other, pace in product(plan.impacts.values(), plan.urgencies.values()):
        steps = (sign * (impact.rank - other.rank), sign * (urgency.rank - pace.rank))
        cell = plan.matrix.get(cell_id(other.id, pace.id))
        level = plan.severities.get(cell.severity) if cell is not None else None
        if level is not None and min(steps) >= 0 and max(steps) > 0:
            yield level.rank


MENDERS = {"matrix.empty-cell": fill, "matrix.not-monotone": fill}
