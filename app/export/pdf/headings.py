"""Numbered titles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.document.outline import folded, heading_numbers, shown_level
from app.domain.document.tree import Block, Heading
from app.export.pdf.anchored import Anchored
from app.export.pdf.lines import Line
from app.export.pdf.pagination import Flow
from app.export.pdf.text_block import Bullet, TextBlock
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import HEADING_1, HEADING_2, HEADING_3, Typography

_NUMBER_GAP: Final = 0.5
"""Gap between number and text, as a share of the text size."""
_LOOKS: Final = {1: HEADING_1, 2: HEADING_2, 3: HEADING_3}


@dataclass(frozen=True, slots=True)
class Title:
    """A heading with its number, blank for none; `key` names it even where anchors repeat."""

    heading: Heading
    number: str
    key: str

    @property
    def level(self) -> int:
        """The level it is shown on, 1 to 3."""
        return shown_level(self.heading.level)

    @property
    def shown(self) -> str:
        """Number and text as printed."""
        return f"{self.number} {folded(self.heading.text)}".strip()


def titles(body: Sequence[Block], annex: str) -> tuple[Title, ...]:
    """Number the headings of `body`; `annex` is the word before the letter of one."""
    headings = [block for block in body if isinstance(block, Heading)]
    numbers = heading_numbers(headings, annex)
    return tuple(
        Title(heading, number, f"\0heading-{index}")
        for index, (heading, number) in enumerate(zip(headings, numbers, strict=True))
    )


def heading_flow(title: Title, setter: Typesetter, width: float, element: Element) -> Flow:
    """Set one title."""
    look = _LOOKS[title.level]
    block = _set(title, look, setter, width, element)
    names = (title.key, title.heading.anchor)
    return Flow(
        Anchored(block, names, title.level, title.shown),
        look.before,
        look.after,
        keeps_next=True,
        new_page=title.heading.new_page,
    )


def _set(
    title: Title, look: Typography, setter: Typesetter, width: float, element: Element
) -> TextBlock:
    """Set the text beside its number, so that further lines do not run under it."""
    text = folded(title.heading.text)
    if not title.number:
        return setter.block(text, look, width, element)
    number = Bullet(setter.line(title.number, look), 0.0, element)
    indent = number.line.width + look.size * _NUMBER_GAP
    lines = setter.lines(text, look, width - indent) or (Line((), 0.0),)
    return TextBlock(lines, look.size, look.leading, width, element, indent, bullet=number)
