"""The classification matrix as a drawing: impact against urgency."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.document.drawing import Anchor, Box, Drawing, Ink, Label, Shape
from app.export.figures.measure import text_width, wrapped

_SIZE: Final = 8.2
_TITLE_SIZE: Final = 7.6
_LEADING: Final = 1.3
_GAP: Final = 2.5
_CELL_HEIGHT: Final = 30.0
_LABEL_SHARE: Final = 0.3
"""The most of the width that row labels may take."""


@dataclass(frozen=True, slots=True)
class MatrixCellFigure:
    """The words in one cell, its ground and the ink on it."""

    text: str
    fill: Ink
    ink: Ink


@dataclass(frozen=True, slots=True)
class MatrixFigure:
    """Rows from the worst impact down; `cells` holds one tuple a row, in column order."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[MatrixCellFigure, ...], ...]
    row_title: str = ""
    column_title: str = ""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells begin, and how large they are."""

    left: float
    top: float
    cell_width: float
    cell_height: float

    def box(self, row: int, column: int) -> tuple[float, float]:
        return (
            self.left + column * (self.cell_width + _GAP),
            self.top + row * (self.cell_height + _GAP),
        )


def matrix(figure: MatrixFigure, max_width: float = 456.0) -> Drawing:
    """Draw `figure` as wide as `max_width`; every cell prints its word, colour is not alone."""
    if not figure.rows or not figure.columns:
        return Drawing(0.0, 0.0, ())
    grid = _grid(figure, max_width)
    shapes = (*_titles(figure, grid), *_labels(figure, grid), *_cells(figure, grid))
    height = grid.top + len(figure.rows) * (grid.cell_height + _GAP)
    return Drawing(max_width, height, shapes)


def _grid(figure: MatrixFigure, max_width: float) -> _Grid:
    longest = max(text_width(row, _SIZE, strong=True) for row in (*figure.rows, figure.row_title))
    left = min(longest + 12.0, max_width * _LABEL_SHARE)
    count = len(figure.columns)
    cell_width = (max_width - left - (count - 1) * _GAP) / count
    heads = max(len(_lines(text, cell_width)) for text in figure.columns)
    texts = [cell.text for row in figure.cells for cell in row]
    tallest = max(
        [len(_lines(t, cell_width)) for t in texts] + [len(_lines(r, left)) for r in figure.rows]
    )
    top = (_TITLE_SIZE * 1.9 if figure.column_title else 0.0) + heads * _SIZE * _LEADING + 6.0
    return _Grid(left, top, cell_width, max(_CELL_HEIGHT, tallest * _SIZE * _LEADING + 12.0))


def _lines(text: str, width: float) -> tuple[str, ...]:
    return wrapped(text, width - 8.0, _SIZE, strong=True)


def _titles(figure: MatrixFigure, grid: _Grid) -> Iterator[Shape]:
    middle = grid.left + (len(figure.columns) * (grid.cell_width + _GAP) - _GAP) / 2
    if figure.column_title:
        text = figure.column_title
        yield Label(middle, _TITLE_SIZE, text, _TITLE_SIZE, Ink.MUTED, False, Anchor.MIDDLE)
    if figure.row_title:
        text = figure.row_title
        y = grid.top - 6.0
        yield Label(grid.left - 8.0, y, text, _TITLE_SIZE, Ink.MUTED, False, Anchor.END)


def _labels(figure: MatrixFigure, grid: _Grid) -> Iterator[Shape]:
    for column, text in enumerate(figure.columns):
        lines = _lines(text, grid.cell_width)
        x = grid.box(0, column)[0] + grid.cell_width / 2
        bottom = grid.top - 6.0 - (len(lines) - 1) * _SIZE * _LEADING
        yield from _stack(lines, x, bottom, Ink.INK, Anchor.MIDDLE)
    for row, text in enumerate(figure.rows):
        lines = _lines(text, grid.left)
        y = _first_baseline(len(lines), grid.box(row, 0)[1], grid.cell_height)
        yield from _stack(lines, grid.left - 8.0, y, Ink.INK, Anchor.END)


def _cells(figure: MatrixFigure, grid: _Grid) -> Iterator[Shape]:
    for row, cells in enumerate(figure.cells):
        for column, cell in enumerate(cells):
            x, y = grid.box(row, column)
            yield Box(x, y, grid.cell_width, grid.cell_height, cell.fill, radius=2.0)
            lines = _lines(cell.text, grid.cell_width)
            baseline = _first_baseline(len(lines), y, grid.cell_height)
            yield from _stack(lines, x + grid.cell_width / 2, baseline, cell.ink, Anchor.MIDDLE)


def _first_baseline(count: int, top: float, height: float) -> float:
    """Return the baseline of the first of `count` lines centred in a box."""
    return top + (height - count * _SIZE * _LEADING) / 2 + _SIZE


def _stack(lines: Sequence[str], x: float, y: float, ink: Ink, anchor: Anchor) -> Iterator[Shape]:
    for index, line in enumerate(lines):
        yield Label(x, y + index * _SIZE * _LEADING, line, _SIZE, ink, True, anchor)
