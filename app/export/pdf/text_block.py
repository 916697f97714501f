"""A paragraph set in lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from app.export.pdf.lines import Line
from app.export.pdf.pen import Pen
from app.export.pdf.trace import Element

_HALF_CAPITAL: Final = 0.36
"""Half the height of a capital letter, as a share of the text size."""
_FEWEST_LINES: Final = 2
"""Lines of a torn paragraph that stay together on either page."""


class Align(Enum):
    """Where lines stand in the width of their block."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Bullet:
    """The sign or number before a paragraph, `x` points from the left edge of the block."""

    line: Line
    x: float
    element: Element


class Place(NamedTuple):
    """An anchor at the top of a line, the first being 0."""

    name: str
    line: int


class TextBlock(NamedTuple):
    """Lines of one paragraph; a block without an `element` is no content but decoration."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    width: float
    element: Element | None
    indent: float = 0.0
    align: Align = Align.LEFT
    bullet: Bullet | None = None
    continued: bool = False
    """More lines follow on the next page."""
    places: tuple[Place, ...] = ()

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.leading

    @property
    def least(self) -> float:
        """The height of the fewest lines that may stand alone."""
        count = len(self.lines)
        return self.leading * (count if count < 2 * _FEWEST_LINES else _FEWEST_LINES)

    def anchors(self) -> Iterator[str]:
        """Yield the names of its places."""
        return (place.name for place in self.places)

    def split(self, room: float) -> "tuple[TextBlock, TextBlock] | None":
        """Tear between lines, leaving at least two on either side."""
        count = min(int((room + 1e-6) / self.leading), len(self.lines) - _FEWEST_LINES)
        if count < _FEWEST_LINES:
            return None
        upper = tuple(place for place in self.places if place.line < count)
        lower = tuple(
            place._replace(line=place.line - count) for place in self.places if place.line >= count
        )
        return (
            self._replace(lines=self.lines[:count], continued=True, places=upper),
            self._replace(lines=self.lines[count:], bullet=None, places=lower),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the bullet and all lines, and note the places."""
        for place in self.places:
            pen.anchor(place.name, top - place.line * self.leading)
        baseline = top - self.leading / 2 - self.size * _HALF_CAPITAL
        if self.bullet is not None:
            bullet = self.bullet
            pen.line_of_text(bullet.line, x + bullet.x, baseline, bullet.element, last=False)
        for index, line in enumerate(self.lines, 1):
            spare = (self.width - self.indent - line.width) * self.align.value
            last = index == len(self.lines) and not self.continued
            pen.line_of_text(line, x + self.indent + spare, baseline, self.element, last)
            baseline -= self.leading


def inked(blocks: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    """The blocks that have lines; the places of an empty one go to the next that has some.

    Where none follows, an empty block of no height carries them.
    """
    made: list[TextBlock] = []
    waiting: tuple[Place, ...] = ()
    bare: TextBlock | None = None
    for block in blocks:
        if block.lines:
            made.append(block._replace(places=(*waiting, *block.places)) if waiting else block)
            waiting = ()
        elif block.places:
            waiting, bare = (*waiting, *block.places), block
    if bare is not None and waiting:
        made.append(bare._replace(places=waiting))
    return tuple(made)
