"""Pieces that links, bookmarks and page numbers lead to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.export.pdf.pen import Pen
from app.export.pdf.piece import Piece


@dataclass(frozen=True, slots=True)
class Anchored:
    """A piece known by `names`; `title`, unless blank, puts it in the navigation pane."""

    piece: Piece
    names: tuple[str, ...]
    level: int = 0
    title: str = ""

    @property
    def height(self) -> float:
        """The height of the piece."""
        return self.piece.height

    @property
    def least(self) -> float:
        """The least height of the piece."""
        return self.piece.least

    def anchors(self) -> Iterator[str]:
        """Yield the names of the piece, then those in it."""
        yield from self.names
        yield from self.piece.anchors()

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Tear the piece; its upper part keeps the names."""
        parts = self.piece.split(room)
        return None if parts is None else (replace(self, piece=parts[0]), parts[1])

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the piece and note where it stands."""
        for name in self.names:
            pen.anchor(name, top)
        if self.title:
            pen.bookmark(self.level, self.title, pen.anchor("", top))
        self.piece.draw(pen, x, top)
