"""Places that nothing leads to are taken out again, so that files carry no idle bookmarks."""

from collections.abc import Container
from dataclasses import replace

from app.domain.document.tree import (
    Anchor,
    Block,
    Callout,
    Cell,
    Facts,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
)


def pruned(block: Block, wanted: Container[str]) -> Block:
    """`block` with only the places inside its text whose names are `wanted`."""
    match block:
        case Paragraph():
            return _paragraph(block, wanted)
        case ListBlock():
            return _list(block, wanted)
        case Table(rows=rows):
            kept = tuple(tuple(_cell(cell, wanted) for cell in row) for row in rows)
            return replace(block, rows=kept)
        case Facts(rows):
            return Facts(tuple((label, _content(value, wanted)) for label, value in rows))
        case Callout(content=inner):
            return replace(block, content=tuple(_inner(part, wanted) for part in inner))
        case _:
            return block


def _inner(block: Paragraph | ListBlock, wanted: Container[str]) -> Paragraph | ListBlock:
    return _paragraph(block, wanted) if isinstance(block, Paragraph) else _list(block, wanted)


def _paragraph(block: Paragraph, wanted: Container[str]) -> Paragraph:
    return replace(block, content=_content(block.content, wanted))


def _list(block: ListBlock, wanted: Container[str]) -> ListBlock:
    return replace(block, items=tuple(_item(item, wanted) for item in block.items))


def _item(item: ListItem, wanted: Container[str]) -> ListItem:
    nested = tuple(_list(inner, wanted) for inner in item.nested)
    return ListItem(_content(item.content, wanted), nested)


def _cell(cell: Cell, wanted: Container[str]) -> Cell:
    kept = tuple(_content(paragraph, wanted) for paragraph in cell.paragraphs)
    return cell if kept == cell.paragraphs else replace(cell, paragraphs=kept)


def _content(content: Inlines, wanted: Container[str]) -> Inlines:
    return tuple(item for item in content if not isinstance(item, Anchor) or item.name in wanted)
