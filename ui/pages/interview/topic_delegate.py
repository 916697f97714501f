"""Rows of the list of topics: a ring or sign, the title, and how far it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.interviewing.topics import TopicState
from ui.bridge.keyboard import FOCUS_PROPERTY
from ui.models.interview_rows import StopRow
from ui.widgets.icons import paint_icon
from ui.widgets.ring import paint_state
from ui.widgets.tokens import colour, font_px, px

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_PX = 52
SIGN_PX = 18

_Index = QModelIndex | QPersistentModelIndex


class TopicDelegate(QStyledItemDelegate):
    """Draws mirrored where the language runs from right to left."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, StopRow):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, selected=selected)
        self._sign(painter, option, row)
        rect, left = option.rect, option.rect.left() + px(10 + SIGN_PX + 10)
        width = rect.right() - left - px(8)
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        painter.setFont(_font(option, 13, weight))
        painter.setPen(colour("accent_text" if selected else "text"))
        _text(painter, option, QRect(left, rect.top() + px(7), width, px(20)), row.title)
        painter.setFont(_font(option, 12, QFont.Weight.Normal))
        painter.setPen(colour("text2" if selected else "text3"))
        _text(painter, option, QRect(left, rect.top() + px(27), width, px(18)), row.words)
        painter.restore()

    def _sign(self, painter: QPainter, option: QStyleOptionViewItem, row: StopRow) -> None:
        rect, side = option.rect, px(SIGN_PX)
        place = QRect(rect.left() + px(10), rect.top() + px(9), side, side)
        place = QStyle.visualRect(option.direction, rect, place)
        if row.state is None:
            paint_icon(painter, place, "sparkles", "accent_text")
        elif row.state is TopicState.SKIPPED:
            paint_icon(painter, place, "circle-minus", "text3")
        else:
            paint_state(painter, QRectF(place), row.share)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inner = option.rect.adjusted(1, 1, -1, -1)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(inner, px(6), px(6))
        if selected and _by_key(option):
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, px(6), px(6))


def _by_key(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    return view is not None and view.hasFocus() and view.property(FOCUS_PROPERTY) == "true"


def _font(option: QStyleOptionViewItem, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(option.font)
    font.setPixelSize(font_px(size))
    font.setWeight(weight)
    return font


def _text(painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    place = QStyle.visualRect(option.direction, option.rect, room)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
