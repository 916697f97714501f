"""Room for signatures: printed words beside an empty field that signing tools fill."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.document.tree import SignatureBox
from app.export.figures.measure import wrapped
from app.export.pdf.pagination import Flow
from app.export.pdf.pen import Pen
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.text_block import TextBlock
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import (
    SIGNATURE_HEIGHT,
    SIGNATURE_LABEL,
    SIGNATURE_TEXT,
    SIGNATURE_WIDTH,
    Colour,
    Typography,
)

_PADDING: Final = 8.0
_MOST_LINES: Final = 12
"""Lines of a text on a card."""


@dataclass(frozen=True, slots=True)
class SignatureCard:
    """Who signs for what on the left, the field on the right; never torn."""

    words: Stack
    name: str
    description: str
    width: float
    element: Element

    @property
    def height(self) -> float:
        """The height of the field or the words, with the padding around."""
        return max(self.words.height, SIGNATURE_HEIGHT) + 2 * _PADDING

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def anchors(self) -> Iterator[str]:
        """Have no place inside."""
        return iter(())

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw card and words; leave the field open."""
        right, bottom = x + self.width, top - self.height
        pen.panel((x, bottom, right, top), Colour.TINT, Colour.RULE, 4.0)
        left = right - _PADDING - SIGNATURE_WIDTH
        area = (left, bottom + _PADDING, right - _PADDING, top - _PADDING)
        pen.panel(area, Colour.PAPER, Colour.RULE, 2.0)
        self.words.draw(pen, x + _PADDING, top - _PADDING)
        pen.signature_field(area, self.name, self.description, self.element)


def signature_flow(box: SignatureBox, setter: Typesetter, width: float, parent: Element) -> Flow:
    """Set the card of one signature."""
    room = width - SIGNATURE_WIDTH - 3 * _PADDING
    layers = [Layer(_words(box.label, SIGNATURE_LABEL, setter, room, parent))]
    layers += [
        Layer(_words(text, SIGNATURE_TEXT, setter, room, parent), 2.0)
        for text in (box.meaning, box.signer)
        if text.strip()
    ]
    said = ", ".join(text for text in (box.label, box.meaning, box.signer) if text.strip())
    card = SignatureCard(Stack(tuple(layers)), box.field, said, width, parent.add("Form"))
    return Flow(card, before=5.0, after=6.0)


def _words(
    text: str, look: Typography, setter: Typesetter, room: float, parent: Element
) -> TextBlock:
    """Set `text`, cut short where the card would outgrow its page; the field tells all of it."""
    short = wrapped(text, room, look.size, look.weight >= 600, _MOST_LINES)
    block = setter.block(text, look, room, parent.add("P"))
    if len(block.lines) <= _MOST_LINES:
        return block
    return block._replace(lines=setter.lines("\n".join(short), look, room))
