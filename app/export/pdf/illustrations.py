"""Figures with their captions."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.document.drawing import Drawing
from app.domain.document.tree import Figure
from app.export.characters import one_line
from app.export.figures.scale import scaled
from app.export.pdf.anchored import Anchored
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.pen import Pen
from app.export.pdf.text_block import Align
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import CAPTION

_CAPTION_ROOM = 60.0
"""Height kept free under the tallest figure."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A drawing centred in `width`, never torn."""

    drawing: Drawing
    width: float
    element: Element

    @property
    def height(self) -> float:
        """The height of the drawing."""
        return self.drawing.height

    @property
    def least(self) -> float:
        """All of it."""
        return self.drawing.height

    def anchors(self) -> Iterator[str]:
        """Have no place inside."""
        return iter(())

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it as one piece of content."""
        left = x + (self.width - self.drawing.width) / 2
        pen.figure(self.drawing, left, top, self.element)


def figure_flows(
    figure: Figure, title: str, setter: Typesetter, width: float, parent: Element
) -> Iterator[Flow]:
    """Set a figure and the caption under it; `title` is the counted caption."""
    element = parent.add("Figure")
    element.alternative = one_line(figure.alternative) or one_line(title)
    drawing = scaled(figure.drawing, width, UPRIGHT.text_height - _CAPTION_ROOM)
    piece = Illustration(drawing, width, element)
    yield Flow(Anchored(piece, (figure.anchor,)), before=9.0, after=6.0, keeps_next=True)
    caption = setter.block(title, CAPTION, width, parent.add("P"), Align.CENTRE)
    yield Flow(caption, after=14.0)
