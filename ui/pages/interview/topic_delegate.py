"""Rows of the list of topics: a ring or sign, the title, and how far it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.interviewing.topics import TopicState
from ui.models.interview_rows import StopRow
from ui.widgets.icons import paint_icon
from ui.widgets.ring import paint_state
from ui.widgets.row_painting import row_font, row_ground, row_text
from ui.widgets.tokens import colour, px

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
        row_ground(painter, option, selected=selected)
        self._sign(painter, option, row)
        rect, left = option.rect, option.rect.left() + px(10 + SIGN_PX + 10)
        width = rect.right() - left - px(8)
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        painter.setFont(row_font(option, 13, weight))
        painter.setPen(colour("accent_text" if selected else "text"))
        row_text(painter, option, QRect(left, rect.top() + px(7), width, px(20)), row.title)
        painter.setFont(row_font(option, 12, QFont.Weight.Normal))
        painter.setPen(colour("text2" if selected else "text3"))
        row_text(painter, option, QRect(left, rect.top() + px(27), width, px(18)), row.words)
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
