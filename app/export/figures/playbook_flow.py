"""The steps of a playbook as a flow down two columns, under the names of their phases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from app.domain.document.drawing import Anchor, Box, Drawing, Ink, Label, Path, Shape
from app.export.figures.flow_columns import (
    BAND,
    GAP,
    Column,
    FlowLane,
    Placing,
    Stop,
    Terminal,
    sheets,
)
from app.export.figures.measure import shortened, text_width
from app.export.figures.step_card import LEADING, Brevity, StepCard, fitting, step_card

_MOST_UNITS: Final = 600.0
"""Height of the tallest drawing, so that it stands on one page unshrunk."""
_MARGIN: Final = 1.0
"""Keeps strokes on the edge inside the drawing."""
_GUTTER: Final = 20.0
"""Between the columns, with room for the arrow from the foot of one to the head of the other."""
_TURN: Final = 5.0
"""How far above and below the boxes that arrow runs."""
_BAND_SIZE: Final = 7.8
_SIZE: Final = 7.0
_PADDING: Final = 4.0
_BREVITIES: Final = (Brevity(1, 1), Brevity(2, 1), Brevity(2, 2), Brevity(3, 3), Brevity(5, 3))
"""From terse to generous."""

_Part = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class PlaybookFlow:
    """Lanes in order; `start` and `end` say what the flow starts and ends with."""

    lanes: tuple[FlowLane, ...]
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class FlowPart:
    """A drawing that fits on a page, and the lanes it shows; a torn lane is in two parts."""

    lanes: tuple[FlowLane, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where columns stand in the drawing; `continued` is the remark at a lane that goes on."""

    width: float
    continued: str

    @property
    def top(self) -> float:
        return _MARGIN + _TURN

    def left(self, column: int) -> float:
        return _MARGIN + column * (self.width + _GUTTER)


def playbook_flow(
    flow: PlaybookFlow, continued: str, max_width: float = 472.0
) -> tuple[FlowPart, ...]:
    """Draw `flow` as wide as `max_width` on as few pages as go, with as many words as fit them.

    A lane that goes on in another column is remarked there as `continued`. Lanes without steps
    are left out, and without any step there is no drawing.
    """
    frame = _Frame((max_width - 2 * _MARGIN - _GUTTER) / 2, continued)
    flow = replace(flow, lanes=tuple(lane for lane in flow.lanes if lane.steps))
    parts = _fullest(flow, frame.width) if flow.lanes else ()
    return tuple(
        FlowPart(_shown(part, continued), _drawn(part, frame, max_width)) for part in parts
    )


def _fullest(flow: PlaybookFlow, width: float) -> tuple[_Part, ...]:
    """The parts with the most words among those with the fewest pages."""
    parts = _parts(flow, width, 0)
    fits, too_many = 0, sum(len(lane.steps) for lane in flow.lanes) * (len(_BREVITIES) - 1) + 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        longer = _parts(flow, width, middle)
        if len(longer) > len(parts):
            too_many = middle
        else:
            fits, parts = middle, longer
    return parts


