"""Heads of narrow columns, whose lines run upwards."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.export.pdf.pen import Pen
from app.export.pdf.text_block import TextBlock


@dataclass(frozen=True, slots=True)
class Turned:
    """A paragraph turned by a quarter: it is as high on paper as `block` is wide."""

    block: TextBlock

    @property
    def height(self) -> float:
        """The length of its lines."""
        return self.block.width

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def anchors(self) -> Iterator[str]:
        """Have no place inside: a head is never referred to."""
        return iter(())

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the first line leftmost, beginning at the foot."""
        with pen.turned(x, top - self.height):
            self.block.draw(pen, 0.0, 0.0)
