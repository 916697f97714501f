"""Rows of a list drawn by hand: a picture, one or two lines of text and a word at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.widgets.icons import paint_icon
from ui.widgets.letters import letters
from ui.widgets.row_painting import row_text
from ui.widgets.tokens import colour, px

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows; `subtitle` is a second line, `end` stands at the far side."""

    title: str
    subtitle: str = ""
    end: str = ""
    picture: str = ""
    tone: str = "text2"


class RowDelegate(QStyledItemDelegate):
    """Draws what `row_of` says; mirrored where the language runs from right to left."""

    def __init__(self, parent: QObject, height: int = 34, *, strong: bool = False) -> None:
        super().__init__(parent)
        self._height = height
        self._strong = strong

    def row_of(self, index: _Index) -> Row:
        """What to draw; by default the display text alone."""
        return Row(str(index.data(Qt.ItemDataRole.DisplayRole)))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), px(self._height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), px(6), px(6))
        self._paint_row(painter, option, self.row_of(index), selected=selected)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, selected: bool
    ) -> None:
        inner = option.rect.adjusted(px(10), 0, -px(10), 0)
        left = inner.left()
        if row.picture:
            side = px(18)
            place = QRect(left, inner.center().y() - side // 2, side, side)
            tone = "accent_text" if selected and row.tone == "text2" else row.tone
            place = QStyle.visualRect(option.direction, option.rect, place)
            paint_icon(painter, place, row.picture, tone)
            left += side + px(12)
        end = 0
        if row.end:
            end = QFontMetrics(letters(option.font, 12)).horizontalAdvance(row.end) + px(4)
        room = QRect(left, inner.top(), inner.right() - left - end - px(12), inner.height())
        self._paint_texts(painter, option, row, room)
        if row.end:
            at = QRect(inner.right() - end, inner.top(), end, inner.height())
            self._line(painter, option, at, row.end, ("text3", 12, False))

    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, room: QRect
    ) -> None:
        style = ("text", 13, self._strong)
        if not row.subtitle:
            self._line(painter, option, room, row.title, style)
            return
        half = px(18)
        top = QRect(room.left(), room.center().y() - half, room.width(), half)
        below = QRect(room.left(), room.center().y() + 1, room.width(), half)
        self._line(painter, option, top, row.title, style)
        self._line(painter, option, below, row.subtitle, ("text3", 12, False))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        style: tuple[str, int, bool],
    ) -> None:
        tone, size, strong = style
        painter.setFont(letters(option.font, size, strong=strong))
        painter.setPen(colour(tone))
        row_text(painter, option, rect, text)
