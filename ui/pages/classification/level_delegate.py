"""Draws a row of levels, a severity with its colour, and edits a cell in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from ui.models.cells import CELL_ROLE, Cell
from ui.pages.tables.cell_delegate import CellDelegate
from ui.widgets.row_painting import table_ground
from ui.widgets.swatch import step_of
from ui.widgets.tokens import colour, px

SIDE_PX, BAR_PX, SWATCH_PX = 20, 3, 12
_Index = QModelIndex | QPersistentModelIndex


class LevelDelegate(CellDelegate):
    """`coloured` tables have a bar and a square in the colour of each severity."""

    def __init__(self, parent: QTableView, *, coloured: bool) -> None:
        super().__init__(parent)
        self._coloured = coloured

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), px(44 if self._coloured else 36)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        marked = self._coloured and index.column() == 0
        cell = index.data(CELL_ROLE)
        if not marked or not isinstance(cell, Cell):
            super().paint(painter, option, index)
        else:
            self._paint_level(painter, option, index, cell)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.save()
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _paint_level(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, cell: Cell
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        table_ground(painter, option, index, self._view)
        rect = option.rect
        tone = colour(f"sev{step_of(index.row() + 1)}")
        bar = QRect(rect.left(), rect.top() + px(4), px(BAR_PX), rect.height() - px(8))
        painter.fillRect(QStyle.visualRect(option.direction, rect, bar), tone)
        text, _ = self._places(rect.adjusted(px(SIDE_PX + 4), 0, 0, 0), cell)
        side = px(SWATCH_PX)
        square = QRect(rect.left() + px(12), text.top() + px(2), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(QStyle.visualRect(option.direction, rect, square), px(3), px(3))
        self._text(
            painter, QStyle.visualRect(option.direction, rect, text), cell.text, ("text", 13, True)
        )
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("level_editor")
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(heading))
        line.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        return line

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """A change of the plan meanwhile does not take away what is being typed."""

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        high = editor.sizeHint().height()
        top = option.rect.center().y() - high // 2
        editor.setGeometry(option.rect.left(), top, option.rect.width(), high)
