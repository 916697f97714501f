"""How the columns of a table share its width, so that no word is cut which can stand whole."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.tree import (
    Anchor,
    Cell,
    CrossReference,
    Deleted,
    Inline,
    Inlines,
    Inserted,
    OpenPoint,
    PageOf,
    Table,
    Tone,
)
from app.export import theme
from app.export.figures.measure import text_width
from app.export.shared_widths import shared_widths
from app.export.word import grid

WIDER: Final = 1.12
"""How much wider a word may come out where another typeface stands in for ours."""
MOST: Final = 0.4
"""Share of a table that the words of one column may claim, whatever their length."""

_TWIPS: Final = 20
_LONGEST: Final = 60
"""Characters of a word that are measured: a longer one is cut anyway."""
_BREAKS: Final = re.compile(r"\s+|(?<=-)")
"""Where Word ends a line."""


def column_widths(block: Table, width: int) -> list[int]:
    """The widths of its columns in twips: by weight, but none below the widest of its words.

    Where these do not fit side by side, weights alone decide.
    """
    weights = [column.weight for column in block.columns]
    return grid.shares(width, shared_widths(weights, _claims(block, width), width))


def _claims(block: Table, width: int) -> list[float]:
    """What each column needs for its widest word, no more than `MOST` of the whole."""
    padding = 2 * theme.CELL_PADDING_X
    claims = []
    for at, column in enumerate(block.columns):
        head = () if column.turned else (_widest(column.title, theme.TABLE_HEAD.size, strong=True),)
        cells = (row[at] for row in block.rows if at < len(row))
        needs = max((*head, *_needs(cells, strong=block.row_heads and at == 0)), default=0.0)
        claims.append(min((needs * WIDER + padding) * _TWIPS, width * MOST))
    return claims


def _needs(cells: Iterable[Cell], *, strong: bool) -> Iterator[float]:
    for cell in cells:
        bold = strong or cell.strong or cell.tone is not Tone.NEUTRAL
        for content in cell.paragraphs:
            yield _widest(_said(content), theme.TABLE_CELL.size, strong=bold)


@lru_cache(maxsize=8_192)
def _word(word: str, size: float, strong: bool) -> float:
    return text_width(word[:_LONGEST], size, strong)


def _widest(text: str, size: float, *, strong: bool) -> float:
    return max((_word(word, size, strong) for word in _BREAKS.split(text)), default=0.0)


def _said(content: Inlines) -> str:
    """Its words, those of different runs not set apart."""
    return "".join(_text(inline) for inline in content)


def _text(inline: Inline) -> str:
    match inline:
        case (
            Text(text)
            | CrossReference(text=text)
            | OpenPoint(text)
            | Inserted(text)
            | Deleted(text)
        ):
            return text
        case Link(content=content):
            return _said(content)
        case LineBreak():
            return " "
        case PageOf() | Anchor():
            return ""
        case _:
            assert_never(inline)
