"""Places and references that would be idle are taken out again.

Files carry no bookmark that nothing leads to, and no reference that leads nowhere.
"""

from collections.abc import Callable, Container
from dataclasses import replace

from app.domain.document.inline import Text
from app.domain.document.tree import (
    Anchor,
    Block,
    Callout,
    Cell,
    CrossReference,
    Facts,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
)

Change = Callable[[Inlines], Inlines]


def pruned(block: Block, wanted: Container[str]) -> Block:
    """`block` with only the places inside its text whose names are `wanted`."""

    def keep(content: Inlines) -> Inlines:
        return tuple(
            item for item in content if not isinstance(item, Anchor) or item.name in wanted
        )

    return _changed(block, keep)


def led(block: Block, places: Container[str]) -> Block:
    """`block` with references only to the `places` there are; others become plain text."""

    def lead(content: Inlines) -> Inlines:
        return tuple(
            Text(item.text)
            if isinstance(item, CrossReference) and item.anchor not in places
            else item
            for item in content
        )

    return _changed(block, lead)


def _changed(block: Block, change: Change) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, change)
        case ListBlock():
            return _list(block, change)
        case Table(rows=rows):
            kept = tuple(tuple(_cell(cell, change) for cell in row) for row in rows)
            return replace(block, rows=kept)
        case Facts(rows):
            return Facts(tuple((label, change(value)) for label, value in rows))
        case Callout():
            return _callout(block, change)
        case _:
            return block


def _callout(block: Callout, change: Change) -> Callout:
    content = tuple(_inner(part, change) for part in block.content)
    beside = None if block.beside is None else _callout(block.beside, change)
    return replace(block, content=content, beside=beside)


def _inner(block: Paragraph | ListBlock, change: Change) -> Paragraph | ListBlock:
    return _paragraph(block, change) if isinstance(block, Paragraph) else _list(block, change)


def _paragraph(block: Paragraph, change: Change) -> Paragraph:
    return replace(block, content=change(block.content))


def _list(block: ListBlock, change: Change) -> ListBlock:
    return replace(block, items=tuple(_item(item, change) for item in block.items))


def _item(item: ListItem, change: Change) -> ListItem:
    nested = tuple(_list(inner, change) for inner in item.nested)
    return ListItem(change(item.content), nested)


def _cell(cell: Cell, change: Change) -> Cell:
    kept = tuple(change(paragraph) for paragraph in cell.paragraphs)
    return cell if kept == cell.paragraphs else replace(cell, paragraphs=kept)
