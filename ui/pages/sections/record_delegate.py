"""Draws a row of a table of records: name, what it says, and below it what is wrong."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from ui.models.finding_words import WEIGHT_LOOKS
from ui.pages.sections.record_tables import PrintedRow
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, font_px, px

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a model gives its `PrintedRow`."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
_Index = QModelIndex | QPersistentModelIndex

SIDE_PX, PAD_PX, GAP_PX = 8, 7, 14
LEAST_TITLE_PX = 150
NAME_SHARE, SENTENCE_SHARE = 0.4, 0.6
"""The part of the width that the title of a row takes."""


class RecordDelegate(QStyledItemDelegate):
    """Words wrap; a row is as high as they need."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        left = self._left(index)
        width = self._view.viewport().width() - left
        if not isinstance(row, PrintedRow) or width <= 0:
            return QSize(px(100), px(32))
        title, detail, remark = self._places(QRect(left, 0, width, 0), row)
        return QSize(width, max(title.bottom(), detail.bottom(), remark.bottom()) + px(PAD_PX) + 1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PrintedRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        title, detail, remark = self._places(option.rect, row)
        self._text(painter, option, title, row.title, ("text", 13, not row.sentence))
        self._text(painter, option, detail, row.detail, ("text2", 13, False))
        if row.weight is not None:
            self._paint_remark(painter, option, remark, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), px(6), px(6))
        if state & QStyle.StateFlag.State_HasFocus and self._view.property("kb") == "true":
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), px(6), px(6))

    def _paint_remark(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, row: PrintedRow
    ) -> None:
        if row.weight is None:
            return
        picture, tone = WEIGHT_LOOKS[row.weight]
        side = px(14)
        mark = QRect(place.left(), place.top() + px(1), side, side)
        paint_icon(painter, _mirrored(option, mark), picture, tone)
        words = place.adjusted(side + px(6), 0, 0, 0)
        self._text(painter, option, words, row.remark, (tone, 12, False))

    def _places(self, rect: QRect, row: PrintedRow) -> tuple[QRect, QRect, QRect]:
        """Where title, detail and remark stand, each as high as its words."""
        inner = rect.adjusted(px(SIDE_PX), px(PAD_PX), -px(SIDE_PX), 0)
        share = SENTENCE_SHARE if row.sentence else NAME_SHARE
        half = int(self._view.viewport().width() * share)
        half = max(half, rect.left() + px(LEAST_TITLE_PX))
        beside = bool(row.detail)
        wide = half - px(GAP_PX) - inner.left() if beside else inner.width()
        title = self._grown(
            QRect(inner.left(), inner.top(), wide, 0), row.title, 13, strong=not row.sentence
        )
        detail = QRect(half, inner.top(), inner.right() - half, 0)
        detail = self._grown(detail, row.detail, 13) if beside else detail
        top = max(title.bottom(), detail.bottom()) + px(3)
        remark = QRect(inner.left(), top, inner.width(), 0)
        if not row.remark:
            return title, detail, QRect(remark.left(), title.bottom(), remark.width(), 0)
        mark = px(20)
        words = self._grown(remark.adjusted(mark, 0, 0, 0), row.remark, 12)
        return title, detail, words.adjusted(-mark, 0, 0, 0)

    def _grown(self, place: QRect, text: str, size: int, *, strong: bool = False) -> QRect:
        metrics = QFontMetrics(_font(self._view.font(), size, strong=strong))
        room = QRect(0, 0, max(place.width(), px(60)), 100_000)
        height = metrics.boundingRect(room, _WRAP, text).height()
        return QRect(place.left(), place.top(), place.width(), max(height, metrics.height()))

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        text: str,
        style: tuple[str, int, bool],
    ) -> None:
        tone, size, strong = style
        painter.setFont(_font(self._view.font(), size, strong=strong))
        painter.setPen(colour(tone))
        draw_words(painter, _mirrored(option, place), _WRAP, text)

    def _left(self, index: _Index) -> int:
        depth = 1 if self._view.rootIsDecorated() else 0
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth * self._view.indentation()


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def _font(base: QFont, size: int, *, strong: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(font_px(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
