"""Draws the cells of a table of records, at most two lines of words in each."""

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.models.finding_words import WEIGHT_LOOKS
from ui.models.record_shapes import FlagShape
from ui.models.record_table import RecordTableModel
from ui.pages.tables.cell_editing import EditingDelegate
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.letters import letters
from ui.widgets.tokens import colour, px

SIDE_PX, LETTERS_PX, MARK_PX = 8, 13, 15
LINES = 2
KEPT = 4_000
"""So many broken texts are remembered; more than a screen of them."""

_Index = QModelIndex | QPersistentModelIndex
_Key = tuple[str, int, bool]


class CellDelegate(EditingDelegate):
    """Rows are alike high, so that thousands of them need no measuring."""

    def __init__(self, model: RecordTableModel, parent: QTableView) -> None:
        super().__init__(model, parent)
        self._view = parent
        base = parent.font()
        self._fonts = {strong: letters(base, LETTERS_PX, strong=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetrics(font) for strong, font in self._fonts.items()}
        self._broken: OrderedDict[_Key, tuple[str, ...]] = OrderedDict()

    @property
    def line_px(self) -> int:
        """The height of a line."""
        return self._metrics[False].lineSpacing()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        text = self._model.text(index.row(), index.column())
        width = self._metrics[index.column() == 0].horizontalAdvance(text.replace("\n", " "))
        return QSize(width + 2 * px(SIDE_PX) + px(MARK_PX), px(40))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, column = index.row(), index.column()
        painter.save()
        self._paint_ground(painter, option, index)
        inner = option.rect.adjusted(px(SIDE_PX), 0, -px(SIDE_PX), 0)
        finding = self._model.finding(row) if column == 0 else None
        if finding is not None:
            picture, tone = WEIGHT_LOOKS[finding.weight]
            self._paint_mark(painter, option, inner, picture, tone)
            inner.setLeft(inner.left() + px(MARK_PX) + px(7))
        self._paint_words(painter, option, inner, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour("accent"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), px(4), px(4))

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, picture: str, tone: str
    ) -> None:
        side = px(MARK_PX)
        place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        paint_icon(painter, QStyle.visualRect(option.direction, option.rect, place), picture, tone)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, index: _Index
    ) -> None:
        text = self._model.text(index.row(), index.column())
        if not text:
            return
        strong = index.column() == 0
        lines = self._lines(text, inner.width(), strong=strong)
        painter.setFont(self._fonts[strong])
        quiet = isinstance(self._model.columns[index.column()].shape, FlagShape)
        painter.setPen(colour("text2" if quiet else "text"))
        height = self.line_px
        top = inner.top() + (inner.height() - height * len(lines)) // 2
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        flags = int(QStyle.visualAlignment(option.direction, align) | Qt.TextFlag.TextSingleLine)
        for at, line in enumerate(lines):
            place = QRect(inner.left(), top + at * height, inner.width(), height)
            place = QStyle.visualRect(option.direction, option.rect, place)
            draw_words(painter, place, flags, line)

    def _lines(self, text: str, width: int, *, strong: bool) -> tuple[str, ...]:
        """`text` broken into the lines there is room for, the last one shortened."""
        key = (text, width, strong)
        known = self._broken.get(key)
        if known is None:
            roomy = self._view.rowHeight(0) >= LINES * self.line_px + px(12)
            known = _broken(text, width, self._fonts[strong], LINES if roomy else 1)
            self._broken[key] = known
            if len(self._broken) > KEPT:
                self._broken.popitem(last=False)
        return known


def _broken(text: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
    metrics = QFontMetrics(font)
    plain = " ".join(text.split())[:600]
    if metrics.horizontalAdvance(plain) <= width or most == 1:
        return (metrics.elidedText(plain, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(plain, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    length = line.textLength()
    layout.endLayout()
    rest = metrics.elidedText(plain[length:].lstrip(), Qt.TextElideMode.ElideRight, width)
    return (plain[:length].rstrip(), rest)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
