"""Every run of text of a prose, in the order in which it is read."""

from collections.abc import Iterator
from typing import assert_never

from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Table,
)

Line = tuple[Inlines, ...]
"""What stands side by side: the cells of a table row, or a single text."""


def lines(prose: Prose) -> Iterator[Line]:
    """Each paragraph, heading, list entry and table row."""
    for block in prose:
        yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(content) | Heading(_, content):
            yield (content,)
        case ListBlock(items):
            for item in items:
                yield (item.content,)
                yield from lines(item.nested)
        case Quote(paragraphs):
            for paragraph in paragraphs:
                yield (paragraph,)
        case Table(header, rows):
            yield header
            yield from rows
        case Rule():
            return
        case _:
            assert_never(block)
