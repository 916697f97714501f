"""Grids beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.export.pdf.grid import Grid
from app.export.pdf.pen import Pen


@dataclass(frozen=True, slots=True)
class Beside:
    """A grid `x` points from the left edge of its row."""

    x: float
    grid: Grid


@dataclass(frozen=True, slots=True)
class Row:
    """Grids from left to right; never torn."""

    parts: tuple[Beside, ...]

    @property
    def height(self) -> float:
        """That of the tallest."""
        return max((part.grid.height for part in self.parts), default=0.0)

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def anchors(self) -> Iterator[str]:
        """Yield the places in all grids."""
        for part in self.parts:
            yield from part.grid.anchors()

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw all of them, one after the other."""
        for part in self.parts:
            part.grid.draw(pen, x + part.x, top)


def levelled(parts: Sequence[Beside]) -> tuple[Beside, ...]:
    """Grids of one row each, all as high as the tallest."""
    height = max((part.grid.height for part in parts), default=0.0)
    return tuple(replace(part, grid=_raised(part.grid, height)) for part in parts)


def _raised(grid: Grid, height: float) -> Grid:
    rows = tuple(row._replace(least=height) for row in grid.rows)
    return replace(grid, rows=rows, heights=())
