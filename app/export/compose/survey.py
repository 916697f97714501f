"""Where every place of a composed document stands: under which numbered heading, in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.document.anchors import anchors
from app.domain.document.outline import heading_numbers
from app.domain.document.tree import Block, Heading

SECTION_LEVEL = 2
"""Headings below this one do not begin a section."""


@dataclass(frozen=True, slots=True)
class Station:
    """The heading that a place stands under; `number` is blank where it is not numbered."""

    anchor: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the document; `order` grows from its beginning to its end."""

    order: int
    station: Station


def survey(blocks: Iterable[Block], annex: str) -> dict[str, Spot]:
    """The first place of each name that stands under a heading.

    `annex` is the word before the letter of one.
    """
    body = tuple(blocks)
    headings = [block for block in body if isinstance(block, Heading)]
    numbers = iter(heading_numbers(headings, annex))
    found: dict[str, Spot] = {}
    station: Station | None = None
    for block in body:
        if isinstance(block, Heading):
            number = next(numbers)
            if block.level <= SECTION_LEVEL:
                station = Station(block.anchor, number, block.text)
        for name in anchors([block]):
            if station is not None:
                found.setdefault(name, Spot(len(found), station))
    return found
