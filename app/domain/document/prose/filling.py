"""Prose with plain words in place of its variables and references."""

from collections.abc import Callable
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Reference,
    Rule,
    Table,
    Variable,
)

Words = Callable[[Variable | Reference], Text]
"""Says in words what a variable or a reference stands for."""


def filled(prose: Prose, words: Words) -> Prose:
    """`prose` with each variable and reference as `words` says it; all else as it is."""
    return tuple(_block(block, words) for block in prose)


def _block(block: Block, words: Words) -> Block:
    match block:
        case Paragraph(content):
            return Paragraph(_said(content, words))
        case Heading(level, content):
            return Heading(level, _said(content, words))
        case ListBlock():
            return _list(block, words)
        case Quote(paragraphs):
            return Quote(tuple(_said(content, words) for content in paragraphs))
        case Table(header, rows):
            return Table(_row(header, words), tuple(_row(row, words) for row in rows))
        case Rule():
            return block
        case _:
            assert_never(block)


def _list(block: ListBlock, words: Words) -> ListBlock:
    items = (
        ListItem(_said(item.content, words), tuple(_list(inner, words) for inner in item.nested))
        for item in block.items
    )
    return ListBlock(tuple(items), block.ordered)


def _row(cells: tuple[Inlines, ...], words: Words) -> tuple[Inlines, ...]:
    return tuple(_said(cell, words) for cell in cells)


def _said(content: Inlines, words: Words) -> Inlines:
    return tuple(_inline(item, words) for item in content)


def _inline(item: Inline, words: Words) -> Inline:
    match item:
        case Variable() | Reference():
            return words(item)
        case Text() | LineBreak() | Link():
            return item
        case _:
            assert_never(item)