def _parts(flow: PlaybookFlow, width: float, generosity: int) -> tuple[_Part, ...]:
    """Arrange all steps; each unit of `generosity` lets one more step take the next brevity.

    The first steps are the first to get it: they are read in the greatest haste. Start and end
    have a second line as soon as any step has.
    """
    count = sum(len(lane.steps) for lane in flow.lanes)
    brevities = (_BREVITIES[(generosity + count - 1 - at) // count] for at in range(count))
    steps = [
        Placing(step_card(step, width, next(brevities)), lane, opens=at == 0)
        for lane in flow.lanes
        for at, step in enumerate(lane.steps)
    ]
    start, end = (_terminal(text, width, 2 if generosity else 1) for text in (flow.start, flow.end))
    room = _MOST_UNITS - 2 * (_MARGIN + _TURN)
    return tuple(sheets((*start, *steps, *end), room))


def _terminal(text: str, width: float, most: int) -> tuple[Placing, ...]:
    lines = fitting(text, width - 4 * _PADDING, _SIZE, most)
    height = len(lines) * _SIZE * LEADING + 2 * _PADDING
    return (Placing(Terminal(lines, height)),) if lines else ()


def _shown(part: _Part, continued: str) -> tuple[FlowLane, ...]:
    placings = (stop.placing for column in part for stop in column)
    lanes = list[FlowLane]()
    for lane, group in groupby(placings, key=lambda placing: placing.lane):
        if lane is not None:
            own = list(group)
            steps = tuple(p.box.step for p in own if isinstance(p.box, StepCard))
            begun = replace(lane, steps=steps)
            goes_on = replace(begun, waits=True, remark=continued)
            lanes.append(begun if own[0].opens else goes_on)
    return tuple(lanes)


def _drawn(part: _Part, frame: _Frame, width: float) -> Drawing:
    shapes = list[Shape]()
    for at, column in enumerate(part):
        x = frame.left(at)
        for stop in column:
            shapes += _stop(stop, x, frame)
        shapes += (_arrow(above, below, x, frame) for above, below in pairwise(column))
    if len(part) > 1:
        shapes.append(_over(part[0][-1], part[1][0], frame))
    lowest = max(column[-1].bottom for column in part)
    return Drawing(width, frame.top + lowest + _TURN + _MARGIN, tuple(shapes))


def _stop(stop: Stop, x: float, frame: _Frame) -> Iterator[Shape]:
    box, lane = stop.placing.box, stop.placing.lane
    if stop.banded and lane is not None:
        remark = lane.remark if stop.placing.opens else frame.continued
        yield from _band(lane.title, remark, x, frame.top + stop.top, frame.width)
    if isinstance(box, StepCard):
        yield from box.shapes(x, frame.top + stop.y)
    else:
        yield from _end(box, x, frame.top + stop.y, frame.width)


def _band(title: str, remark: str, x: float, y: float, width: float) -> Iterator[Shape]:
    yield Box(x, y, width, BAND, Ink.BRAND, radius=3.5)
    base, room = y + BAND - 3.8, width - 3 * _PADDING
    said = shortened(" ".join(remark.split()), room / 2, _SIZE)
    left = room - text_width(said, _SIZE)
    name = shortened(" ".join(title.split()), left, _BAND_SIZE, strong=True)
    yield Label(x + _PADDING, base, name, _BAND_SIZE, Ink.ON_BRAND, strong=True)
    if said:
        yield Label(x + width - _PADDING, base, said, _SIZE, Ink.ON_BRAND, anchor=Anchor.END)


def _end(terminal: Terminal, x: float, y: float, width: float) -> Iterator[Shape]:
    """The rounded box where the flow starts or ends."""
    radius = min(terminal.height / 2, 9.0)
    yield Box(x, y, width, terminal.height, Ink.BRAND_SOFT, Ink.BRAND, 0.8, radius)
    for at, line in enumerate(terminal.lines):
        base = y + _PADDING + at * _SIZE * LEADING + _SIZE
        yield Label(x + 2 * _PADDING, base, line, _SIZE, Ink.BRAND)


def _arrow(above: Stop, below: Stop, x: float, frame: _Frame) -> Path:
    centre = x + frame.width / 2
    start = frame.top + above.bottom
    points = ((centre, start), (centre, start + GAP))
    return Path(points, Ink.BRAND, 1.0, arrow=True, dashed=not _waits(below))


def _over(last: Stop, first: Stop, frame: _Frame) -> Path:
    """The arrow from the foot of the left column to the head of the right one."""
    start, end = frame.left(0) + frame.width / 2, frame.left(1) + frame.width / 2
    between = frame.left(1) - _GUTTER / 2
    foot = frame.top + last.bottom
    points = (
        (start, foot),
        (start, foot + _TURN),
        (between, foot + _TURN),
        (between, _MARGIN),
        (end, _MARGIN),
        (end, frame.top),
    )
    return Path(points, Ink.BRAND, 1.0, arrow=True, dashed=not _waits(first))


def _waits(stop: Stop) -> bool:
    """Whether a box is only come to when the one before it is done."""
    lane = stop.placing.lane
    return lane is None or lane.waits or not stop.placing.opens
