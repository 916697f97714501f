"""What of a plan does not get through a change of the scheme of severity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from app.domain.document.prose.mentions import references
from app.domain.document.prose.nodes import ReferenceKind
from app.domain.judgement.reading import parsed
from app.domain.plan.ids import RecordId
from app.domain.plan.links import named
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.severity_order import landing
from app.services.classifying.anchors import HOME
from app.services.classifying.schemes import SCALES, Matches, Scheme
from app.services.classifying.touched import linked, own_samples


class Cost(Enum):
    """What becomes of something that the new scheme has no place for."""

    LEVEL = "level"
    WORDS = "words"
    REFERENCE = "reference"
    MEANING = "meaning"
    SAMPLE = "sample"
    FAILING = "failing"
    CELLS = "cells"
    TEXT = "text"
    ANCHOR = "anchor"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Loss:
    """`kind` and `record` as they are before the switch; `field` where one of it is meant."""

    cost: Cost
    kind: Kind
    record: RecordId
    field: str = ""


def losses(plan: Plan, after: Plan, old: Scheme, matches: Mapping[Kind, Matches]) -> Iterator[Loss]:
    """What is lost on the way from `plan`, whose scheme was `old`, to `after`."""
    yield from _levels(plan, old, matches)
    yield from _links(plan, after, matches)
    yield from _sample_losses(plan, after, old)
    if plan.matrix:
        yield Loss(Cost.CELLS, Kind.CELL, next(iter(plan.matrix)))
    yield from _texts(plan, matches[Kind.SEVERITY])
    yield from _anchors(plan, after)


def _levels(plan: Plan, old: Scheme, matches: Mapping[Kind, Matches]) -> Iterator[Loss]:
    for kind in SCALES:
        for level in plan.table(kind).values():
            if matches[kind].get(level.id) is None:
                yield Loss(Cost.LEVEL, kind, level.id)
            elif _reworded(level, old.records.get(kind, ())):
                yield Loss(Cost.WORDS, kind, level.id)


def _links(plan: Plan, after: Plan, matches: Mapping[Kind, Matches]) -> Iterator[Loss]:
    """Links that are left open, and what dimensions no longer say."""
    for kind, record, field, target in linked(plan):
        if matches[target].get(*named(record, field)) is None:
            yield Loss(Cost.REFERENCE, kind, record.id, field)
    for item in plan.dimensions.values():
        if len(after.dimensions[item.id].meanings) < len(item.meanings):
            yield Loss(Cost.MEANING, Kind.DIMENSION, item.id)


def _reworded(level: Any, drafted: tuple[Any, ...]) -> bool:  # noqa: ANN401 - any scale
    """Whether people have changed what the template said of the level."""
    fields = ("name", "meaning", "examples", "notifications")
    before = next((item for item in drafted if item.id == level.id), None)
    return before is None or any(
        getattr(level, field, "") != getattr(before, field, "") for field in fields
    )


def _sample_losses(plan: Plan, after: Plan, old: Scheme) -> Iterator[Loss]:
    for sample in own_samples(plan, old):
        kept = after.samples.get(sample.id)
        if kept is None:
            yield Loss(Cost.SAMPLE, Kind.SAMPLE, sample.id)
            continue
        if len(kept.judged) < len(sample.judged):
            yield Loss(Cost.REFERENCE, Kind.SAMPLE, sample.id, "judged")
        landed = landing(after, kept.impact, kept.urgency)
        if landed is None or landed.id != kept.expected:
            yield Loss(Cost.FAILING, Kind.SAMPLE, sample.id)


def _texts(plan: Plan, matches: Matches) -> Iterator[Loss]:
    """Sections whose text names a level that goes by another id, or by none, afterwards."""
    for section in plan.sections.values():
        found = (item.target for item in references(parsed(section.prose)) if _of_level(item.kind))
        if any(matches.get(RecordId(key)) != key for key in found):
            yield Loss(Cost.TEXT, Kind.SECTION, section.id)


def _of_level(kind: ReferenceKind) -> bool:
    return kind is ReferenceKind.SEVERITY


def _anchors(plan: Plan, after: Plan) -> Iterator[Loss]:
    """What was said about a record that is gone now."""
    for kind in (Kind.ACTION, Kind.COMMENT, Kind.LESSON):
        for record in plan.table(kind).values():
            now = after.table(kind)[record.id].about
            if now != record.about and now == HOME:
                yield Loss(Cost.ANCHOR, kind, record.id)
    for key in plan.accepted:
        if key not in after.accepted:
            yield Loss(Cost.ACCEPTED, Kind.ACCEPTED, key)
