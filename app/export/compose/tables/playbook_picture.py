"""The flow of one playbook for a screen: the same drawing as in print, as tall as it comes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from app.domain.document.drawing import Box, Dot, Drawing, Label, Path, Shape
from app.domain.document.labels import Labels
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from app.domain.plan.step_ways import steps_of
from app.export.compose.scribe import Scribe
from app.export.compose.tables.playbook_flows import flow_of, told_of
from app.export.figures.playbook_flow import FlowPart, playbook_flow
from app.services.playbooks.picture import FlowCard, FlowPicture

_MOST_HEIGHT: Final = 2400.0
"""So tall that a screen shows nearly every playbook in one piece, with all of its words."""


def playbook_picture(plan: Plan, playbook: Playbook, labels: Labels, width: float) -> FlowPicture:
    """All steps of `playbook` drawn `width` units wide; an empty drawing while it has none."""
    scribe = Scribe(plan, labels)
    steps = steps_of(plan, playbook.id)
    flow = flow_of(scribe, playbook, steps)
    parts = playbook_flow(flow, labels("playbook.flow.continued"), width, _MOST_HEIGHT)
    tops = [0.0, *accumulate(part.drawing.height for part in parts)]
    keys = [step.id for step in steps]
    shapes = tuple(
        _lowered(shape, top)
        for part, top in zip(parts, tops, strict=False)
        for shape in part.drawing.shapes
    )
    cards = tuple(
        card for part, top in zip(parts, tops, strict=False) for card in _cards(part, top, keys)
    )
    told = " ".join(words for part in told_of(scribe, flow, parts) for words in part)
    return FlowPicture(Drawing(width, tops[-1], shapes), cards, told)


def _cards(part: FlowPart, top: float, keys: list[RecordId]) -> Iterator[FlowCard]:
    for spot in part.cards:
        yield FlowCard(keys[spot.number - 1], spot.x, spot.y + top, spot.width, spot.height)


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Path):
        return replace(shape, points=tuple((x, y + by) for x, y in shape.points))
    lowered: Box | Dot | Label = replace(shape, y=shape.y + by)
    return lowered
