"""The steps of a flow in columns: which box stands where, and under the name of which phase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.export.figures.step_card import FlowStep, StepCard

BAND: Final = 13.0
"""Height of the bar that names a phase."""
UNDER_BAND: Final = 2.5
GAP: Final = 8.0
"""Between two boxes, with room for an arrow."""
_STRIDE: Final = 2.0
"""How exactly two columns are made alike."""


@dataclass(frozen=True, slots=True)
class FlowLane:
    """The steps of one phase in order; `remark` says in words what is special about the lane.

    `waits`: it begins only when the lane above has ended.
    """

    title: str
    steps: tuple[FlowStep, ...]
    waits: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the flow starts or, if it `closes`, ends, in lines."""

    lines: tuple[str, ...]
    height: float
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """A box of a column; a step `opens` its lane or else goes on with that of the box above."""

    box: StepCard | Terminal
    lane: FlowLane | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A box at its height in a column; `banded` ones bear the name of their lane above them."""

    placing: Placing
    y: float
    banded: bool

    @property
    def top(self) -> float:
        """Where the box begins, or the bar above it."""
        return self.y - BAND - UNDER_BAND if self.banded else self.y

    @property
    def bottom(self) -> float:
        """Where the box ends."""
        return self.y + self.placing.box.height


Column = tuple[Stop, ...]


def columns(placings: Sequence[Placing], room: float) -> Iterator[Column]:
    """Stack the boxes in columns at most `room` high; a box that is higher stands alone."""
    column: list[Stop] = []
    for placing in placings:
        stop = _below(column, placing)
        if column and stop.bottom > room:
            yield tuple(column)
            column = []
            stop = _below(column, placing)
        column.append(stop)
    if column:
        yield tuple(column)


def sheets(placings: Sequence[Placing], room: float) -> Iterator[tuple[Column, ...]]:
    """Stack the boxes in pairs of columns at most `room` high; those of the last pair are even."""
    full = list(columns(placings, room))
    for at in range(0, len(full), 2):
        pair = full[at : at + 2]
        last = at + 2 >= len(full)
        yield _evened([stop.placing for each in pair for stop in each]) if last else tuple(pair)


def _below(column: Sequence[Stop], placing: Placing) -> Stop:
    """Place a box under those of `column`; the first of a column names its lane, too."""
    banded = placing.lane is not None and (placing.opens or not column)
    y = column[-1].bottom + GAP if column else 0.0
    return Stop(placing, y + BAND + UNDER_BAND if banded else y, banded)


def _evened(placings: Sequence[Placing]) -> tuple[Column, ...]:
    """Two columns as low as goes; a single box makes a single column."""
    room = sum(column[-1].bottom for column in columns(placings, float("inf"))) / 2
    made = tuple(columns(placings, room))
    while len(made) > 2:
        room += _STRIDE
        made = tuple(columns(placings, room))
    return made
