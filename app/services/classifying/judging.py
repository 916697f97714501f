"""Impact judged in several dimensions: the worst of them counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.plan.classification import ImpactDimension, ImpactLevel, SampleIncident
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Overall:
    """The impact as a whole, and the dimensions it comes from, in the plan's order."""

    impact: ImpactLevel
    dimensions: tuple[ImpactDimension, ...]


def overall(plan: Plan, judged: Mapping[RecordId, RecordId]) -> Overall | None:
    """The worst of the impacts that `judged` gives dimensions; None when it gives none.

    Dimensions and levels that the plan does not have are passed over.
    """
    levels = {
        key: plan.impacts[impact]
        for key, impact in judged.items()
        if key in plan.dimensions and impact in plan.impacts
    }
    if not levels:
        return None
    worst = min(levels.values(), key=lambda level: level.rank)
    found = (
        item
        for item in plan.dimensions.values()
        if item.id in levels and levels[item.id].rank == worst.rank
    )
    return Overall(worst, tuple(found))


def judged_in(plan: Plan, sample: SampleIncident) -> Overall | None:
    """What the dimensions give that `sample` was judged in; None where that is not its impact."""
    found = overall(plan, {one.dimension: one.impact for one in sample.judged})
    return found if found is not None and found.impact.id == sample.impact else None
