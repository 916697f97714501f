"""The line from a card to one that is called from it, with how and how soon written at its end."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui.widgets.tokens import colour
from ui.widgets.tree_canvas.card import TEXT_FROM

_BEND: Final = 7.0
_LETTERS: Final = 11
_INSET: Final = 14.0
"""How far right of a card's left edge the line to those stacked below it runs."""
_LABEL: Final = 22.0
"""Room above a card for the label, as high as the least gap between two."""
_BEYOND: Final = 22.0
"""How far a label may reach into the gap beside a card."""
_TURN: Final = 0.4
"""Where between two levels a line turns; the label stands below that."""


class EdgeItem(QGraphicsItem):
    """Lies below the cards; moved along with those it joins, or bent anew."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._label = ""
        self._room = QRectF()
        self._bounds = QRectF()
        self._near = False
        self._mirrored = False

    def show_mirrored(self, *, mirrored: bool) -> None:
        """Whether it is read from the right, from the next `join` on."""
        self._mirrored = mirrored

    def join(self, parent: QRectF, child: QRectF, label: str, *, stacked: bool) -> None:
        """Lead from `parent` to `child`, both on the scene; from the side where `stacked`."""
        self.prepareGeometryChange()
        self.setPos(0, 0)
        if self._mirrored:
            parent, child = _mirror_image(parent), _mirror_image(child)
        beside = stacked and child.left() > parent.left() + _INSET and child.top() > parent.bottom()
        self._path = _side(parent, child) if beside else _down(parent, child)
        left = child.left() + 3 if beside else child.center().x() + 6
        width = child.right() - left + _BEYOND
        self._room = QRectF(left, child.top() - _LABEL, width, _LABEL)
        if self._mirrored:
            self._path = _MIRROR.map(self._path)
            self._room = _mirror_image(self._room)
        self._label = _fitting(label, width)
        self._bounds = self._path.boundingRect().united(self._room).adjusted(-2, -2, 2, 2)
        self.update()

    def show_near(self, *, near: bool) -> None:
        """Whether it leads to or from the chosen card."""
        if near != self._near:
            self._near = near
            self.setZValue(0.5 if near else 0)
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = colour("accent" if self._near else "border_strong")
        painter.setPen(QPen(tone, 2 if self._near else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        if self._label and option.levelOfDetailFromTransform(painter.worldTransform()) >= TEXT_FROM:
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.setFont(_letters())
            painter.setPen(colour("text3"))
            painter.drawText(self._room, _RIGHT if self._mirrored else _LEFT, self._label)


_SIDE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT: Final = _SIDE | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = _SIDE | Qt.AlignmentFlag.AlignRight
_MIRROR: Final = QTransform.fromScale(-1.0, 1.0)


def _mirror_image(room: QRectF) -> QRectF:
    """`room` on a scene that is read the other way round."""
    return QRectF(-room.right(), room.top(), room.width(), room.height())


def _letters() -> QFont:
    """Layout units are px at 100 %; the canvas itself is scaled with the interface."""
    font = QApplication.font()
    font.setPixelSize(_LETTERS)
    return font


@lru_cache(512)
def _fitting(label: str, width: float) -> str:
    metrics = QFontMetricsF(_letters())
    return metrics.elidedText(label, Qt.TextElideMode.ElideRight, width)


def _side(parent: QRectF, child: QRectF) -> QPainterPath:
    x, y = parent.left() + _INSET, child.center().y()
    bend = min(_BEND, child.left() - x)
    path = QPainterPath(QPointF(x, parent.bottom()))
    path.lineTo(x, y - bend)
    path.quadTo(x, y, x + bend, y)
    path.lineTo(child.left(), y)
    return path


def _down(parent: QRectF, child: QRectF) -> QPainterPath:
    start = QPointF(parent.center().x(), parent.bottom())
    end = QPointF(child.center().x(), child.top())
    path = QPainterPath(start)
    across = end.x() - start.x()
    if end.y() - start.y() < 2 * _BEND:
        reach = max(abs(end.y() - start.y()), 40.0)
        path.cubicTo(start + QPointF(0, reach), end - QPointF(0, reach), end)
        return path
    if abs(across) < 1.0:
        path.lineTo(end)
        return path
    turn = start.y() + (end.y() - start.y()) * _TURN
    bend = min(_BEND, abs(across) / 2, turn - start.y())
    way = bend if across > 0 else -bend
    path.lineTo(start.x(), turn - bend)
    path.quadTo(start.x(), turn, start.x() + way, turn)
    path.lineTo(end.x() - way, turn)
    path.quadTo(end.x(), turn, end.x(), turn + bend)
    path.lineTo(end)
    return path
