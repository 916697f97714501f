"""Draws the rows of a playbook: phases as bars, steps with a number and what is found in them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from ui.bridge.session import PlanBridge
from ui.models.playbook_steps import FOUND_ROLE, NUMBER_ROLE
from ui.pages.playbooks.step_editing import StepEditing
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.letters import letters
from ui.widgets.tokens import colour, px

_Index = QModelIndex | QPersistentModelIndex

PHASE_PX, STEP_PX = 30, 46
_BADGE_PX = 24
MOST_KEPT = 2000
"""How many texts are remembered as they were cut; cutting one takes longer than painting it."""
_TWO_LINES = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class StepDelegate(StepEditing):
    """A step has room for two lines; mirrored where the language runs from right to left."""

    def __init__(self, bridge: PlanBridge, parent: QTreeView) -> None:
        super().__init__(bridge, parent)
        self._cut: dict[tuple[str, int, int], str] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), px(STEP_PX if index.parent().isValid() else PHASE_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.parent().isValid():
            self._paint_step(painter, option, index)
        elif index.column() == 0:
            self._paint_phase(painter, option, index)
        painter.restore()

    def _paint_phase(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("accent_soft"))
        painter.setFont(letters(option.font, 12, strong=True))
        painter.setPen(colour("text2"))
        count = int(index.data(NUMBER_ROLE) or 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        said = f"{text} \u00b7 {count}" if count else text
        inner = option.rect.adjusted(px(4), 0, -px(4), 0)
        draw_words(
            painter, inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, said
        )

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(option.rect, colour("accent_soft" if selected else "hover"))
        painter.setPen(colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(px(6), px(2), -px(6), -px(3))
        if index.column() == 0:
            inner = self._paint_number(painter, option, index, inner)
            inner = self._paint_found(painter, option, index, inner)
        if option.state & QStyle.StateFlag.State_HasFocus and index.column() >= 0:
            self._paint_focus(painter, option)
        self._paint_words(painter, option, index, inner)

    def _paint_number(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, inner: QRect
    ) -> QRect:
        side = px(_BADGE_PX)
        at = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
        place = QStyle.visualRect(option.direction, option.rect, at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface2"))
        painter.drawRoundedRect(place, px(5), px(5))
        painter.setPen(colour("accent_text"))
        painter.setFont(letters(option.font, 12, strong=True))
        draw_words(painter, place, Qt.AlignmentFlag.AlignCenter, str(index.data(NUMBER_ROLE)))
        return inner.adjusted(side + px(8), 0, 0, 0)

    def _paint_found(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, inner: QRect
    ) -> QRect:
        count = int(index.data(FOUND_ROLE) or 0)
        if not count:
            return inner
        side = px(16)
        words = str(count) if count > 1 else ""
        painter.setFont(letters(option.font, 11, strong=True))
        wide = painter.fontMetrics().horizontalAdvance(words) + px(3) if words else 0
        left = inner.right() - side - wide
        at = QRect(left, inner.center().y() - side // 2 + 1, side, side)
        paint_icon(
            painter,
            QStyle.visualRect(option.direction, option.rect, at),
            "triangle-alert",
            "warning",
        )
        if words:
            painter.setPen(colour("warning"))
            beside = QRect(left + side + px(3), inner.top(), wide, inner.height())
            shown = QStyle.visualRect(option.direction, option.rect, beside)
            draw_words(painter, shown, Qt.AlignmentFlag.AlignVCenter, words)
        return inner.adjusted(0, 0, -(side + wide + px(6)), 0)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour("accent"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5), px(4), px(4))

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, inner: QRect
    ) -> None:
        main = index.column() == 0
        painter.setFont(letters(option.font, 13 if main else 12))
        painter.setPen(colour("text" if main else "text2"))
        room = QStyle.visualRect(option.direction, option.rect, inner)
        text = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
        line = painter.fontMetrics().height()
        key = (text, room.width(), painter.font().pixelSize())
        if key not in self._cut:
            if len(self._cut) > MOST_KEPT:
                self._cut.clear()
            self._cut[key] = _in_two_lines(painter, text, room)
        shown = self._cut[key]
        height = min(room.height(), 2 * line)
        area = QRect(room.left(), room.center().y() - height // 2, room.width(), height)
        flags = int(_TWO_LINES | Qt.AlignmentFlag.AlignLeading)
        draw_words(painter, area, flags, shown)


def _in_two_lines(painter: QPainter, text: str, room: QRect) -> str:
    """`text` cut so that two lines hold it."""
    metrics = painter.fontMetrics()
    flags = int(Qt.TextFlag.TextWordWrap)
    wide = QRect(0, 0, max(room.width(), 1), 10_000)

    def fits(shown: str) -> bool:
        return metrics.boundingRect(wide, flags, shown).height() <= 2 * metrics.height() + 2

    if fits(text):
        return text
    low, high = 0, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(f"{text[:middle]}\u2026"):
            low = middle
        else:
            high = middle
    return f"{text[:low].rstrip()}\u2026"
