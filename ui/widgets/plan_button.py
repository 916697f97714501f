"""The button that heads the navigation: what is open, and a menu of what to do with it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import colour, font_px, px


class PlanButton(QToolButton):
    """Shows a title over a subtitle, or only its picture when narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan_button")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ""
        self._subtitle = ""
        self._narrow = False

    def show_plan(self, title: str, subtitle: str) -> None:
        """Say what is open."""
        self._title, self._subtitle = title, subtitle
        self.setAccessibleName(self.tr("{0}, plan menu").format(title))
        self.setToolTip(plain_tip(f"{title}\n{subtitle}".strip()))
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the words out, or not."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(44 if self._narrow else 180), px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(44), px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = px(22)
        left = (self.width() - side) // 2 if self._narrow else px(8)
        self._paint_icon(painter, QRect(left, px(11), side, side), "shield-check", "accent")
        if not self._narrow:
            self._paint_words(painter)
            chevron = QRect(self.width() - px(22), px(14), px(16), px(16))
            self._paint_icon(painter, chevron, "chevron-down", "text2")
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ringed = self.hasFocus() and self.property("kb") == "true"
        painter.setPen(colour("accent") if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))

    def _paint_icon(self, painter: QPainter, rect: QRect, name: str, tone: str) -> None:
        paint_icon(painter, self._mirrored(rect), name, tone)

    def _paint_words(self, painter: QPainter) -> None:
        left, width = px(38), self.width() - px(64)
        title = QRect(left, px(4), width, px(19))
        subtitle = QRect(left, px(22), width, px(17))
        self._paint_line(painter, title, self._title, 13, "text")
        self._paint_line(painter, subtitle, self._subtitle, 12, "text3")

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, size: int, tone: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(font_px(size))
        font.setWeight(QFont.Weight.DemiBold if tone == "text" else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        draw_words(painter, self._mirrored(rect), align, shown)

    def _mirrored(self, rect: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), self.rect(), rect)
