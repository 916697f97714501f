"""What of a plan another scheme of severity touches besides the levels themselves."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain.plan.classification import DimensionMeaning, ImpactDimension, SampleIncident
from app.domain.plan.ids import RecordId
from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Kind, Plan
from app.services.classifying.schemes import SCALES, Matches, Scheme


def linked(plan: Plan) -> Iterator[tuple[Kind, Any, str, Kind]]:
    """Each record outside the classification with a field that names a level, and its scale."""
    for kind, fields in LINKS.items():
        for field, target in fields.items():
            if target in SCALES and kind not in {Kind.CELL, Kind.SAMPLE, Kind.DIMENSION}:
                for record in plan.table(kind).values():
                    if named(record, field):
                        yield kind, record, field, target


def own_samples(plan: Plan, old: Scheme) -> Iterator[SampleIncident]:
    """Those that the organisation has written or changed."""
    drafted = {sample.id: sample for sample in old.records.get(Kind.SAMPLE, ())}
    return (item for item in plan.samples.values() if drafted.get(item.id) != item)


def relocated(dimension: ImpactDimension, matches: Matches) -> ImpactDimension:
    """`dimension` with its meanings at the new levels; of several for one the worst stays."""
    moved: dict[RecordId, DimensionMeaning] = {}
    for meaning in dimension.meanings:
        level = matches.get(meaning.impact)
        if level is not None and level not in moved:
            moved[level] = replace(meaning, impact=level)
    return replace(dimension, meanings=tuple(moved.values()))
