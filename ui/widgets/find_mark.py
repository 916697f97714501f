"""A frame around what was found, where it cannot be selected as text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.tokens import colour, px

WIDTH_PX = 2


class FindMark(QWidget):
    """Lies over a part of `parent`, and lets the mouse through."""

    def __init__(self, parent: QWidget, place: QRect) -> None:
        super().__init__(parent)
        self.setObjectName("find_mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), px(WIDTH_PX)))
        inset = px(WIDTH_PX) / 2
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(room, px(5), px(5))
