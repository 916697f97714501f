"""The first page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.domain.document.inline import plain
from app.domain.document.tree import Cover, Facts
from app.export.pdf.frames import facts_flow
from app.export.pdf.masthead import masthead_flow
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.stack import Space
from app.export.pdf.text_block import TextBlock
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import COVER_ORGANISATION, COVER_SUBTITLE, COVER_TITLE, Typography

_ABOVE: Final = 150.0
_FACTS_TOP: Final = 400.0
"""Distance of the facts from the upper margin, unless a long title pushes them down."""
_FACTS_WIDTH: Final = 330.0
_TITLE_SIZES: Final = (36.0, 30.0, 25.0, 21.0, 17.0)
_MOST_TITLE_LINES: Final = 4
_LEADING: Final = COVER_TITLE.leading / COVER_TITLE.size


def cover_flows(cover: Cover, setter: Typesetter, root: Element) -> Iterator[Flow]:
    """Set organisation, title, subtitle and facts; a compact cover leaves room for text below."""
    if cover.compact:
        yield masthead_flow(cover, setter, root)
        return
    element = root.add("Sect")
    width = UPRIGHT.text_width
    looks = (COVER_ORGANISATION, COVER_TITLE, COVER_SUBTITLE)
    yield Flow(Space(_ABOVE))
    used = _ABOVE
    for text, look in zip((cover.organisation, cover.title, cover.subtitle), looks, strict=True):
        if text.strip():
            block = _block(text, look, setter, width, element)
            used += block.height + look.after
            yield Flow(block, after=look.after)
    if cover.facts:
        yield Flow(Space(max(_FACTS_TOP - used, 24.0)))
        rows = tuple((label, plain(value)) for label, value in cover.facts)
        yield facts_flow(Facts(rows), setter, _FACTS_WIDTH, element)


def _block(
    text: str, look: Typography, setter: Typesetter, width: float, element: Element
) -> TextBlock:
    """Set `text`, a long title in smaller letters."""
    paragraph = element.add("P")
    block = setter.block(text, look, width, paragraph)
    if look is not COVER_TITLE:
        return block
    for size in _TITLE_SIZES:
        smaller = replace(look, size=size, leading=size * _LEADING)
        block = setter.block(text, smaller, width, paragraph)
        if len(block.lines) <= _MOST_TITLE_LINES:
            break
    return block
