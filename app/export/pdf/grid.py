"""Rows and columns: tables, facts, forms and frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby
from typing import Final, NamedTuple

from app.export.pdf.pen import Pen
from app.export.pdf.stack import Stack
from app.export.theme import CELL_PADDING_X, CELL_PADDING_Y, CLOSING_RULE, HAIRLINE, Colour

KEPT_WHOLE: Final = 160.0
"""Height up to which a grid is never torn."""
FEWEST_ROWS: Final = 2
"""Rows of a torn grid that stay together on either page, if they can."""
TALL: Final = 90.0
"""Height from which a row is company enough for itself."""


class GridCell(NamedTuple):
    """Content on a coloured ground; blank for none."""

    content: Stack = Stack()
    ground: str = ""


class GridRow(NamedTuple):
    """Cells side by side, at least `least` points high."""

    cells: tuple[GridCell, ...]
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class GridLook:
    """Padding, rules and edges of a grid; a blank colour leaves a thing out."""

    padding_x: float = CELL_PADDING_X
    padding_y: float = CELL_PADDING_Y
    row_rule: str = Colour.RULE
    closing_rule: str = ""
    boxed: bool = False
    """Rules around and between all cells, as blanks to fill in have them."""
    edge: str = ""
    """Colour of a broad stroke along the left."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under an optional head.

    `echo` is the head as later pages repeat it: decoration, not content. `page_room` is the
    height of an empty page; only rows taller than that are torn.
    """

    widths: tuple[float, ...]
    rows: tuple[GridRow, ...]
    look: GridLook
    page_room: float
    head: GridRow | None = None
    echo: GridRow | None = None
    heights: tuple[float, ...] = ()
    """Heights of `rows`; computed if not given."""
    height: float = field(init=False)
    """That of head and rows."""
    _head_height: float = field(init=False)

    def __post_init__(self) -> None:
        if len(self.heights) != len(self.rows):
            object.__setattr__(self, "heights", tuple(self._row_height(r) for r in self.rows))
        head = 0.0 if self.head is None else self._row_height(self.head)
        object.__setattr__(self, "_head_height", head)
        object.__setattr__(self, "height", head + sum(self.heights))

    @property
    def least(self) -> float:
        """The height of the head and the first rows, or of a part of a very tall one."""
        if not self.rows:
            return self._head_height
        if self.height <= KEPT_WHOLE:
            return self.height
        first = self.heights[0]
        if first > self.page_room - self._head_height:
            return self._head_height + 4 * self.look.padding_y + self._row_least(self.rows[0])
        kept = self._together(self.heights)
        return min(self._head_height + sum(self.heights[:kept]), self.page_room)

    def anchors(self) -> Iterator[str]:
        """Yield the places in all cells, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.content.anchors()

    def split(self, room: float) -> "tuple[Grid, Grid] | None":
        """Tear between rows; through a row only if it fits no page."""
        if self.height <= KEPT_WHOLE:
            return None
        left = room - self._head_height
        count = sum(1 for total in accumulate(self.heights) if total <= left + 1e-6)
        count = min(count, max(len(self.rows) - self._together(self.heights[::-1]), 1))
        upper, lower = self.rows[:count], self.rows[count:]
        if self.heights[count] > self.page_room - self._head_height:
            torn = self._torn(lower[0], left - sum(self.heights[:count]))
            if torn is not None:
                upper, lower = (*upper, torn[0]), (torn[1], *lower[1:])
        if not upper:
            return None
        return self._upper(upper, count), self._lower(lower, count)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw grounds, content and rules."""
        y = top
        if self.head is not None:
            self._draw_row(pen, self.head, x, y, self._head_height)
            y -= self._head_height
        for row, height in zip(self.rows, self.heights, strict=True):
            self._draw_row(pen, row, x, y, height)
            y -= height
            if self.look.row_rule:
                pen.rule(x, x + sum(self.widths), y, self.look.row_rule, HAIRLINE)
        self._finish(pen, x, top, y)

    def _together(self, heights: Sequence[float]) -> int:
        """How many rows stay on one page at the end of the grid where `heights` begins."""
        if len(heights) <= FEWEST_ROWS:
            return len(heights)
        return 1 if heights[0] >= TALL else FEWEST_ROWS

    def _row_height(self, row: GridRow) -> float:
        tallest = max((cell.content.height for cell in row.cells), default=0.0)
        return max(tallest + 2 * self.look.padding_y, row.least)

    def _upper(self, rows: tuple[GridRow, ...], whole: int) -> "Grid":
        torn = tuple(self._row_height(row) for row in rows[whole:])
        return replace(self, rows=rows, heights=self.heights[:whole] + torn)

    def _lower(self, rows: tuple[GridRow, ...], whole: int) -> "Grid":
        heights = (self._row_height(rows[0]), *self.heights[whole + 1 :])
        return replace(self, rows=rows, heights=heights, head=self.echo)

    def _row_least(self, row: GridRow) -> float:
        return max((cell.content.least for cell in row.cells), default=0.0)

    def _torn(self, row: GridRow, room: float) -> tuple[GridRow, GridRow] | None:
        inner = room - 2 * self.look.padding_y
        parts = [_torn_cell(cell, inner) for cell in row.cells]
        if inner <= 0 or not any(upper.content.height for upper, _ in parts):
            return None
        return GridRow(tuple(u for u, _ in parts)), GridRow(tuple(w for _, w in parts))

    def _draw_row(self, pen: Pen, row: GridRow, x: float, top: float, height: float) -> None:
        if any(cell.ground for cell in row.cells):
            for ground, left, right in self._grounds(row, x):
                pen.panel((left, top - height, right, top), ground)
        for cell, left, _ in self._placed(row, x):
            cell.content.draw(pen, left + self.look.padding_x, top - self.look.padding_y)

    def _grounds(self, row: GridRow, x: float) -> Iterator[tuple[str, float, float]]:
        """Yield grounds with their extent; neighbours of one colour leave no seam."""
        for ground, cells in groupby(self._placed(row, x), key=lambda placed: placed[0].ground):
            extents = [(left, right) for _, left, right in cells]
            if ground:
                yield ground, extents[0][0], extents[-1][1]

    def _placed(self, row: GridRow, x: float) -> Iterator[tuple[GridCell, float, float]]:
        rights = accumulate(self.widths, initial=x)
        left = next(rights)
        for cell, right in zip(row.cells, rights, strict=True):
            yield cell, left, right
            left = right

    def _finish(self, pen: Pen, x: float, top: float, bottom: float) -> None:
        right = x + sum(self.widths)
        if self.look.closing_rule:
            pen.rule(x, right, bottom, self.look.closing_rule, CLOSING_RULE)
        if self.look.edge:
            pen.panel((x, bottom, x + 3.0, top), self.look.edge)
        if self.look.boxed:
            for edge in accumulate(self.widths[:-1], initial=x):
                pen.panel((edge, bottom, right, top), stroke=Colour.RULE)


def _torn_cell(cell: GridCell, room: float) -> tuple[GridCell, GridCell]:
    if cell.content.height <= room:
        return cell, cell._replace(content=Stack())
    parts = cell.content.split(room)
    if parts is None:
        return cell._replace(content=Stack()), cell
    return cell._replace(content=parts[0]), cell._replace(content=parts[1])
