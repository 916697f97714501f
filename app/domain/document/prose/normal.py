"""The one form of a section text: nothing empty, nothing deeper or wider than can be kept."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from app.domain.document.inline import Text
from app.domain.document.prose.inline_normal import normal_inlines
from app.domain.document.prose.nodes import (
    Block,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Prose,
    Quote,
    Rule,
    Table,
)
from app.domain.document.prose.syntax import MAX_COLUMNS, MAX_DEPTH

_LEVELS = (2, 3)


def normalise(prose: Prose) -> Prose:
    """`prose` as it reads back once written; doing it twice changes nothing more.

    Empty blocks go, heading levels become 2 or 3, list levels beyond the sixth join it, and
    every row of a table gets the width of the widest, of which the 32nd column takes the rest.
    """
    return tuple(normal for block in prose for normal in _normal_block(block))


def _normal_block(block: Block) -> Iterable[Block]:
    match block:
        case Paragraph(content):
            return (Paragraph(text),) if (text := normal_inlines(content)) else ()
        case Heading(level, content):
            text = normal_inlines(content, one_line=True)
            return (Heading(min(max(level, _LEVELS[0]), _LEVELS[1]), text),) if text else ()
        case ListBlock():
            return _normal_lists((block,), 1)
        case Quote(paragraphs):
            texts = tuple(filter(None, map(normal_inlines, paragraphs)))
            return (Quote(texts),) if texts else ()
        case Table():
            return _normal_table(block)
        case Rule():
            return (block,)
        case _:
            assert_never(block)


def _normal_lists(lists: tuple[ListBlock, ...], depth: int) -> tuple[ListBlock, ...]:
    return tuple(
        ListBlock(tuple(_normal_items(one.items, depth)), one.ordered) for one in lists if one.items
    )


def _normal_items(items: tuple[ListItem, ...], depth: int) -> Iterator[ListItem]:
    for item in items if depth < MAX_DEPTH else _levelled(items):
        yield ListItem(normal_inlines(item.content), _normal_lists(item.nested, depth + 1))


def _levelled(items: tuple[ListItem, ...]) -> Iterator[ListItem]:
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        yield ListItem(item.content)
        waiting += reversed([below for nested in item.nested for below in nested.items])


def _normal_table(table: Table) -> Iterable[Table]:
    width = min(MAX_COLUMNS, max(map(len, (table.header, *table.rows))))
    if not width:
        return ()
    return (Table(_fitted(table.header, width), tuple(_fitted(r, width) for r in table.rows)),)


def _fitted(cells: tuple[Inlines, ...], width: int) -> tuple[Inlines, ...]:
    if len(cells) > width:
        cells = (*cells[: width - 1], _joined(cells[width - 1 :]))
    normal = tuple(normal_inlines(cell, one_line=True) for cell in cells)
    return normal + ((),) * (width - len(normal))


def _joined(cells: Iterable[Inlines]) -> Inlines:
    bar = Text(" | ")
    return tuple(inline for cell in cells for inline in (bar, *cell))[1:]
