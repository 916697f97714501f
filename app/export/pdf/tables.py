"""Captioned tables whose columns share the width by weight and by their words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from app.domain.document.outline import folded
from app.domain.document.tree import Cell, Column, Table, Tone
from app.export.pdf.anchored import Anchored
from app.export.pdf.grid import Grid, GridCell, GridLook, GridRow
from app.export.pdf.kept import Kept, kept
from app.export.pdf.pagination import TURNED, UPRIGHT, Flow
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.text_block import inked
from app.export.pdf.trace import Element
from app.export.pdf.turned import Turned
from app.export.pdf.typesetter import Typesetter
from app.export.shared_widths import shared_widths
from app.export.theme import (
    CAPTION,
    CELL_PADDING_X,
    TABLE_CELL,
    TABLE_HEAD,
    TONES,
    TURNED_HEAD,
    Colour,
    Typography,
)

_AFTER: Final = 12.0
_PARAGRAPH_GAP: Final = 3.0
_WIDEST_CLAIM: Final = 0.45
"""Share of the table's width that one long word may claim for its column."""
_LOOK: Final = GridLook(closing_rule=Colour.BRAND)


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell as it was set, with its node in the structure tree."""

    cell: GridCell
    element: Element


class TableSetting:
    """A table that may be set again, once the pages it prints are known.

    Only the cells that print other pages than before are then set anew.
    """

    def __init__(self, table: Table, title: str, key: str) -> None:
        """Take the table, its counted caption, and the name of its place."""
        self._table = table
        self._title = title
        self._names = (key, table.anchor)
        self._sheet = TURNED if table.wide else UPRIGHT
        self._kept: dict[tuple[int, int], Kept[_Set]] = {}
        self._widths: tuple[float, ...] = ()

    def flows(self, setter: Typesetter, parent: Element) -> Iterator[Flow]:
        """Set caption, head and rows below `parent`."""
        table, room = self._table, self._sheet.text_width
        element = parent.add("Table")
        caption = setter.block(self._title, CAPTION, room, element.add("Caption"))
        yield Flow(
            Anchored(caption, self._names),
            CAPTION.before,
            CAPTION.after,
            keeps_next=True,
            wide=table.wide,
        )
        if table.columns:
            yield Flow(self._grid(setter, element), after=_AFTER, wide=table.wide)

    def _grid(self, setter: Typesetter, element: Element) -> Grid:
        self._widths = self._widths or _widths(self._table, setter, self._sheet.text_width)
        head = self._head(setter, element.add("THead").add("TR"))
        body = element.add("TBody")
        rows = tuple(
            self._row(setter, index, body.add("TR")) for index in range(len(self._table.rows))
        )
        return Grid(
            self._widths,
            rows,
            _LOOK,
            self._sheet.text_height,
            head,
            self._head(setter, None),
        )

    def _row(self, setter: Typesetter, index: int, element: Element) -> GridRow:
        cells = self._table.rows[index]
        made = [
            self._again(setter, cell, (index, at), element)
            for at, cell in enumerate(cells[: len(self._widths)])
        ]
        blank = [_blank(element, self._heads_row(at)) for at in range(len(made), len(self._widths))]
        return GridRow((*made, *blank))

    def _again(
        self, setter: Typesetter, cell: Cell, place: tuple[int, int], row: Element
    ) -> GridCell:
        """Return the cell as it was set, unless it prints pages and these are others now."""
        known = kept(self._kept.get(place), setter, lambda: self._made(setter, cell, place[1]))
        self._kept[place] = known
        row.kids.append(known.made.element)
        return known.made.cell

    def _made(self, setter: Typesetter, cell: Cell, column: int) -> _Set:
        element = _cell_element(self._heads_row(column))
        return _Set(_cell(setter, cell, self._widths[column], element), element)

    def _heads_row(self, column: int) -> bool:
        return self._table.row_heads and column == 0

    def _head(self, setter: Typesetter, row: Element | None) -> GridRow:
        return GridRow(
            tuple(
                _head_cell(setter, column, width, row)
                for column, width in zip(self._table.columns, self._widths, strict=True)
            )
        )


def _cell(setter: Typesetter, cell: Cell, width: float, element: Element) -> GridCell:
    look, room = _cell_look(cell), width - 2 * CELL_PADDING_X
    blocks = inked(setter.block(p, look, room, element) for p in cell.paragraphs)
    layers = tuple(Layer(b, _PARAGRAPH_GAP if b.lines else 0.0) for b in blocks)
    ground = "" if cell.tone is Tone.NEUTRAL else TONES[cell.tone].ground
    return GridCell(Stack(layers), ground)


def _blank(row: Element, heads_row: bool) -> GridCell:
    row.kids.append(_cell_element(heads_row))
    return GridCell()


def _cell_element(heads_row: bool) -> Element:
    return Element("TH", scope="Row") if heads_row else Element("TD")


def _head_cell(setter: Typesetter, column: Column, width: float, row: Element | None) -> GridCell:
    element = row.add("TH") if row is not None else None
    if element is not None:
        element.scope = "Column"
    room = TURNED_HEAD if column.turned else width - 2 * CELL_PADDING_X
    block = setter.block(column.title, TABLE_HEAD, room, element)
    piece = Turned(block) if column.turned else block
    return GridCell(Stack((Layer(piece),)), Colour.BRAND)


def counted(word: str, number: int, caption: str) -> str:
    """Return a caption with its count, such as "Table 3. Roles"."""
    text = folded(caption)
    return f"{word} {number}. {text}" if text else f"{word} {number}"


def _widths(table: Table, setter: Typesetter, total: float) -> tuple[float, ...]:
    claims = [_head_claim(column, setter) for column in table.columns]
    for row in table.rows:
        for index, cell in enumerate(row[: len(claims)]):
            words = (setter.widest_word(p, _cell_look(cell)) for p in cell.paragraphs)
            claims[index] = max(claims[index], *words, 0.0)
    padded = [min(claim + 2 * CELL_PADDING_X + 0.5, total * _WIDEST_CLAIM) for claim in claims]
    return shared_widths([column.weight for column in table.columns], padded, total)


def _head_claim(column: Column, setter: Typesetter) -> float:
    if not column.turned:
        return setter.widest_word(column.title, TABLE_HEAD)
    return len(setter.lines(column.title, TABLE_HEAD, TURNED_HEAD)) * TABLE_HEAD.leading


def _cell_look(cell: Cell) -> Typography:
    return _look_of(cell.tone, cell.strong)


@cache
def _look_of(tone: Tone, strong: bool) -> Typography:
    colour = TABLE_CELL.colour if tone is Tone.NEUTRAL else TONES[tone].text
    weight = 600 if strong or tone is not Tone.NEUTRAL else TABLE_CELL.weight
    return replace(TABLE_CELL, colour=colour, weight=weight)
