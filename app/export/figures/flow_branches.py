"""The answers of a flow that lead past the next step, as lines beside the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.document.drawing import Ink, Path

TRACK: Final = 4.0
"""Between two lines that run beside each other."""
MOST_TRACKS: Final = 3
"""More lines beside one column would not be told apart; further answers are only said."""
_ENTRY: Final = 6.0
"""How far under the top of a card the first line ends there, and from that each other one."""


@dataclass(frozen=True, slots=True)
class Exit:
    """An answer at the height `y` of the drawing, and the number it leads to (0: the end)."""

    y: float
    to: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of the drawing by its number (0: the end) and the column it stands in."""

    number: int
    column: int
    x: float
    y: float
    width: float
    height: float
    exits: tuple[Exit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Jump:
    """A line from `start` at the height `leaves` to `goal` at the height `enters`."""

    start: Spot
    goal: Spot
    leaves: float
    enters: float

    @property
    def channel(self) -> int:
        """Left of the columns (0), between them (1) or right of them (2)."""
        return 1 if self.start.column != self.goal.column else 2 * self.start.column

    @property
    def span(self) -> tuple[float, float]:
        return min(self.leaves, self.enters), max(self.leaves, self.enters)


def branch_lines(spots: Sequence[Spot]) -> Iterator[Path]:
    """A line for each answer that leads to another box of the same drawing, as far as room goes.

    Boxes have `MOST_TRACKS` times `TRACK` of room at their outer sides, and the left column
    right of it, too.
    """
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    for jump in sorted(_jumps(spots), key=lambda jump: jump.span[1] - jump.span[0]):
        track = _free(taken.setdefault(jump.channel, [[] for _ in range(MOST_TRACKS)]), jump.span)
        if track is not None:
            yield Path(_points(jump, track, spots), Ink.BRAND, 0.8, arrow=True)


def _jumps(spots: Sequence[Spot]) -> Iterator[_Jump]:
    at = {spot.number: spot for spot in spots}
    entered: dict[int, int] = {}
    for spot in spots:
        for leaving in spot.exits:
            goal = at.get(leaving.to)
            if goal is not None:
                place = entered.get(goal.number, 0)
                entered[goal.number] = place + 1
                yield _Jump(spot, goal, leaving.y, _entry(goal, place))


def _entry(goal: Spot, place: int) -> float:
    """Where the line number `place` meets the box, as far down as it goes."""
    lowest = max(goal.height - _ENTRY / 2, goal.height / 2)
    return goal.y + min(_ENTRY / 2 + place * _ENTRY * 0.6, lowest)


def _free(tracks: list[list[tuple[float, float]]], span: tuple[float, float]) -> int | None:
    """The innermost track on which nothing lies at `span` yet; it is taken by that."""
    for at, laid in enumerate(tracks):
        if all(span[1] + 1 < low or high + 1 < span[0] for low, high in laid):
            laid.append(span)
            return at
    return None


def _points(jump: _Jump, track: int, spots: Sequence[Spot]) -> tuple[tuple[float, float], ...]:
    start, goal = jump.start, jump.goal
    away = (track + 1) * TRACK
    if jump.channel == 0:
        x, leaving, entering = start.x - away, start.x, goal.x
    elif jump.channel == 2:
        x = start.x + start.width + away
        leaving, entering = start.x + start.width, goal.x + goal.width
    else:
        left = next(spot for spot in spots if spot.column == 0)
        edge = left.x + left.width
        x = edge + away
        right = max(start.x, goal.x)
        leaving, entering = (edge, right) if start.column == 0 else (right, edge)
    return (
        (leaving, jump.leaves),
        (x, jump.leaves),
        (x, jump.enters),
        (entering, jump.enters),
    )
