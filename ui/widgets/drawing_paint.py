"""The shapes of a drawing painted by Qt, in the colours of the theme."""

from math import atan2, cos, pi, sin
from typing import Final, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from app.domain.document.drawing import Anchor, Box, Dot, Ink, Label, Path, Shape
from ui.widgets.tokens import colour

_INKS: Final = {
    Ink.PAPER: "surface",
    Ink.INK: "text",
    Ink.MUTED: "text2",
    Ink.RULE: "border_strong",
    Ink.BRAND: "accent_text",
    Ink.BRAND_SOFT: "accent_soft",
    Ink.ON_BRAND: "surface",
    Ink.GOOD: "success",
    Ink.WARN: "warning",
    Ink.BAD: "danger",
    Ink.SEVERITY_1: "sev1_soft",
    Ink.SEVERITY_2: "sev2_soft",
    Ink.SEVERITY_3: "sev3_soft",
    Ink.SEVERITY_4: "sev4_soft",
}
"""The colour of the theme for each ink; text on the ground of a severity is text."""
_HEAD: Final = 5.0
"""Length of an arrow's head in units."""
_SPREAD: Final = 0.42
"""Half the angle of an arrow's head."""


def paint_shape(painter: QPainter, shape: Shape, font: QFont) -> None:
    """Paint one shape; a unit of the drawing is a unit of `painter`."""
    match shape:
        case Box():
            _box(painter, shape)
        case Path():
            _path(painter, shape)
        case Dot():
            painter.setPen(_pen(shape.stroke, 0.6))
            painter.setBrush(_brush(shape.fill))
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Label():
            _label(painter, shape, font)
        case _:
            assert_never(shape)


def reach_of(shape: Shape) -> tuple[float, float]:
    """The highest and the lowest place of a shape."""
    match shape:
        case Box():
            return shape.y, shape.y + shape.height
        case Path():
            heights = [y for _, y in shape.points]
            return min(heights), max(heights)
        case Dot():
            return shape.y - shape.radius, shape.y + shape.radius
        case Label():
            return shape.y - shape.size, shape.y + shape.size / 2
        case _:
            assert_never(shape)


def _box(painter: QPainter, box: Box) -> None:
    painter.setPen(_pen(box.stroke, box.line_width))
    painter.setBrush(_brush(box.fill))
    area = QRectF(box.x, box.y, box.width, box.height)
    painter.drawRoundedRect(area, box.radius, box.radius)


def _path(painter: QPainter, path: Path) -> None:
    pen = _pen(path.stroke, path.line_width)
    if path.dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in path.points]))
    head = _head(path)
    if head:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_brush(path.stroke))
        painter.drawPolygon(QPolygonF(head))


def _head(path: Path) -> list[QPointF]:
    if not path.arrow or len(path.points) < 2 or path.points[-1] == path.points[-2]:
        return []
    (x1, y1), (x2, y2) = path.points[-2:]
    angle = atan2(y2 - y1, x2 - x1)
    wings = (angle + pi - _SPREAD, angle + pi + _SPREAD)
    tips = (QPointF(x2 + _HEAD * cos(wing), y2 + _HEAD * sin(wing)) for wing in wings)
    return [QPointF(x2, y2), *tips]


def _label(painter: QPainter, label: Label, font: QFont) -> None:
    used = QFont(font)
    used.setPointSizeF(label.size * 72 / painter.device().logicalDpiY())
    used.setWeight(QFont.Weight.DemiBold if label.strong else QFont.Weight.Normal)
    painter.setFont(used)
    painter.setPen(colour(_INKS.get(label.ink, "text")))
    width = QFontMetricsF(used).horizontalAdvance(label.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    painter.drawText(QPointF(label.x - shift, label.y), label.text)


def _pen(ink: Ink, width: float) -> QPen:
    return (
        QPen(Qt.PenStyle.NoPen) if ink is Ink.NONE else QPen(colour(_INKS.get(ink, "text")), width)
    )


def _brush(ink: Ink) -> QBrush:
    none = ink is Ink.NONE
    return QBrush(Qt.BrushStyle.NoBrush) if none else QBrush(colour(_INKS.get(ink, "text")))
