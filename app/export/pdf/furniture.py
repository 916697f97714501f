"""What surrounds the text of a page: header, footer, watermark and the edge of the cover."""

from dataclasses import dataclass, replace
from typing import Final

from app.domain.document.tree import Document
from app.export.characters import clean
from app.export.figures.measure import shortened
from app.export.pdf.lines import Line
from app.export.pdf.pagination import Sheet
from app.export.pdf.pen import Pen
from app.export.pdf.typesetter import Typesetter
from app.export.theme import (
    COVER_EDGE_MM,
    FOOTER_BASELINE_MM,
    HEADER_BASELINE_MM,
    POINTS_PER_MM,
    RUNNING,
    Colour,
    Typography,
)

_LABEL: Final = replace(RUNNING, colour=Colour.RESTRICTED, weight=600)
_WATERMARK_SIZE: Final = 96.0
_WATERMARK_SHARE: Final = 0.86
"""Share of the page's diagonal that a watermark may take."""
_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws, for one document, what is no content; pages count from 0."""

    document: Document
    setter: Typesetter
    pages: int

    def draw(self, pen: Pen, page: int, sheet: Sheet) -> None:
        """Draw all of it on the current page, before the text."""
        self._watermark(pen, sheet)
        if page == 0 and not self.document.cover.compact:
            edge = COVER_EDGE_MM * POINTS_PER_MM
            pen.panel((0.0, 0.0, edge, sheet.height), Colour.BRAND)
            y = sheet.height - HEADER_BASELINE_MM * POINTS_PER_MM
            self._right(pen, self._sharing_label(sheet), sheet, y)
            return
        self._header(pen, sheet)
        self._footer(pen, page, sheet)

    def _header(self, pen: Pen, sheet: Sheet) -> None:
        data = self.document.metadata
        y = sheet.height - HEADER_BASELINE_MM * POINTS_PER_MM
        label = self._sharing_label(sheet)
        room = sheet.text_width - label.width - _GAP
        running = " — ".join(text for text in (data.organisation, data.title) if text.strip())
        pen.label(self._line(running, room), sheet.left, y)
        self._right(pen, label, sheet, y)
        pen.rule(sheet.left, sheet.width - sheet.right, y - 5.5)

    def _footer(self, pen: Pen, page: int, sheet: Sheet) -> None:
        data, words = self.document.metadata, self.document.wording
        y = FOOTER_BASELINE_MM * POINTS_PER_MM
        number = f"{words.page} {page + 1} {words.of} {self.pages}"
        right = self._line(number, sheet.text_width / 2)
        version = f"{words.version} {data.version}" if data.version.strip() else ""
        parts = (data.document_id, version, data.dated.isoformat(), data.anchor)
        left = " · ".join(part for part in parts if part.strip())
        pen.label(self._line(left, sheet.text_width - right.width - _GAP), sheet.left, y)
        self._right(pen, right, sheet, y)
        pen.rule(sheet.left, sheet.width - sheet.right, y + 10.5)

    def _watermark(self, pen: Pen, sheet: Sheet) -> None:
        text = clean(self.document.watermark).strip()
        if not text:
            return
        diagonal = (sheet.width**2 + sheet.height**2) ** 0.5 * _WATERMARK_SHARE
        look = Typography(_WATERMARK_SIZE, _WATERMARK_SIZE, Colour.WATERMARK, weight=700)
        line = self.setter.line(text, look)
        size = min(_WATERMARK_SIZE, _WATERMARK_SIZE * diagonal / max(line.width, 1.0))
        pen.slanted(self.setter.line(text, replace(look, size=size)), sheet.width, sheet.height)

    def _sharing_label(self, sheet: Sheet) -> Line:
        return self._line(self.document.metadata.sharing_label, sheet.text_width / 2, _LABEL)

    def _line(self, text: str, room: float, look: Typography = RUNNING) -> Line:
        return self.setter.line(shortened(text, room, look.size, look.weight >= 600), look)

    def _right(self, pen: Pen, line: Line, sheet: Sheet, y: float) -> None:
        pen.label(line, sheet.width - sheet.right - line.width, y)
