"""Draws the rows of a list of changes; a row is as high as its words."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.widgets.changes.layout import Laid, laid
from ui.widgets.changes.model import ROW_ROLE, TOLD_ROLE, WHOLE_ROLE
from ui.widgets.changes.passages import Mark, Passage, Stretch, Told
from ui.widgets.changes.rows import Row, RowKind
from ui.widgets.letters import letters
from ui.widgets.tokens import colour, px

SIDE_PX, PAD_PX, INDENT_PX, CHIP_GAP_PX = 12, 6, 16, 12
HEAD_PX: Final = 12
"""Free space above the head of a kind."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Look:
    """The first place of the text, the letters, and the width of the chip; 0 for none."""

    left: int
    top: int
    size: int
    chip: int


class ChangeDelegate(QStyledItemDelegate):
    """Text is drawn letter by letter, whatever is in it."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row, told = index.data(ROW_ROLE), index.data(TOLD_ROLE)
        if not isinstance(row, Row) or not isinstance(told, Told):
            return QSize(px(120), px(32))
        width = self._view.viewport().width()
        look = self._look(row)
        height = self._laid(row, told, index, width).height
        return QSize(width, round(look.top + height + px(PAD_PX)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, told = index.data(ROW_ROLE), index.data(TOLD_ROLE)
        if not isinstance(row, Row) or not isinstance(told, Told):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        look = self._look(row)
        painter.setPen(colour("text2" if row.kind is RowKind.CHANGE else "text"))
        words = self._laid(row, told, index, option.rect.width())
        words.draw(painter, QPointF(self._left(option, look), option.rect.top() + look.top))
        if look.chip:
            self._paint_chip(painter, option, look)
        painter.restore()

    def fold_place(self, index: _Index, rect: QRect) -> QRect:
        """Where the link that folds a text stands in a row at `rect`; empty when it has none."""
        row, told = index.data(ROW_ROLE), index.data(TOLD_ROLE)
        if not isinstance(row, Row) or not isinstance(told, Told) or not told.foldable:
            return QRect()
        look = self._look(row)
        last = self._laid(row, told, index, rect.width()).rects[-1]
        return last.translated(rect.left() + look.left, rect.top() + look.top).toRect()

    def _laid(self, row: Row, told: Told, index: _Index, width: int) -> Laid:
        look = self._look(row)
        room = width - look.left - px(SIDE_PX) - (look.chip + px(CHIP_GAP_PX) if look.chip else 0)
        passages = told.passages
        if told.foldable:
            passages = (*passages, _link(whole=bool(index.data(WHOLE_ROLE))))
        return laid(passages, letters(self._view.font(), look.size), room)

    def _look(self, row: Row) -> _Look:
        match row.kind:
            case RowKind.KIND:
                return _Look(px(SIDE_PX), px(HEAD_PX), 15, 0)
            case RowKind.RECORD:
                return _Look(px(SIDE_PX), px(PAD_PX), 13, 0)
            case RowKind.CHANGE:
                left = px(SIDE_PX) + (px(INDENT_PX) if row.field else 0)
                return _Look(left, px(PAD_PX), 13, self._chip_width() if row.material else 0)

    def _chip_width(self) -> int:
        metrics = QFontMetrics(letters(self._view.font(), 11, strong=True))
        return metrics.horizontalAdvance(_material()) + 2 * px(9)

    def _left(self, option: QStyleOptionViewItem, look: _Look) -> int:
        """Where the text begins; at the chip's side where the language runs from the right."""
        if option.direction is Qt.LayoutDirection.LeftToRight:
            return option.rect.left() + look.left
        return option.rect.left() + px(SIDE_PX) + (look.chip + px(CHIP_GAP_PX) if look.chip else 0)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        if selected or (enabled and state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), px(6), px(6))
        if state & QStyle.StateFlag.State_HasFocus and self._view.property("kb") == "true":
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), px(6), px(6))

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, look: _Look) -> None:
        rect = option.rect
        height = px(18)
        place = QRect(
            rect.right() - px(SIDE_PX) - look.chip, rect.top() + px(PAD_PX), look.chip, height
        )
        place = QStyle.visualRect(option.direction, rect, place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warning_soft"))
        painter.drawRoundedRect(QRectF(place), height / 2, height / 2)
        painter.setPen(colour("warning"))
        painter.setFont(letters(self._view.font(), 11, strong=True))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), _material())


def _material() -> str:
    return QCoreApplication.translate("Changes", "Material")


def _link(*, whole: bool) -> Passage:
    text = (
        QCoreApplication.translate("Changes", "Show only what changed")
        if whole
        else QCoreApplication.translate("Changes", "Show all of the text")
    )
    return (Stretch(text, Mark.LINK),)
