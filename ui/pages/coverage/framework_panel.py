"""The frameworks the plan is judged by, at the left of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.models.framework_list import COVERED_ROLE, Covered, FrameworkListModel
from ui.models.verdict_words import BAR_TONES, verdict_word
from ui.widgets.bars import HEIGHT_PX, Part, paint_parts
from ui.widgets.buttons import Look, button
from ui.widgets.drawn_words import draw_words
from ui.widgets.labels import Role, label
from ui.widgets.tokens import colour, font_px, px

WIDE_PX, NARROW_PX = 272, 204
ROW_PX = 74
_Index = QModelIndex | QPersistentModelIndex


class FrameworkPanel(QFrame):
    """A list that keeps one framework chosen, and the way to add more."""

    chosen = Signal(str)
    """Carries the id of the framework that is gone to."""
    added = Signal()
    """Frameworks are to be chosen from the library."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("framework_panel")
        self.setProperty("bar", "outline")
        self._model = FrameworkListModel(self)
        self.list = QListView(self)
        self.list.setObjectName("framework_list")
        self.list.setProperty("plain", "true")
        self.list.setAccessibleName(self.tr("Frameworks the plan is judged by"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(FrameworkDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = button(
            self, "framework_add", self.tr("Add framework\u2026"), Look.PLAIN, "plus"
        )
        self._add.setVisible(not read_only)
        head = QHBoxLayout()
        head.setContentsMargins(px(6), 0, px(6), 0)
        head.addWidget(label(self, self.tr("Frameworks"), Role.H3), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(20), px(14), px(16))
        self._column.setSpacing(px(10))
        self._column.addLayout(head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._add)
        self.set_narrow(narrow=False)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._add.clicked.connect(self.added)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        self.setFixedWidth(px(NARROW_PX if narrow else WIDE_PX))

    def show_frameworks(self, frameworks: Sequence[Covered]) -> None:
        """Show these; what is chosen stays so."""
        self._model.show_frameworks(frameworks)

    def choose(self, framework: str) -> None:
        """Choose a framework, without telling of it."""
        row = self._model.row_of(framework)
        if row >= 0 and row != self.list.currentIndex().row():
            model = self.list.selectionModel()
            blocked = model.blockSignals(True)
            self.list.setCurrentIndex(self._model.index(row, 0))
            model.blockSignals(blocked)
            self.list.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        found = self._model.covered(index.row())
        if found is not None:
            self.chosen.emit(found.framework.id)


class FrameworkDelegate(QStyledItemDelegate):
    """The name, a bar, and the count in words; a warning where an edition is not current."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(COVERED_ROLE)
        if not isinstance(item, Covered):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), px(6), px(6))
        self._paint_item(painter, option, item, "accent_text" if selected else "text")
        painter.restore()

    def _paint_item(
        self, painter: QPainter, option: QStyleOptionViewItem, item: Covered, tone: str
    ) -> None:
        inner = option.rect.adjusted(px(10), px(10), -px(10), -px(10))
        name = QRect(inner.left(), inner.top(), inner.width(), px(18))
        self._line(painter, option, name, item.name, (tone, 13, True))
        bar = QRect(inner.left(), inner.top() + px(25), inner.width(), px(HEIGHT_PX))
        parts = [Part(count, BAR_TONES[key], verdict_word(key)) for key, count in item.counts]
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        paint_parts(painter, QRectF(bar), parts, mirrored=mirrored)
        below = QRect(inner.left(), inner.top() + px(38), inner.width(), px(16))
        self._line(painter, option, below, item.warning, ("warning", 12, True), end=True)
        if item.warning:
            taken = painter.fontMetrics().horizontalAdvance(item.warning) + px(4)
            below.setWidth(max(0, inner.width() - taken))
        self._line(painter, option, below, item.summary, ("text2", 12, False))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        style: tuple[str, int, bool],
        *,
        end: bool = False,
    ) -> None:
        tone, size, strong = style
        font = QFont(option.font)
        font.setPixelSize(font_px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        place = QStyle.visualRect(option.direction, option.rect, rect)
        draw_words(painter, place, Qt.AlignmentFlag.AlignVCenter | side, shown)
