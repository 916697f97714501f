"""A button that looks like a search field and opens the real one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, px


class SearchButton(QPushButton):
    """Says what it searches and which keys open it."""

    def __init__(self, parent: QWidget, text: str, keys: str) -> None:
        super().__init__(parent)
        self.setObjectName("search_button")
        self.setProperty("look", "search")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})")
        self.setAutoDefault(False)
        self._shown = text
        self._keys = keys

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(280), px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = (self.height() - px(16)) // 2
        self._icon(painter, QRect(px(10), middle, px(16), px(16)))
        painter.setFont(self.font())
        painter.setPen(colour("text3"))
        metrics = painter.fontMetrics()
        keys_width = metrics.horizontalAdvance(self._keys) + px(12)
        room = QRect(px(36), 0, self.width() - px(36) - keys_width - px(8), self.height())
        text = metrics.elidedText(self._shown, Qt.TextElideMode.ElideRight, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        draw_words(painter, self._mirrored(room), align, text)
        keys = QRect(self.width() - keys_width, 0, keys_width - px(8), self.height())
        draw_words(painter, self._mirrored(keys), Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()

    def _icon(self, painter: QPainter, rect: QRect) -> None:
        paint_icon(painter, self._mirrored(rect), "search", "text3")

    def _mirrored(self, rect: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), rect)
