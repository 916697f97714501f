"""Draws a cell of the matrix: soft ground, bar and name of its severity, a mark where it errs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui.models.classification_matrix import PROBLEM_ROLE, RANK_ROLE
from ui.widgets.icons import paint_icon
from ui.widgets.swatch import step_of
from ui.widgets.tokens import colour, px

MARK_PX = 14
_Index = QModelIndex | QPersistentModelIndex


class MatrixDelegate(QStyledItemDelegate):
    """The cell that has the cursor gets a frame."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(px(2), px(2), -px(2), -px(2))
        step = step_of(index.data(RANK_ROLE)) if index.data(RANK_ROLE) else 0
        self._paint_ground(painter, option, place, step, index)
        if step:
            bar = place.adjusted(px(1), px(6), 0, -px(6))
            bar.setWidth(px(3))
            painter.fillRect(QStyle.visualRect(option.direction, place, bar), colour(f"sev{step}"))
        self._paint_name(painter, place, step, index)
        if index.data(PROBLEM_ROLE):
            side = px(MARK_PX)
            mark = QRect(place.right() - side - px(4), place.top() + px(4), side, side)
            where = QStyle.visualRect(option.direction, place, mark)
            paint_icon(painter, where, "triangle-alert", "warning")
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        step: int,
        index: _Index,
    ) -> None:
        current = index == self._view.currentIndex()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = QPen(Qt.PenStyle.NoPen)
        if current and chosen:
            pen = QPen(colour("accent"), 2)
        elif chosen:
            pen = QPen(colour("accent"), 1)
        elif not step:
            pen = QPen(colour("field"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(f"sev{step}_soft" if step else "surface"))
        painter.drawRoundedRect(place, px(6), px(6))

    def _paint_name(self, painter: QPainter, place: QRect, step: int, index: _Index) -> None:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if step else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("text" if step else "text3"))
        room = place.adjusted(px(8), 0, -px(8), 0)
        elide = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(str(index.data()), elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
