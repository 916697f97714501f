"""Drawings painted on a ReportLab canvas as vectors."""

from dataclasses import dataclass
from functools import cache
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, Final, assert_never

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path, Shape
from app.export.characters import clean, spans
from app.export.figures.measure import face, text_width
from app.export.theme import INKS

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

ARROW_LENGTH: Final = 5.0
"""Length of an arrow head in points, whatever the line's width."""


def paint(drawing: Drawing, canvas: "Canvas", left: float, top: float) -> None:
    """Paint `drawing` with its upper left corner at `left`, `top` of the page."""
    brush = _Brush(canvas, left, top)
    canvas.saveState()
    canvas.setLineJoin(1)
    for shape in drawing.shapes:
        brush.paint(shape)
    canvas.restoreState()


def arrow_head(path: Path) -> tuple[tuple[float, float], ...]:
    """Return the corners of the arrow head at the end of `path`; none if it has no direction."""
    (x1, y1), (x2, y2) = path.points[-2:] if len(path.points) > 1 else ((0, 0), (0, 0))
    if not path.arrow or (x1, y1) == (x2, y2):
        return ()
    angle = atan2(y2 - y1, x2 - x1)
    wings = (angle + pi - 0.42, angle + pi + 0.42)
    return ((x2, y2), *((x2 + ARROW_LENGTH * cos(w), y2 + ARROW_LENGTH * sin(w)) for w in wings))


@dataclass(frozen=True, slots=True)
class _Brush:
    canvas: "Canvas"
    left: float
    top: float

    def paint(self, shape: Shape) -> None:
        match shape:
            case Box():
                self._box(shape)
            case Path():
                self._path(shape)
            case Dot():
                fill, stroke = self._inks(shape.fill, shape.stroke, 0.6)
                self.canvas.circle(*self._at(shape.x, shape.y), shape.radius, stroke, fill)
            case Label():
                self._label(shape)
            case _:
                assert_never(shape)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x, self.top - y

    def _inks(self, fill: Ink, stroke: Ink, line_width: float) -> tuple[int, int]:
        if fill is not Ink.NONE:
            self.canvas.setFillColor(_colour(fill))
        if stroke is not Ink.NONE:
            self.canvas.setStrokeColor(_colour(stroke))
            self.canvas.setLineWidth(line_width)
        return int(fill is not Ink.NONE), int(stroke is not Ink.NONE)

    def _box(self, box: Box) -> None:
        fill, stroke = self._inks(box.fill, box.stroke, box.line_width)
        x, y = self._at(box.x, box.y + box.height)
        radius = min(box.radius, box.width / 2, box.height / 2)
        if fill or stroke:
            self.canvas.roundRect(x, y, box.width, box.height, radius, stroke, fill)

    def _path(self, path: Path) -> None:
        if len(path.points) < 2 or path.stroke is Ink.NONE:
            return
        self._inks(path.stroke, path.stroke, path.line_width)
        self.canvas.setDash([3.0, 2.0] if path.dashed else [])
        self._polygon(path.points, stroke=1, fill=0)
        self.canvas.setDash([])
        self._polygon(arrow_head(path), stroke=0, fill=1)

    def _polygon(self, points: tuple[tuple[float, float], ...], stroke: int, fill: int) -> None:
        if not points:
            return
        line = self.canvas.beginPath()
        line.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            line.lineTo(*self._at(*point))
        if fill:
            line.close()
        self.canvas.drawPath(line, stroke, fill)

    def _label(self, label: Label) -> None:
        if label.ink is Ink.NONE:
            return
        width = text_width(label.text, label.size, label.strong)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        text = self.canvas.beginText(*self._at(label.x - shift, label.y))
        text.setFillColor(_colour(label.ink))
        for span in spans(clean(label.text).replace("\n", " "), face(label.strong)):
            text.setFont(span.face.value, label.size)
            text.textOut(span.text)
        self.canvas.drawText(text)


@cache
def _colour(ink: Ink) -> "Color":
    from reportlab.lib.colors import HexColor

    return HexColor(INKS[ink])
