"""The activities before the parts, which stay in sight however far the roles are scrolled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.models.raci_table import NOTES_ROLE, RaciModel
from ui.pages.people.raci.grid_view import GridView
from ui.pages.people.raci.painting import font_of, paint_ground
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, px

SIDE_PX, MARK_PX = 8, 14
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_Index = QModelIndex | QPersistentModelIndex


class ActivityView(GridView):
    """Enter renames, Delete removes the row, the arrow to the end leads to its parts."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setObjectName("raci_activities")
        self.setAccessibleName(self.tr("Activities"))
        self.setItemDelegate(ActivityDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)

    @override
    def pressed_own(self, event: QKeyEvent) -> bool:
        if self.towards(event, start=False) or event.matches(
            QKeySequence.StandardKey.MoveToEndOfLine
        ):
            self.crossed.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.asked.emit("remove")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit("rename")
        elif event.key() == Qt.Key.Key_Menu:
            self.menu_wanted.emit(self.cell_centre())
        else:
            return False
        return True

    @override
    def opened(self) -> None:
        self.asked.emit("rename")


class ActivityDelegate(QStyledItemDelegate):
    """A name, and below it in a few words what is wrong."""

    def __init__(self, parent: GridView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        made = QLineEdit(parent)
        made.setObjectName("raci_name")
        made.setAccessibleName(self.tr("Name of the activity"))
        return made

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        paint_ground(painter, option, index, self._view)
        inner = option.rect.adjusted(px(SIDE_PX), 0, -px(SIDE_PX), 0)
        told = str(index.data(NOTES_ROLE))
        middle, half = inner.center().y(), inner.height() // 2
        above = QRect(inner.left(), inner.top() + px(3), inner.width(), half - px(3))
        name = inner if not told else above
        self._line(painter, option, name, str(index.data()), "text", strong=True)
        if told:
            below = QRect(inner.left(), middle, inner.width(), half - px(3))
            side = px(MARK_PX)
            mark = QRect(below.left(), below.center().y() - side // 2, side, side)
            where = QStyle.visualRect(option.direction, inner, mark)
            paint_icon(painter, where, "triangle-alert", "warning")
            below.setLeft(below.left() + side + px(5))
            self._line(painter, option, below, told, "warning", strong=False)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        text: str,
        tone: str,
        *,
        strong: bool,
    ) -> None:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        painter.setFont(font_of(self._view, 13 if strong else 11, weight))
        painter.setPen(colour(tone))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), elide, place.width())
        where = QStyle.visualRect(option.direction, option.rect, place)
        align = Qt.AlignmentFlag(_LINE)
        flags = int(QStyle.visualAlignment(option.direction, align) | Qt.TextFlag.TextSingleLine)
        draw_words(painter, where, flags, shown)
