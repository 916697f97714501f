"""What delegates of lists and tables paint alike: the ground of a row, and a line of text in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.widgets.drawn_words import draw_words
from ui.widgets.tokens import colour, font_px, px


def row_ground(painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
    """Soft where chosen or pointed at, and with a ring where the keyboard is."""
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    inner = option.rect.adjusted(1, 1, -1, -1)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if selected else "hover"))
        painter.drawRoundedRect(inner, px(6), px(6))
    if selected and by_key(option):
        painter.setPen(colour("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, px(6), px(6))


def table_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    table: QTableView,
) -> None:
    """Of a cell: soft in a chosen row, a line below, a mark before the row the keyboard is in."""
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour("accent_soft"))
    painter.setPen(colour("border"))
    painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
    walked = table.hasFocus() and table.property("kb") == "true"
    if walked and index.column() == 0 and index.row() == table.currentIndex().row():
        mark = QRect(rect.left(), rect.top(), px(3), rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, rect, mark), colour("accent"))


def row_font(option: QStyleOptionViewItem, size: int, weight: QFont.Weight) -> QFont:
    """The font of the list at `size`, in pixels at 100 %."""
    font = QFont(option.font)
    font.setPixelSize(font_px(size))
    font.setWeight(weight)
    return font


def row_text(painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str) -> None:
    """A line that ends in an ellipsis where `room`, as read from left to right, is too narrow."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    place = QStyle.visualRect(option.direction, option.rect, room)
    draw_words(painter, place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


def by_key(option: QStyleOptionViewItem) -> bool:
    """Whether the list was gone into with the keyboard."""
    view = option.widget
    return view is not None and view.hasFocus() and view.property("kb") == "true"
