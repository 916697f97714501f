"""Drawings as operators of a page's content stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, Final, assert_never

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path, Shape
from app.export import operators
from app.export.characters import clean, spans
from app.export.figures.measure import face, text_width
from app.export.theme import INKS

if TYPE_CHECKING:
    from app.export.subsets import Subsets

ARROW_LENGTH: Final = 5.0
"""Length of an arrow head in points, whatever the line's width."""
_DOT_EDGE: Final = 0.6


def painted(drawing: Drawing, subsets: "Subsets", left: float, top: float) -> str:
    """Return what paints `drawing` with its upper left corner at `left`, `top` of the page."""
    brush = _Brush(subsets, left, top)
    return "\n".join(("q 1 j", *(brush.painted(shape) for shape in drawing.shapes), "Q"))


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
    subsets: "Subsets"
    left: float
    top: float

    def painted(self, shape: Shape) -> str:
        match shape:
            case Box():
                return self._box(shape)
            case Path():
                return " ".join(self._path(shape))
            case Dot():
                return self._dot(shape)
            case Label():
                return self._label(shape)
            case _:
                assert_never(shape)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x, self.top - y

    def _box(self, box: Box) -> str:
        left, bottom = self._at(box.x, box.y + box.height)
        right, top = left + box.width, bottom + box.height
        radius = min(box.radius, box.width / 2, box.height / 2)
        area = (left, bottom, right, top)
        outline = operators.rounded(*area, radius) if radius > 0 else operators.rectangle(*area)
        return _filled(outline, box.fill, box.stroke, box.line_width)

    def _dot(self, dot: Dot) -> str:
        x, y, radius = *self._at(dot.x, dot.y), dot.radius
        outline = operators.rounded(x - radius, y - radius, x + radius, y + radius, radius)
        return _filled(outline, dot.fill, dot.stroke, _DOT_EDGE)

    def _path(self, path: Path) -> Iterator[str]:
        if len(path.points) < 2 or path.stroke is Ink.NONE:
            return
        yield operators.stroke(INKS[path.stroke])
        yield f"{operators.number(path.line_width)} w"
        line = f"{self._through(path.points)} S"
        yield f"[3 2] 0 d {line} [] 0 d" if path.dashed else line
        head = arrow_head(path)
        if head:
            yield f"{operators.fill(INKS[path.stroke])} {self._through(head)} h f"

    def _through(self, points: tuple[tuple[float, float], ...]) -> str:
        return operators.path(self._at(*point) for point in points)

    def _label(self, label: Label) -> str:
        text = clean(label.text).replace("\n", " ")
        if label.ink is Ink.NONE or not text:
            return ""
        start = self._at(label.x - self._shift(label), label.y)
        stretches = [
            stretch
            for span in spans(text, face(label.strong))
            for stretch in self.subsets.codes(span.text, span.face)
        ]
        return operators.shown(stretches, label.size, INKS[label.ink], start)

    def _shift(self, label: Label) -> float:
        """How far its text begins left of the place of a label."""
        if label.anchor is Anchor.START:
            return 0.0
        width = text_width(label.text, label.size, label.strong)
        return width if label.anchor is Anchor.END else width / 2


def _filled(outline: str, fill: Ink, stroke: Ink, line_width: float) -> str:
    """Return a closed path with the inks it is painted in; none at all if there are none."""
    inks = []
    if fill is not Ink.NONE:
        inks.append(operators.fill(INKS[fill]))
    if stroke is not Ink.NONE:
        inks.append(f"{operators.stroke(INKS[stroke])} {operators.number(line_width)} w")
    if not inks:
        return ""
    closing = operators.PAINTED[fill is not Ink.NONE, stroke is not Ink.NONE]
    return " ".join((*inks, outline, closing))
