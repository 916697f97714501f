"""Draws the cells of the long tables of people: one line, a quieter one or a bar below it."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.models.cells import CELL_ROLE, Cell
from ui.models.people_rows import BarCell
from ui.widgets.bars import paint_parts
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.row_painting import table_ground
from ui.widgets.tokens import colour, font_px, px

ROW_PX, SIDE_PX, PICTURE_PX, LINE_PX, BAR_PX = 50, 8, 16, 18, 6
MOST_LETTERS = 400
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """Every row is equally high, so that thousands of them cost no more than those seen."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        table_ground(painter, option, index, self._view)
        inner = option.rect.adjusted(px(SIDE_PX), 0, -px(SIDE_PX), 0)
        if cell.picture:
            side = px(PICTURE_PX)
            top = inner.center().y() - side // 2
            place = QRect(inner.left(), top, side, side)
            paint_icon(painter, _mirrored(option, place), cell.picture, cell.tone or "text2")
            inner.setLeft(inner.left() + side + px(6))
        self._paint_words(painter, option, cell, inner)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, inner: QRect
    ) -> None:
        tone = "text" if cell.tone in ("", "success") else cell.tone
        style = (tone, 13, cell.strong)
        bar = isinstance(cell, BarCell)
        if not cell.below and not bar:
            self._line(painter, option, inner, cell.text, style)
            return
        high, middle = px(LINE_PX), inner.center().y()
        above = QRect(inner.left(), middle - high, inner.width(), high)
        below = QRect(inner.left(), middle + 1, inner.width(), high)
        self._line(painter, option, above, cell.text, style)
        if isinstance(cell, BarCell):
            whole = QRectF(inner.left(), middle + px(6), inner.width(), px(BAR_PX))
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            paint_parts(painter, whole, cell.parts, mirrored=mirrored)
        else:
            self._line(painter, option, below, cell.below, ("text3", 12, False))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        style: tuple[str, int, bool],
    ) -> None:
        tone, size, strong = style
        family = self._view.font().family()
        painter.setFont(_font(family, font_px(size), strong))
        painter.setPen(colour(tone))
        metrics = _metrics(family, font_px(size), strong)
        shown = metrics.elidedText(_one_line(text), Qt.TextElideMode.ElideRight, rect.width())
        draw_words(painter, _mirrored(option, rect), _LINE, shown)


def _one_line(text: str) -> str:
    """No more of a text than can ever be seen."""
    shown = text[:MOST_LETTERS]
    return " ".join(shown.split()) if "\n" in shown else shown


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


@lru_cache(maxsize=16)
def _font(family: str, size: int, strong: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=16)
def _metrics(family: str, size: int, strong: bool) -> QFontMetrics:
    return QFontMetrics(_font(family, size, strong))
