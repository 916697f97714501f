"""Every place of a document that references and page numbers can lead to."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from app.domain.document.tree import (
    Anchor,
    Block,
    Callout,
    Contents,
    Facts,
    Figure,
    Form,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
)


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """The names of all places in reading order, as often as they occur.

    Cells beyond the last column are never printed and left out.
    """
    for block in blocks:
        if isinstance(block, Heading | Table | Figure) and block.anchor:
            yield block.anchor
        for content in texts(block):
            yield from (item.name for item in content if isinstance(item, Anchor))


def texts(block: Block) -> Iterator[Inlines]:
    """Every run of inline content in `block`, in reading order."""
    match block:
        case Paragraph(content):
            yield content
        case ListBlock(items):
            yield from _entries(items)
        case Table():
            yield from _cells(block)
        case Facts(rows):
            yield from (value for _, value in rows)
        case Callout(content=inner, beside=beside):
            yield from chain.from_iterable(map(texts, inner))
            yield from () if beside is None else texts(beside)
        case Heading() | Figure() | Form() | PageBreak() | Contents() | SignatureBox():
            return
        case _:
            assert_never(block)


def _entries(items: Iterable[ListItem]) -> Iterator[Inlines]:
    for item in items:
        yield item.content
        yield from chain.from_iterable(map(texts, item.nested))


def _cells(table: Table) -> Iterator[Inlines]:
    for row in table.rows:
        for cell in row[: len(table.columns)]:
            yield from cell.paragraphs
