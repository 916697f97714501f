"""What pages are filled with: pieces that know their height and where they may be torn."""

from collections.abc import Iterator
from typing import Protocol

from app.export.pdf.pen import Pen


class Piece(Protocol):
    """A rectangle of content with a width of its own; lengths are points."""

    @property
    def height(self) -> float:
        """The height of the whole piece."""
        ...

    @property
    def least(self) -> float:
        """The height below which no useful part of the piece can be placed."""
        ...

    def anchors(self) -> Iterator[str]:
        """Yield the names of the places in the piece, from top to bottom."""
        ...

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """Tear off what fits `room`; None if nothing useful does."""
        ...

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        ...
