"""Pieces under each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.export.pdf.pen import Pen
from app.export.pdf.piece import Piece


class Layer(NamedTuple):
    """A piece and the gap above it, which the topmost piece leaves out."""

    piece: Piece
    gap: float = 0.0


class Stack(NamedTuple):
    """Pieces from top to bottom; an empty stack is the content of an empty cell."""

    layers: tuple[Layer, ...] = ()

    @property
    def height(self) -> float:
        """The height of all pieces and the gaps between them."""
        if len(self.layers) == 1:
            return self.layers[0].piece.height
        return sum(_extents(self.layers))

    @property
    def least(self) -> float:
        """The least height of the topmost piece."""
        return self.layers[0].piece.least if self.layers else 0.0

    def anchors(self) -> Iterator[str]:
        """Yield the places in all pieces."""
        for layer in self.layers:
            yield from layer.piece.anchors()

    def split(self, room: float) -> "tuple[Stack, Stack] | None":
        """Tear between pieces, or through the first that does not fit."""
        used = 0.0
        for index, extent in enumerate(_extents(self.layers)):
            if used + extent > room + 1e-6:
                return self._torn(index, room - used)
            used += extent
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw all pieces."""
        if len(self.layers) == 1:
            self.layers[0].piece.draw(pen, x, top)
            return
        for layer, extent in zip(self.layers, _extents(self.layers), strict=True):
            layer.piece.draw(pen, x, top - extent + layer.piece.height)
            top -= extent

    def _torn(self, index: int, room: float) -> "tuple[Stack, Stack] | None":
        layer = self.layers[index]
        parts = layer.piece.split(room - (layer.gap if index else 0.0))
        if parts is not None:
            head = (*self.layers[:index], Layer(parts[0], layer.gap))
            return Stack(head), Stack((Layer(parts[1]), *self.layers[index + 1 :]))
        if index == 0:
            return None
        return Stack(self.layers[:index]), Stack(self.layers[index:])


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, `height` points of it."""

    height: float

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def anchors(self) -> Iterator[str]:
        """Have no place inside."""
        return iter(())

    def split(self, room: float) -> None:
        """Stay whole."""
        del room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


def _extents(layers: Sequence[Layer]) -> list[float]:
    """Return the height of each piece with the gap above it."""
    return [
        layer.piece.height + (layer.gap if index else 0.0) for index, layer in enumerate(layers)
    ]
