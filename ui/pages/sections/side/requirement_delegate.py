"""Draws the rows of requirements: verdict, id, our own words, and what is missing here."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from ui.models.asked import Asked, Group
from ui.models.section_requirements import ENTRY_ROLE
from ui.models.verdict_words import VERDICT_LOOKS, verdict_word
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, font_px, px
from ui.widgets.wrapped import draw_lines, lines_of

GROUP_PX, HEAD_PX, LINE_PX, SMALL_PX = 34, 18, 18, 16
PAD_PX, SIGN_PX = 8, 26
"""Room above and below a row, and before its words."""
GIST_LINES, BRIEF_LINES = 2, 4
_Index = QModelIndex | QPersistentModelIndex


class RequirementDelegate(QStyledItemDelegate):
    """Verdict as an icon and a word, the id, our own words, and what is missing here."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._tree.viewport().width()
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Asked):
            return QSize(width, px(GROUP_PX))
        room = width - px(SIGN_PX) - px(PAD_PX) * 2
        gist, brief = self._texts(option, entry, room)
        below = len(gist) * px(LINE_PX) + len(brief) * px(SMALL_PX)
        gap = px(2) if brief else 0
        return QSize(width, px(HEAD_PX) + below + gap + 2 * px(PAD_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), px(6), px(6))
        inner = option.rect.adjusted(px(PAD_PX), 0, -px(PAD_PX), 0)
        if isinstance(entry, Group):
            self._paint_group(painter, option, inner, (entry, self._tree.isExpanded(index)))
        elif isinstance(entry, Asked):
            self._paint_asked(painter, option, inner, entry)
        painter.restore()

    def _paint_group(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        shown: tuple[Group, bool],
    ) -> None:
        group, unfolded = shown
        side = px(14)
        place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        leading = option.direction is not Qt.LayoutDirection.RightToLeft
        aside = "chevron-right" if leading else "chevron-left"
        sign = "chevron-down" if unfolded else aside
        paint_icon(painter, self._mirrored(option, place), sign, "text2")
        words = inner.adjusted(side + px(6), 0, 0, 0)
        self._ends(painter, option, words, (group.name, group.summary, "text3"))

    def _paint_asked(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, entry: Asked
    ) -> None:
        top = inner.top() + px(PAD_PX)
        picture, tone = VERDICT_LOOKS[entry.status.verdict]
        side = px(16)
        sign = QRect(inner.left(), top + (px(HEAD_PX) - side) // 2, side, side)
        paint_icon(painter, self._mirrored(option, sign), picture, tone)
        words = inner.adjusted(px(SIGN_PX), 0, 0, 0)
        head = QRect(words.left(), top, words.width(), px(HEAD_PX))
        name = entry.status.requirement.id
        if entry.uncertain:
            name = self.tr("{0} (verify)").format(name)
        word_tone = tone if tone in ("success", "warning") else "text2"
        end = (name, verdict_word(entry.status.verdict), word_tone)
        self._ends(painter, option, head, end)
        gist, brief = self._texts(option, entry, words.width())
        line = QRect(words.left(), head.bottom() + 1, words.width(), px(LINE_PX))
        self._lines(painter, option, line, (gist, "text2", 13))
        small = line.translated(0, len(gist) * px(LINE_PX) + px(2))
        small.setHeight(px(SMALL_PX))
        self._lines(painter, option, small, (brief, "text3", 12))

    def _texts(
        self, option: QStyleOptionViewItem, entry: Asked, room: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        gist = lines_of(entry.gist, _font(option, 13), room, GIST_LINES)
        return gist, lines_of(entry.brief, _font(option, 12), room, BRIEF_LINES)

    def _lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        first: QRect,
        shown: tuple[tuple[str, ...], str, int],
    ) -> None:
        lines, tone, size = shown
        painter.setFont(_font(option, size))
        painter.setPen(colour(tone))
        draw_lines(painter, self._mirrored(option, first), lines)

    def _ends(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        shown: tuple[str, str, str],
    ) -> None:
        """A strong text at the start of a line, and a small one at its end."""
        start, end, tone = shown
        painter.setFont(_font(option, 12))
        painter.setPen(colour(tone))
        wide = painter.fontMetrics().horizontalAdvance(end) + px(2)
        far = QRect(room.right() - wide + 1, room.top(), wide, room.height())
        align = Qt.AlignmentFlag.AlignVCenter
        trailing = align | Qt.AlignmentFlag.AlignTrailing
        draw_words(painter, self._mirrored(option, far), trailing, end)
        painter.setFont(_font(option, 13, strong=True))
        painter.setPen(colour("text"))
        near = room.adjusted(0, 0, -wide - px(8), 0)
        text = painter.fontMetrics().elidedText(start, Qt.TextElideMode.ElideRight, near.width())
        leading = align | Qt.AlignmentFlag.AlignLeading
        draw_words(painter, self._mirrored(option, near), leading, text)

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)


def _font(option: QStyleOptionViewItem, size: int, *, strong: bool = False) -> QFont:
    font = QFont(option.font)
    font.setPixelSize(font_px(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
