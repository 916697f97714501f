"""Words drawn by hand: at the side where reading begins, each text read as its own letters are."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

_ACROSS = int(Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignAbsolute)
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
_BY_ITS_LETTERS = Qt.LayoutDirection.LayoutDirectionAuto


def draw_words(painter: QPainter, place: QRect, flags: Qt.AlignmentFlag | int, words: str) -> None:
    """Draw like `painter.drawText`, which would take a text for one of the page's direction.

    Where a page is read from the right, a telephone number would then be told from its last group
    to its first, and the dots of a name cut short would stand before it.
    """
    direction = painter.layoutDirection()
    if direction is _LEFT_TO_RIGHT:
        painter.drawText(place, int(flags), words)
        return
    painter.setLayoutDirection(_BY_ITS_LETTERS)
    painter.drawText(place, _as_seen(direction, int(flags)), words)
    painter.setLayoutDirection(direction)


def _as_seen(direction: Qt.LayoutDirection, flags: int) -> int:
    across = QStyle.visualAlignment(direction, Qt.AlignmentFlag(flags & _ACROSS))
    return (flags & ~_ACROSS) | int(across)
