"""A small square in the colour of a severity, for beside its name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.widgets.tokens import colour, px

STEPS = 4
"""So many severities have a colour of their own; milder ones share the last."""


def swatch(rank: int) -> QIcon:
    """The square for the severity of `rank`, 1 being the worst."""
    side = px(12)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"sev{step_of(rank)}"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), px(3), px(3))
    painter.end()
    return QIcon(pixmap)


def step_of(rank: int) -> int:
    """The colour's number for `rank`, from 1 to 4."""
    return min(max(rank, 1), STEPS)
