"""Blocks that must stay on one page, whatever a plan says: long texts are cut where they would not.

How high text will be is estimated from its length, generously: this package knows no typefaces.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from app.domain.document.inline import Text
from app.domain.document.tree import (
    Block,
    Callout,
    Cell,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    OpenPoint,
    Paragraph,
    Table,
)
from app.export.compose.clipping import ELLIPSIS, clipped

PAGE: Final = 715.0
"""Points from the upper to the lower margin."""
CUTS: Final = (
    *((320, 9), (240, 9), (180, 3), (140, 3), (110, 3), (85, 2), (65, 2)),
    *((50, 1), (36, 1), (24, 1), (16, 1)),
)
"""Characters of a text, and texts of a cell, that are kept: tried in turn until all fits."""
_WIDTH: Final = 470.0
_LETTER: Final = 4.6
"""Width of a letter, on average and with what line ends leave empty."""
_LINE: Final = 12.8
_HEADING: Final = 40.0
_FRAME: Final = 52.0
"""Height of an empty callout with its title and the gaps around it."""
_TABLE: Final = 62.0
"""Height of the caption and the heads of a table and the gaps around it."""
_ROW: Final = 9.0
_CELL_PADDING: Final = 10.0
_GREEK: Final = 0x370
_SIGNS: Final = 0x2000
"""Code points from which on letters are wider than Latin ones, and are wide signs."""


def on_one_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` as they are if they fit a page, or else with every text cut as far as needed."""
    made = tuple(blocks)
    for most, texts in CUTS:
        if sum(map(height, made)) <= PAGE:
            break
        made = tuple(_cut(block, most, texts) for block in blocks)
    return made


def height(block: Block) -> float:
    """About how many points `block` takes."""
    match block:
        case Heading():
            return _HEADING
        case Callout(content=content):
            return _FRAME + sum(map(_inside, content))
        case Table():
            return _TABLE + sum(_row(row, block) for row in block.rows)
        case _:
            return 0.0


def _inside(block: Paragraph | ListBlock) -> float:
    if isinstance(block, Paragraph):
        return _lines(block.content, _WIDTH) * _LINE
    return sum(_lines(item.content, _WIDTH - 50.0) * _LINE + 2.0 for item in block.items)


def _row(row: Sequence[Cell], table: Table) -> float:
    whole = sum(column.weight for column in table.columns)
    tallest = 0
    for cell, column in zip(row, table.columns, strict=False):
        room = _WIDTH * column.weight / whole - _CELL_PADDING
        tallest = max(tallest, sum(_lines(content, room) for content in cell.paragraphs))
    return tallest * _LINE + _ROW


def _lines(content: Inlines, room: float) -> int:
    said = sum(_letters(item.text) for item in content if isinstance(item, Text | OpenPoint))
    return max(ceil(said * _LETTER / max(room, _LETTER)), 1)


def _letters(text: str) -> float:
    """How many Latin letters are as wide as `text`."""
    if text.isascii():
        return len(text)
    return sum(1.0 if sign < _GREEK else 1.3 if sign < _SIGNS else 2.0 for sign in map(ord, text))


def _cut(block: Block, most: int, texts: int) -> Block:
    match block:
        case Callout():
            return replace(block, content=tuple(_cut_inside(one, most) for one in block.content))
        case Table():
            rows = (tuple(_cut_cell(cell, most, texts) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _cut_inside(block: Paragraph | ListBlock, most: int) -> Paragraph | ListBlock:
    if isinstance(block, Paragraph):
        return replace(block, content=shortened(block.content, most))
    items = (replace(item, content=shortened(item.content, most)) for item in block.items)
    return replace(block, items=tuple(items))


def _cut_cell(cell: Cell, most: int, texts: int) -> Cell:
    """Keep the first `texts`; a last one says that others follow."""
    kept = tuple(shortened(one, most) for one in cell.paragraphs[:texts])
    if len(cell.paragraphs) > texts and kept:
        kept = (*kept[:-1], (*kept[-1], Text(f" {ELLIPSIS}")))
    return replace(cell, paragraphs=kept)


def shortened(content: Inlines, most: int) -> Inlines:
    """`content` with no more than `most` characters of plain text, cut after a word."""
    made: list[Inline] = []
    left = most
    for item in content:
        if not isinstance(item, Text | OpenPoint):
            made.append(item)
        elif left > 0:
            fits = len(item.text) <= left
            made.append(replace(item, text=item.text if fits else clipped(item.text, left - 1)))
            left -= len(item.text)
    return tuple(made)
