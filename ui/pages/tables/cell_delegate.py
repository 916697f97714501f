"""Draws a cell of a table of words: a picture, wrapped text and quieter text below it."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.models.cells import CELL_ROLE, Cell
from ui.widgets.icons import paint_icon
from ui.widgets.letters import letters
from ui.widgets.row_painting import table_ground
from ui.widgets.tokens import colour, px

PAD_PX, SIDE_PX, GAP_PX, PICTURE_PX = 10, 8, 3, 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
_Index = QModelIndex | QPersistentModelIndex

MOST_HEIGHTS = 10_000
"""Texts whose height is remembered, since a table asks for it at every change of its size."""


@dataclass(frozen=True, slots=True)
class _Font:
    key: str
    metrics: QFontMetrics


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths at the present scale, the letters of `key`; `picture` has its gap with it."""

    key: tuple[str, int]
    pad: int
    side: int
    gap: int
    picture: int
    least: int
    plain: _Font
    strong: _Font
    below: _Font


class CellDelegate(QStyledItemDelegate):
    """A cell is as high as its words; a hairline stands below each row."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._heights: dict[tuple[str, int, str], int] = {}
        self._made: _Sizes | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.columnWidth(index.column())
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(width, px(32))
        text, below = self._places(QRect(0, 0, width, 0), cell)
        return QSize(width, max(text.bottom(), below.bottom()) + px(PAD_PX) + 1)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        table_ground(painter, option, index, self._view)
        text, below = self._places(option.rect, cell)
        if cell.picture:
            side = px(PICTURE_PX)
            place = QRect(option.rect.left() + px(SIDE_PX), text.top(), side, side)
            paint_icon(painter, _mirrored(option, place), cell.picture, cell.tone or "text2")
        style = (cell.tone or "text", 13, cell.strong)
        self._text(painter, _mirrored(option, text), cell.text, style)
        self._text(painter, _mirrored(option, below), cell.below, ("text3", 12, False))
        painter.restore()

    def _places(self, rect: QRect, cell: Cell) -> tuple[QRect, QRect]:
        """Where the text and the words below it stand, each as high as its lines."""
        sizes = self._sizes()
        left, width = rect.left() + sizes.side, rect.width() - 2 * sizes.side
        if cell.picture:
            left, width = left + sizes.picture, width - sizes.picture
        top, wide = rect.top() + sizes.pad, max(width, sizes.least)
        font = sizes.strong if cell.strong else sizes.plain
        text = QRect(left, top, width, self._height(font, wide, cell.text))
        if not cell.below:
            return text, text
        top += text.height() + sizes.gap - 1
        return text, QRect(left, top, width, self._height(sizes.below, wide, cell.below))

    def _sizes(self) -> _Sizes:
        """The sizes in force; made anew only when the letters or the scale are others."""
        base = self._view.font()
        key = base.key(), px(1_000)
        if self._made is None or self._made.key != key:
            self._made = _sizes(key, base)
        return self._made

    def _height(self, font: _Font, width: int, text: str) -> int:
        key = font.key, width, text
        if key not in self._heights:
            if len(self._heights) >= MOST_HEIGHTS:
                self._heights.clear()
            self._heights[key] = _height(font.metrics, width, text)
        return self._heights[key]

    def _text(
        self, painter: QPainter, place: QRect, text: str, style: tuple[str, int, bool]
    ) -> None:
        tone, size, strong = style
        painter.setFont(letters(self._view.font(), size, strong=strong))
        painter.setPen(colour(tone))
        painter.drawText(place, _WRAP, text)


def _sizes(key: tuple[str, int], base: QFont) -> _Sizes:
    return _Sizes(
        key,
        px(PAD_PX),
        px(SIDE_PX),
        px(GAP_PX),
        px(PICTURE_PX) + px(6),
        px(40),
        _measured(letters(base, 13, strong=False)),
        _measured(letters(base, 13, strong=True)),
        _measured(letters(base, 12, strong=False)),
    )


def _measured(font: QFont) -> _Font:
    return _Font(font.key(), QFontMetrics(font))


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    lines = metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, text)
    return max(lines.height(), metrics.height())


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)
