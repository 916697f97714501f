"""Captioned tables whose columns share the width by weight and by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from app.domain.document.outline import folded
from app.domain.document.tree import Cell, Column, Table, Tone
from app.export.pdf.anchored import Anchored
from app.export.pdf.grid import Grid, GridCell, GridLook, GridRow
from app.export.pdf.pagination import TURNED, UPRIGHT, Flow
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.text_block import inked
from app.export.pdf.trace import Element
from app.export.pdf.turned import Turned
from app.export.pdf.typesetter import Typesetter
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
class _Maker:
    """What all cells of one table are made with."""

    setter: Typesetter
    widths: tuple[float, ...]

    def cell(self, cell: Cell, column: int, element: Element) -> GridCell:
        look = _cell_look(cell)
        room = self.widths[column] - 2 * CELL_PADDING_X
        blocks = inked(self.setter.block(p, look, room, element) for p in cell.paragraphs)
        layers = tuple(Layer(b, _PARAGRAPH_GAP if b.lines else 0.0) for b in blocks)
        ground = "" if cell.tone is Tone.NEUTRAL else TONES[cell.tone].ground
        return GridCell(Stack(layers), ground)

    def row(self, row: Sequence[Cell], table: Table, parent: Element) -> GridRow:
        element = parent.add("TR")
        cells = [*row, *[Cell()] * len(self.widths)][: len(self.widths)]
        return GridRow(
            tuple(
                self.cell(cell, column, _cell_element(element, table.row_heads and column == 0))
                for column, cell in enumerate(cells)
            )
        )

    def head(self, table: Table, parent: Element | None) -> GridRow:
        element = parent.add("THead").add("TR") if parent is not None else None
        return GridRow(
            tuple(
                self._head_cell(column, self.widths[index], element)
                for index, column in enumerate(table.columns)
            )
        )

    def _head_cell(self, column: Column, width: float, row: Element | None) -> GridCell:
        element = row.add("TH") if row is not None else None
        if element is not None:
            element.scope = "Column"
        room = TURNED_HEAD if column.turned else width - 2 * CELL_PADDING_X
        block = self.setter.block(column.title, TABLE_HEAD, room, element)
        piece = Turned(block) if column.turned else block
        return GridCell(Stack((Layer(piece),)), Colour.BRAND)


def table_flows(
    table: Table, title: str, setter: Typesetter, parent: Element, key: str
) -> Iterator[Flow]:
    """Set caption, head and rows; `title` is the counted caption, `key` names the place."""
    sheet = TURNED if table.wide else UPRIGHT
    element = parent.add("Table")
    caption = setter.block(title, CAPTION, sheet.text_width, element.add("Caption"))
    yield Flow(
        Anchored(caption, (key, table.anchor)),
        CAPTION.before,
        CAPTION.after,
        keeps_next=True,
        wide=table.wide,
    )
    if table.columns:
        maker = _Maker(setter, _widths(table, setter, sheet.text_width))
        head = maker.head(table, element)
        body = element.add("TBody")
        grid = Grid(
            maker.widths,
            tuple(maker.row(row, table, body) for row in table.rows),
            _LOOK,
            sheet.text_height,
            head,
            maker.head(table, None),
        )
        yield Flow(grid, after=_AFTER, wide=table.wide)


def counted(word: str, number: int, caption: str) -> str:
    """Return a caption with its count, such as "Table 3. Roles"."""
    text = folded(caption)
    return f"{word} {number}. {text}" if text else f"{word} {number}"


def shared_widths(
    weights: Sequence[float], claims: Sequence[float], total: float
) -> tuple[float, ...]:
    """Divide `total` by `weights`, giving every column its claim first if all claims fit."""
    weights = [max(weight, 0.01) for weight in weights]
    scale = total / sum(weights)
    if sum(claims) >= total:
        return tuple(weight * scale for weight in weights)
    claiming: set[int] = set()
    while True:
        free = total - sum(claims[i] for i in claiming)
        rest = sum(w for i, w in enumerate(weights) if i not in claiming)
        shares = [
            claims[i] if i in claiming else weight * free / rest for i, weight in enumerate(weights)
        ]
        short = {i for i, share in enumerate(shares) if share < claims[i] - 1e-6}
        if not short:
            return tuple(shares)
        claiming |= short


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


def _cell_element(row: Element, heads_row: bool) -> Element:
    element = row.add("TH" if heads_row else "TD")
    element.scope = "Row" if heads_row else ""
    return element
