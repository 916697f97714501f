"""The box of one step of a playbook: what fits of its words, and how they are painted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.document.drawing import Anchor, Box, Ink, Label, Path, Shape
from app.export.figures.measure import ELLIPSIS, shortened, text_width, wrapped

LEADING: Final = 1.22
"""Line pitch as a multiple of the text size."""
_ACTION_SIZE: Final = 7.4
_SMALL: Final = 6.8
_PADDING: Final = 3.3
_BADGE: Final = 14.0
"""Width of the smallest ground of a number."""
_BADGE_HEIGHT: Final = 9.6
_GAP: Final = 5.0
_DIAMOND: Final = 3.2
"""Half the width of the mark of a decision."""
_KEPT: Final = 4096
"""Cards and broken texts that are remembered, enough for the longest playbook."""
_READ: Final = 2000
"""More letters than the lines of any card show."""
_ALL: Final = 99
"""More lines than any step has."""
_CLAUSES: Final = (". ", "; ", " \N{EN DASH} ", ", ")
"""Where a sentence may be left off, so that what is kept still reads well."""
_LOOSE: Final = ",;: \N{EN DASH}"
"""What a text that is broken off does not end with."""
_KEPT_SHARE: Final = 0.7
"""Share of the words that fit which must be kept when they end with a clause."""


@dataclass(frozen=True, slots=True)
class FlowBranch:
    """An answer and where it leads, in `words`; `to` is the number of a step.

    Without one the answer leads on to the next step, or to the end where it `closes`.
    """

    words: str
    to: int | None = None
    closes: bool = False

    @property
    def leaves(self) -> bool:
        """Whether it leads elsewhere than to the next step."""
        return self.to is not None or self.closes


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step by its number; `limit` is its time in words, `decision` blank where none is taken."""

    number: int
    action: str
    role: str = ""
    limit: str = ""
    decision: str = ""
    branches: tuple[FlowBranch, ...] = ()

    @property
    def leads_on(self) -> bool:
        """Whether one can come from it to the next step."""
        ways = [way for way in self.branches if way.to == self.number + 1 or not way.leaves]
        return bool(ways) or not self.branches


