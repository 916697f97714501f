"""The steps of a playbook as a flow down two columns, under the names of their phases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from app.domain.document.drawing import Anchor, Box, Drawing, Ink, Label, Path, Shape
from app.export.figures.flow_branches import MOST_TRACKS, TRACK, Exit, Spot, branch_lines
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
_BREVITIES: Final = (
    Brevity(1, 1, all_ways=False),
    Brevity(2, 1, all_ways=False),
    Brevity(2, 2),
    Brevity(3, 3),
    Brevity(5, 3),
)
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
    """A drawing that fits on a page, and the lanes it shows; a torn lane is in two parts.

    `cards` are its steps by their numbers, and where they stand.
    """

    lanes: tuple[FlowLane, ...]
    drawing: Drawing
    cards: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where columns stand in the drawing; `continued` is the remark at a lane that goes on.

    `beside` is the room for lines of answers left of each column and right of the last one.
    """

    width: float
    continued: str
    beside: float

    @property
    def top(self) -> float:
        return _MARGIN + _TURN

    def left(self, column: int) -> float:
        return _MARGIN + self.beside + column * (self.width + _GUTTER + self.beside)


def playbook_flow(
    flow: PlaybookFlow,
    continued: str,
    max_width: float = 472.0,
    max_height: float = _MOST_UNITS,
) -> tuple[FlowPart, ...]:
    """Draw `flow` as wide as `max_width` on as few pages as go, with as many words as fit them.

    No drawing is higher than `max_height`, unless a single card is.

    A lane that goes on in another column is remarked there as `continued`. Lanes without steps
    are left out, and without any step there is no drawing.
    """
    flow = replace(flow, lanes=tuple(lane for lane in flow.lanes if lane.steps))
    beside = min(_leaving(flow), MOST_TRACKS) * TRACK
    frame = _Frame((max_width - 2 * _MARGIN - _GUTTER - 3 * beside) / 2, continued, beside)
    room = max_height - 2 * (_MARGIN + _TURN)
    parts = _fullest(flow, frame.width, room) if flow.lanes else ()
    return tuple(_part(part, frame, max_width) for part in parts)


def _leaving(flow: PlaybookFlow) -> int:
    """How many answers lead elsewhere than to the next step."""
    steps = (step for lane in flow.lanes for step in lane.steps)
    return sum(way.leaves for step in steps for way in step.branches)


def _part(part: _Part, frame: _Frame, width: float) -> FlowPart:
    spots = tuple(_spots(part, frame))
    cards = tuple(spot for spot in spots if spot.number)
    return FlowPart(_shown(part, frame.continued), _drawn(part, frame, width, spots), cards)


def _fullest(flow: PlaybookFlow, width: float, room: float) -> tuple[_Part, ...]:
    """The parts with the most words among those with the fewest pages."""
    parts = _parts(flow, width, room, 0)
    fits, too_many = 0, sum(len(lane.steps) for lane in flow.lanes) * (len(_BREVITIES) - 1) + 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        longer = _parts(flow, width, room, middle)
        if len(longer) > len(parts):
            too_many = middle
        else:
            fits, parts = middle, longer
    return parts


def _parts(flow: PlaybookFlow, width: float, room: float, generosity: int) -> tuple[_Part, ...]:
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
    most = 2 if generosity else 1
    start = _terminal(flow.start, width, most, closes=False)
    end = _terminal(flow.end, width, most, closes=True)
    return tuple(sheets((*start, *steps, *end), room))


def _terminal(text: str, width: float, most: int, *, closes: bool) -> tuple[Placing, ...]:
    lines = fitting(text, width - 4 * _PADDING, _SIZE, most)
    height = len(lines) * _SIZE * LEADING + 2 * _PADDING
    return (Placing(Terminal(lines, height, closes)),) if lines else ()


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


def _spots(part: _Part, frame: _Frame) -> Iterator[Spot]:
    """The steps, and the end if it is there."""
    for at, column in enumerate(part):
        for stop in column:
            box, y = stop.placing.box, frame.top + stop.y
            if isinstance(box, StepCard):
                exits = tuple(_exits(box, y))
                place = (frame.left(at), y, frame.width, box.height)
                yield Spot(box.step.number, at, *place, exits)
            elif box.closes:
                yield Spot(0, at, frame.left(at), y, frame.width, box.height)


def _exits(card: StepCard, y: float) -> Iterator[Exit]:
    """The answers that no straight arrow shows."""
    for at, (way, _) in enumerate(card.ways):
        if way.leaves and way.to != card.step.number + 1:
            yield Exit(y + card.exit_at(at), way.to or 0)


def _drawn(part: _Part, frame: _Frame, width: float, spots: Sequence[Spot]) -> Drawing:
    shapes = list[Shape]()
    for at, column in enumerate(part):
        x = frame.left(at)
        for stop in column:
            shapes += _stop(stop, x, frame)
        pairs = pairwise(column)
        shapes += (_arrow(*pair, x, frame) for pair in pairs if _leads_on(pair[0]))
    if len(part) > 1 and _leads_on(part[0][-1]):
        shapes.append(_over(part[0][-1], part[1][0], frame))
    shapes += branch_lines(spots)
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


def _leads_on(stop: Stop) -> bool:
    box = stop.placing.box
    return not isinstance(box, StepCard) or box.step.leads_on


def _waits(stop: Stop) -> bool:
    """Whether a box is only come to when the one before it is done."""
    lane = stop.placing.lane
    return lane is None or lane.waits or not stop.placing.opens
