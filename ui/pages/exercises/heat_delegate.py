"""Draws the cells of the heat map: those of quarters on a ground that darkens with their number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from typing_extensions import override

from ui.models.cells import CELL_ROLE, Cell
from ui.pages.tables.cell_delegate import CellDelegate
from ui.widgets.tokens import colour, px

FIRST_QUARTER = 2
"""The columns before it hold words."""

_GROUNDS = {"accent_text": "accent_soft", "text": "selection"}
"""By the colour of the number: once, and more often."""


class HeatDelegate(CellDelegate):
    """The number in a cell says what its ground says."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(CELL_ROLE)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if isinstance(cell, Cell) and index.column() >= FIRST_QUARTER and not chosen:
            ground = _GROUNDS.get(cell.tone)
            if ground is not None:
                room = option.rect.adjusted(px(2), px(2), -px(2), -px(3))
                painter.fillRect(room, colour(ground))
        super().paint(painter, option, index)