@dataclass(frozen=True, slots=True)
class Brevity:
    """The most lines that the action and the decision of a step may take.

    With `all_ways` answers that lead on to the next step have a line, too, which the arrow to it
    tells already.
    """

    action: int
    decision: int
    all_ways: bool = True


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step with its words broken into the lines of a box `width` units wide."""

    step: FlowStep
    width: float
    action: tuple[str, ...]
    role: str
    limit: str
    decision: tuple[str, ...]
    ways: tuple[tuple[FlowBranch, str], ...] = ()

    @property
    def height(self) -> float:
        """Units that all lines take, the edges of the box included."""
        said = len(self.action) * _ACTION_SIZE + (_SMALL if self.role or self.limit else 0.0)
        return max(said * LEADING, _BADGE_HEIGHT) + 2 * _PADDING + self._foot_height

    def shapes(self, x: float, y: float) -> Iterator[Shape]:
        """Paint it with its upper left corner at `x`, `y`."""
        decides = bool(self.decision or self.ways)
        stroke, line_width = (Ink.BRAND, 1.0) if decides else (Ink.RULE, 0.8)
        yield Box(x, y, self.width, self.height, Ink.PAPER, stroke, line_width, 3.5)
        yield from self._number(x + _PADDING, y + _PADDING)
        yield from self._words(x + _indent(self.step), y + _PADDING)
        if decides:
            yield from self._foot(x, y + self.height - self._foot_height)

    def exit_at(self, way: int) -> float:
        """How far under its top the answer number `way` stands."""
        line = len(self.decision) + way + 0.5
        return self.height - self._foot_height + 2.3 + line * _SMALL * LEADING

    @property
    def _foot_height(self) -> float:
        lines = len(self.decision) + len(self.ways)
        return lines * _SMALL * LEADING + 4.6 if lines else 0.0

    def _number(self, x: float, y: float) -> Iterator[Shape]:
        width = _badge(self.step)
        yield Box(x, y, width, _BADGE_HEIGHT, Ink.BRAND_SOFT, radius=2.5)
        number = str(self.step.number)
        base, centre = y + _BADGE_HEIGHT - 2.2, x + width / 2
        yield Label(centre, base, number, _ACTION_SIZE, Ink.BRAND, True, Anchor.MIDDLE)

    def _words(self, x: float, y: float) -> Iterator[Shape]:
        """The action, under it the role at the left and the time limit at the right."""
        for line in self.action:
            yield Label(x, y + _ACTION_SIZE, line, _ACTION_SIZE)
            y += _ACTION_SIZE * LEADING
        if self.role:
            yield Label(x, y + _SMALL, self.role, _SMALL, Ink.MUTED)
        if self.limit:
            right = x - _indent(self.step) + self.width - _GAP
            yield Label(right, y + _SMALL, self.limit, _SMALL, Ink.BRAND, True, Anchor.END)

    def _foot(self, x: float, y: float) -> Iterator[Shape]:
        """What is decided, behind a diamond on a ground of its own."""
        inset = 0.5
        size = self.width - 2 * inset, self._foot_height - inset
        yield Box(x + inset, y, *size, Ink.BRAND_SOFT, radius=3.0)
        yield Path(((x, y), (x + self.width, y)), Ink.BRAND, 0.5)
        middle, centre = y + 2.3 + _SMALL * LEADING / 2, x + _PADDING + _BADGE / 2
        corners = ((-1, 0), (0, -1), (1, 0), (0, 1), (-1, 0))
        points = tuple((centre + dx * _DIAMOND, middle + dy * _DIAMOND) for dx, dy in corners)
        yield Path(points, Ink.BRAND, 1.0)
        base = y + 1.8
        for line in self.decision:
            yield Label(x + _indent(self.step), base + _SMALL, line, _SMALL, Ink.BRAND)
            base += _SMALL * LEADING
        for _, line in self.ways:
            yield Label(x + _indent(self.step), base + _SMALL, line, _SMALL, Ink.INK)
            base += _SMALL * LEADING


@lru_cache(maxsize=_KEPT)
def step_card(step: FlowStep, width: float, brevity: Brevity) -> StepCard:
    """Break the words of `step` into lines; what is left off for brevity is marked.

    One figure asks for the same card again for most brevities it tries, and a window does for
    all steps but the one that is being written.
    """
    room = width - _indent(step) - _GAP
    limit = shortened(" ".join(step.limit.split()), room, _SMALL, strong=True)
    beside = room - text_width(limit, _SMALL, strong=True) - _GAP if limit else room
    role = " ".join(fitting(step.role, beside, _SMALL, 1)) if beside > _GAP else ""
    action = fitting(step.action, room, _ACTION_SIZE, brevity.action)
    decision = fitting(step.decision, room, _SMALL, brevity.decision)
    told = (way for way in step.branches if brevity.all_ways or way.leaves)
    ways = tuple((way, _one_line(way.words, room)) for way in told)
    return StepCard(step, width, action, role, limit, decision, ways)


def fitting(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break `text` into at most `most` lines; too long a text ends with a whole word or clause."""
    lines = _lines(text, room, size)
    if len(lines) <= most:
        return lines
    kept = " ".join(lines[:most])
    for ending in _CLAUSES:
        end = kept.rfind(ending)
        if end >= _KEPT_SHARE * len(kept):
            return wrapped(f"{kept[:end]} {ELLIPSIS}", room, size, most=most)
    last = shortened(f"{lines[most - 1]} {lines[most]}", room, size)
    words, _, _ = last.rpartition(" ")
    return (*lines[: most - 1], f"{words.rstrip(_LOOSE)} {ELLIPSIS}" if words else last)


def _one_line(words: str, room: float) -> str:
    """An answer; where it is too long its end stays, which says where it leads."""
    said = " ".join(words.split())
    if text_width(said, _SMALL) <= room:
        return said
    answer, colon, leads = said.rpartition(": ")
    left = room - text_width(f"{colon}{leads}", _SMALL)
    if left < room / 3:
        return shortened(said, room, _SMALL)
    return f"{shortened(answer, left, _SMALL)}{colon}{leads}"


@lru_cache(maxsize=_KEPT)
def _lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """All lines of `text`; one figure asks for them again for every brevity it tries."""
    return wrapped(text[:_READ], room, size, most=_ALL)


def _badge(step: FlowStep) -> float:
    return max(_BADGE, text_width(str(step.number), _ACTION_SIZE, strong=True) + 5.0)


def _indent(step: FlowStep) -> float:
    """How far its words stand right of the edge of the box."""
    return _PADDING + _badge(step) + _GAP
