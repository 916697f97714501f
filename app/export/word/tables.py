"""Captioned tables with repeated heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.tree import (
    Anchor,
    Cell,
    Column,
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
from app.export.word import grid
from app.export.word.column_widths import column_widths
from app.export.word.oxml import Element, w
from app.export.word.paragraphs import caption, gap, paragraph
from app.export.word.runs import Face, runs, text_run
from app.export.word.scope import UNKNOWN_PAGE, Scope

_TALLEST_WHOLE = 1_500
"""Characters up to which a row is kept on one page; longer ones may break."""
_MOST_ROWS_WHOLE = 8
"""Rows up to which a table moves to the next page rather than break."""
_LINE_COST = 60
_TURNED_HEIGHT = round((theme.TURNED_HEAD + 2 * theme.CELL_PADDING_Y) * 20)
"""Height of a head with turned columns, in twips."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell stands: at the head of its row, in a row that stays with the next."""

    heads_row: bool
    keep: bool


def table(block: Table, scope: Scope, width: int) -> list[Element]:
    """Caption, table and the gap after it; `width` is in twips.

    A table without columns is its caption, as in the PDF.
    """
    above = caption("Table", block.caption, block.anchor, scope)
    if not block.columns:
        return [above]
    widths = column_widths(block, width)
    heads = [column.title for column in block.columns]
    purpose = grid.Purpose(
        "PlanTable",
        title=block.caption,
        description=f"{block.caption}: {', '.join(heads)}",
        head_row=True,
        head_column=block.row_heads,
    )
    last = len(block.rows) - 1 if _stays_whole(block) else 0
    rows = [
        _head(block.columns, widths),
        *(_row(block, place, widths, scope, place < last) for place in range(len(block.rows))),
    ]
    return [
        above,
        grid.table(purpose, widths, rows),
        gap(),
    ]


def _head(columns: Sequence[Column], widths: list[int]) -> Element:
    cells = [
        grid.cell(
            width,
            [paragraph("TableHead", [text_run(column.title)])],
            fill=theme.Colour.BRAND,
            turned=column.turned,
        )
        for width, column in zip(widths, columns, strict=True)
    ]
    turned = any(column.turned for column in columns)
    return grid.row(cells, head=True, height=_TURNED_HEIGHT if turned else 0)


def _row(block: Table, place: int, widths: list[int], scope: Scope, keep: bool) -> Element:
    cells = block.rows[place]
    named = _said(cells[0]) if cells else ""
    made = []
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        scope.spot = ", ".join(filter(None, (named if column else "", block.columns[column].title)))
        made.append(_cell(cell, width, scope, _Place(block.row_heads and column == 0, keep)))
    scope.spot = ""
    tallest = max((_bulk(cell) for cell in cells), default=0)
    return grid.row(made, whole=tallest <= _TALLEST_WHOLE)


def _cell(cell: Cell, width: int, scope: Scope, place: _Place) -> Element:
    painted = cell.tone is not Tone.NEUTRAL
    colours = theme.TONES[cell.tone]
    face = Face(cell.strong or place.heads_row, colours.text if painted else "")
    content = [
        paragraph("TableText", runs(part, scope, face), *([w("keepNext")] if place.keep else ()))
        for part in cell.paragraphs or ((),)
    ]
    return grid.cell(width, content, fill=colours.ground if painted else "")


def _said(cell: Cell) -> str:
    """The stated text of the first paragraph with any: what tells its row from others."""
    texts = (
        "".join(run.text for run in content if isinstance(run, Text)) for content in cell.paragraphs
    )
    return next((text for text in texts if text.strip()), "")


def _stays_whole(block: Table) -> bool:
    tallest = (max(map(_bulk, cells), default=0) for cells in block.rows)
    return len(block.rows) <= _MOST_ROWS_WHOLE and sum(tallest) <= _TALLEST_WHOLE


def _bulk(cell: Cell) -> int:
    """Roughly how tall a cell is, in characters."""
    return sum(_LINE_COST + _length(paragraph) for paragraph in cell.paragraphs)


def _length(content: Inlines) -> int:
    return sum(_inline_length(inline) for inline in content)


def _inline_length(inline: Inline) -> int:
    match inline:
        case (
            Text(text)
            | CrossReference(text=text)
            | OpenPoint(text)
            | Inserted(text)
            | Deleted(text)
        ):
            return len(text) + _LINE_COST * text.count("\n")
        case Link(content=content):
            return _length(content)
        case LineBreak():
            return _LINE_COST
        case PageOf():
            return len(UNKNOWN_PAGE) * len(inline.anchors)
        case Anchor():
            return 0
        case _:
            assert_never(inline)
