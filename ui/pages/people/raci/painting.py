"""How the cells of the grid are drawn: their ground, their letters."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.domain.plan.roles import Raci
from app.services.raci.editing import Parts
from ui.models.raci_table import PARTS_ROLE
from ui.models.raci_words import letters
from ui.pages.people.raci.grid_view import GridView
from ui.widgets.tokens import colour, font_px, px

LOOKS: Final = {
    Raci.ACCOUNTABLE: ("accent", "on_accent"),
    Raci.RESPONSIBLE: ("accent_soft", "accent_text"),
    Raci.CONSULTED: ("success_soft", "success"),
    Raci.INFORMED: ("surface2", "text2"),
}
"""The ground and the letter of each part; a cell of several looks like the first of them."""

EDGE = 90
"""How opaque the edge of a letter's ground is, of 255; it parts it from a row of any colour."""

_Index = QModelIndex | QPersistentModelIndex


def font_of(widget: QWidget, size: float, weight: QFont.Weight) -> QFont:
    """Letters of `size` px at the chosen scale."""
    font = QFont(widget.font())
    font.setPixelSize(font_px(size))
    font.setWeight(weight)
    return font


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, index: _Index, view: GridView
) -> None:
    """The line below a row, the band over the row of the cursor, and the chosen cells."""
    rect, current = option.rect, view.currentIndex()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if current.isValid() and current.row() == index.row():
        painter.fillRect(rect, colour("hover"))
    if chosen:
        painter.fillRect(rect, colour("accent_soft"))
    painter.setPen(colour("border"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if index == current and view.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), px(4), px(4))


def paint_parts(painter: QPainter, place: QRect, parts: Parts, font: QFont) -> None:
    """The letters of a cell on the ground of the weightiest of them."""
    ground, tone = LOOKS[parts[0]]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = colour(tone if ground != "accent" else ground)
    edge.setAlpha(EDGE)
    painter.setPen(edge)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(place, px(6), px(6))
    painter.setPen(colour(tone))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letters(parts))


class PartDelegate(QStyledItemDelegate):
    """Draws the letters in the middle of a cell."""

    def __init__(self, parent: GridView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        paint_ground(painter, option, index, self._view)
        parts: Parts = index.data(PARTS_ROLE)
        if parts:
            wide, high = px(18 + 10 * len(parts)), px(26)
            place = QRect(0, 0, min(wide, option.rect.width() - px(4)), high)
            place.moveCenter(option.rect.center())
            paint_parts(painter, place, parts, font_of(self._view, 13, QFont.Weight.Bold))
        painter.restore()
