"""A ring that shows progress, large on a page or small in a list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, font_px, px

FULL_TURN = 16 * 360
"""A whole circle in Qt's unit of a sixteenth of a degree."""


class CompletenessRing(QWidget):
    """A ring with the percentage in it; `diameter` in px at 100 %."""

    def __init__(self, parent: QWidget, diameter: int = 96) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._diameter = diameter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(0.0)

    @property
    def share(self) -> float:
        """What is shown, from 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show `share`, from 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(self.tr("{0} percent complete").format(percent(self._share)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = px(self._diameter)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thickness = px(max(3, self._diameter / 11))
        paint_ring(painter, QRectF(self.rect()), self._share, thickness)
        font = QFont(self.font())
        font.setPixelSize(font_px(self._diameter * 0.22))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{percent(self._share)}%")
        painter.end()


def percent(share: float) -> int:
    """`share` in whole percent; 100 only when nothing is left."""
    return 100 if share >= 1 else int(share * 100)


def paint_ring(painter: QPainter, rect: QRectF, share: float, thickness: float) -> None:
    """Draw a ring into `rect`, filled clockwise from the top."""
    inset = thickness / 2 + 0.5
    circle = rect.adjusted(inset, inset, -inset, -inset)
    pen = QPen(colour("track"), thickness)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if share > 0:
        pen.setColor(colour("accent"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(circle, FULL_TURN // 4, -round(share * FULL_TURN))


def paint_state(painter: QPainter, rect: QRectF, share: float) -> None:
    """Draw a small ring, or a filled tick when `share` is 1, as lists of sections show it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if share >= 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("success"))
        painter.drawEllipse(rect)
        inset = rect.width() * 0.22
        paint_icon(
            painter, rect.adjusted(inset, inset, -inset, -inset).toRect(), "check", "surface"
        )
    else:
        paint_ring(painter, rect, share, max(2.0, rect.width() / 7))
    painter.restore()
