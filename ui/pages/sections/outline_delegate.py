"""Rows of the outline: a ring or tick, the number and the title; parts as small heads."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.pages.sections.outline_model import ROW_ROLE, OutlineRow
from ui.widgets.icons import paint_icon
from ui.widgets.ring import paint_state
from ui.widgets.row_painting import row_font, row_ground, row_text
from ui.widgets.tokens import colour, px

_Index = QModelIndex | QPersistentModelIndex

ROW_PX = 34
HEAD_PX = 34
RING_PX = 18


class OutlineDelegate(QStyledItemDelegate):
    """Draws mirrored where the language runs from right to left."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        head = isinstance(row, OutlineRow) and not row.key
        return QSize(px(120), px(HEAD_PX if head else ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, OutlineRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key:
            self._section(painter, option, row)
        else:
            self._head(painter, option, row)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        painter.setFont(row_font(option, 11, QFont.Weight.DemiBold))
        painter.setPen(colour("text3"))
        room = option.rect.adjusted(px(10), px(8), -px(8), 0)
        row_text(painter, option, room, row.title)

    def _section(self, painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row_ground(painter, option, selected=selected)
        rect = option.rect
        side = px(RING_PX)
        ring = QRect(rect.left() + px(10), rect.center().y() - side // 2 + 1, side, side)
        place = QStyle.visualRect(option.direction, rect, ring)
        if row.applicable:
            paint_state(painter, QRectF(place), row.share)
        else:
            paint_icon(painter, place, "circle-minus", "text3")
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        painter.setFont(row_font(option, 13, weight))
        left = ring.right() + px(10)
        number = QRect(left, rect.top(), px(34), rect.height())
        painter.setPen(colour("accent_text" if selected else "text3"))
        row_text(painter, option, number, row.number)
        tone = "accent_text" if selected else "text" if row.applicable else "text3"
        painter.setPen(colour(tone))
        end = px(26) if row.reviewed else px(8)
        title = QRect(
            number.right(), rect.top(), rect.right() - number.right() - end, rect.height()
        )
        row_text(painter, option, title, row.title)
        if row.reviewed:
            self._seal(painter, option)

    def _seal(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, side = option.rect, px(14)
        seal = QRect(rect.right() - side - px(8), rect.center().y() - side // 2 + 1, side, side)
        place = QStyle.visualRect(option.direction, rect, seal)
        paint_icon(painter, place, "badge-check", "success")
