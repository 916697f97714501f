"""How a row of the navigation shows that something waits there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.widgets.tokens import colour, font_px, px

BADGE = Qt.ItemDataRole.UserRole + 3
"""The role of the number that a row shows; 0 or nothing shows none."""
MOST_SHOWN = 99
"""A larger number says no more than that it is large."""
HEIGHT_PX, NARROW_HEIGHT_PX = 18, 14
NARROW_PX = 80
"""A row narrower than this has room for a picture only; its number sits on the corner of that."""


class NavDelegate(QStyledItemDelegate):
    """The usual row, with a number at its end."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        count = index.data(BADGE)
        if count:
            _draw(painter, option, str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+")


def _draw(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(option.font)
    narrow = option.rect.width() < px(NARROW_PX)
    font.setPixelSize(font_px(9 if narrow else 11))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    place = _place(painter, option, text, narrow=narrow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("warning_soft"))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(colour("warning"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _place(painter: QPainter, option: QStyleOptionViewItem, text: str, *, narrow: bool) -> QRectF:
    """At the end of a wide row, on the corner of a narrow one."""
    row = QRectF(option.rect)
    high = float(px(NARROW_HEIGHT_PX if narrow else HEIGHT_PX))
    wide = max(high, painter.fontMetrics().horizontalAdvance(text) + px(6 if narrow else 10))
    gap = 0 if narrow else px(10)
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    left = row.left() + gap if mirrored else row.right() - gap - wide
    top = row.top() + px(1) if narrow else row.center().y() - high / 2
    return QRectF(left, top, wide, high)
