"""Drawings as SVG text, self-contained and free of scripts and references."""

from collections.abc import Iterator
from typing import Final, assert_never
from xml.sax.saxutils import escape, quoteattr

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path, Shape
from app.export.characters import clean
from app.export.figures.vector import arrow_head
from app.export.theme import FALLBACK_FONT, INKS, TEXT_FONT

_ANCHORS: Final = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}
_FONTS: Final = f"{TEXT_FONT}, {FALLBACK_FONT}, sans-serif"


def svg(drawing: Drawing) -> str:
    """Return `drawing` as one `svg` element, a unit being a point."""
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}"'
        f' width="{_number(drawing.width)}pt" height="{_number(drawing.height)}pt"'
        f" font-family={quoteattr(_FONTS)}>"
    )
    body = (part for shape in drawing.shapes for part in _parts(shape))
    return "\n".join((head, *body, "</svg>\n"))


def _parts(shape: Shape) -> Iterator[str]:
    match shape:
        case Box():
            paint = _paint(shape.fill, shape.stroke, shape.line_width)
            frame = _attributes(x=shape.x, y=shape.y, width=shape.width, height=shape.height)
            yield f'<rect {frame} rx="{_number(shape.radius)}" {paint}/>'
        case Path():
            yield from _path(shape)
        case Dot():
            place = _attributes(cx=shape.x, cy=shape.y, r=shape.radius)
            yield f"<circle {place} {_paint(shape.fill, shape.stroke, 0.6)}/>"
        case Label():
            yield _label(shape)
        case _:
            assert_never(shape)


def _path(path: Path) -> Iterator[str]:
    if len(path.points) < 2:
        return
    dashes = ' stroke-dasharray="3 2"' if path.dashed else ""
    paint = _paint(Ink.NONE, path.stroke, path.line_width)
    yield (f'<polyline points="{_points(path.points)}" stroke-linejoin="round" {paint}{dashes}/>')
    head = arrow_head(path)
    if head:
        yield f'<polygon points="{_points(head)}" {_paint(path.stroke, Ink.NONE, 0.0)}/>'


def _label(label: Label) -> str:
    weight = 600 if label.strong else 400
    return (
        f'<text {_attributes(x=label.x, y=label.y)} font-size="{_number(label.size)}"'
        f' font-weight="{weight}" text-anchor="{_ANCHORS[label.anchor]}"'
        f' fill="{INKS.get(label.ink, "none")}" xml:space="preserve">'
        f"{escape(clean(label.text).replace(chr(10), ' '))}</text>"
    )


def _paint(fill: Ink, stroke: Ink, line_width: float) -> str:
    colours = f'fill="{INKS.get(fill, "none")}" stroke="{INKS.get(stroke, "none")}"'
    return f'{colours} stroke-width="{_number(line_width)}"'


def _attributes(**numbers: float) -> str:
    return " ".join(f'{name}="{_number(value)}"' for name, value in numbers.items())


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
