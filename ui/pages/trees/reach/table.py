"""The calls of a simulation in a table that is sorted by its headings."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.models.cells import CELL_ROLE, Cell
from ui.models.reach_rows import BAR_ROLE, DEPTH_ROLE, Bar, Column, ReachModel, ReachRow
from ui.widgets.icons import paint_icon
from ui.widgets.letters import letters
from ui.widgets.row_painting import row_text, table_ground
from ui.widgets.row_table import RowTable
from ui.widgets.tables import sorting_headings
from ui.widgets.tokens import colour, px

ROW_PX, SIDE_PX, PICTURE_PX, INDENT_PX, BAR_PX = 48, 8, 16, 14, 12
WEIGHTS = {
    Column.CALL: 30,
    Column.WHEN: 18,
    Column.HOW: 34,
    Column.TIMELINE: 22,
    Column.CHANCE: 17,
}
NARROW_PX = 640
"""The table's width below which the timeline gives its room to the words."""
DEEPEST = 6
"""Calls that hang deeper are drawn no further in."""
_Index = QModelIndex | QPersistentModelIndex


class ReachTable(RowTable):
    """One row a call; the row that is chosen stays so when others are shown."""

    call_chosen = Signal(object, object)
    """Carries the tree and the call of the row that somebody chose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reach_table")
        self.setAccessibleName(self.tr("Who is reached"))
        self._model = ReachModel(self)
        self._quiet = False
        self._chances = False
        self.setModel(self._model)
        self.setItemDelegate(ReachDelegate(self))
        self.alike_high(px(ROW_PX))
        sorting_headings(self.horizontalHeader())
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        self.chosen.connect(self._on_chosen)
        self.activated.connect(self._on_activated)

    @property
    def rows(self) -> list[ReachRow]:
        """What is shown, in its order."""
        return list(self._model.rows)

    @property
    def key(self) -> tuple[str, str]:
        """The tree and the call of the chosen row; blank when none is."""
        at = self.row
        return self._model.rows[at].key if at >= 0 else ("", "")

    def show_rows(self, rows: tuple[ReachRow, ...], *, chances: bool) -> None:
        """Show other rows; without `chances` there is no column for them."""
        if chances is not self._chances:
            self._chances = chances
            self._share_width()
        with_key = self.key
        self._quiet = True
        self._model.show_rows(rows)
        self._choose(with_key)
        self._quiet = False

    def choose(self, node: str) -> None:
        """Choose the row of the call `node`, if there is one."""
        self._choose(
            next(((row.tree, node) for row in self._model.rows if row.node == node), ("", ""))
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key[1]:
            self._tell()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def _share_width(self) -> None:
        room = self.viewport().width()
        hidden = {Column.TIMELINE} if room < px(NARROW_PX) else set()
        if not self._chances:
            hidden.add(Column.CHANCE)
        for column in Column:
            self.setColumnHidden(column.value, column in hidden)
        shown = {column: weight for column, weight in WEIGHTS.items() if column not in hidden}
        whole = sum(shown.values())
        for column, weight in shown.items():
            self.setColumnWidth(column.value, room * weight // whole)

    def _choose(self, key: tuple[str, str]) -> None:
        for at, row in enumerate(self._model.rows):
            if row.key == key:
                self.choose_row(at)
                return

    def _tell(self) -> None:
        tree, node = self.key
        self.call_chosen.emit(RecordId(tree), RecordId(node))

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self.scrollTo(self.currentIndex())

    @Slot()
    def _on_chosen(self) -> None:
        if not self._quiet and self.key[1]:
            self._tell()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        del index
        if self.key[1]:
            self._tell()


class ReachDelegate(QStyledItemDelegate):
    """Two lines in each cell, cut off where they are too long; a bar in the timeline's."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), px(ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell, bar = index.data(CELL_ROLE), index.data(BAR_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        table_ground(painter, option, index, self._view)
        inner = option.rect.adjusted(px(SIDE_PX), 0, -px(SIDE_PX), -1)
        if isinstance(bar, Bar):
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            paint_bar(painter, QRectF(inner), bar, mirrored=mirrored)
        elif isinstance(cell, Cell):
            self._paint_cell(painter, option, index, inner, cell)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        inner: QRect,
        cell: Cell,
    ) -> None:
        room = QRect(inner)
        if index.column() == Column.CALL.value:
            room.setLeft(room.left() + min(index.data(DEPTH_ROLE), DEEPEST) * px(INDENT_PX))
        if cell.picture:
            side = px(PICTURE_PX)
            place = QRect(room.left(), room.center().y() - side // 2, side, side)
            shown = QStyle.visualRect(option.direction, option.rect, place)
            paint_icon(painter, shown, cell.picture, cell.tone or "text2")
            room.setLeft(room.left() + side + px(6))
        upper, lower = QRect(room), QRect(room)
        if cell.below:
            middle = room.center().y()
            upper.setBottom(middle)
            upper.setTop(middle - px(19))
            lower.setTop(middle + 1)
            lower.setBottom(middle + px(18))
            self._text(painter, option, lower, cell.below, ("text3", 12, False))
        tone = "" if cell.picture else cell.tone
        self._text(painter, option, upper, cell.text, (tone or "text", 13, cell.strong))

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        style: tuple[str, int, bool],
    ) -> None:
        tone, size, strong = style
        painter.setFont(letters(option.font, size, strong=strong))
        painter.setPen(colour(tone))
        row_text(painter, option, room, text)


def paint_bar(painter: QPainter, room: QRectF, bar: Bar, *, mirrored: bool) -> None:
    """A line of the whole time, on it the call: filled when answered, else only its outline."""
    middle, height = room.center().y(), float(px(BAR_PX))

    def across(begins: float, ends: float, high: float) -> QRectF:
        left = (
            room.right() - ends * room.width() if mirrored else room.left() + begins * room.width()
        )
        return QRectF(left, middle - high / 2, (ends - begins) * room.width(), high)

    painter.fillRect(across(0, 1, 2), colour("track"))
    if bar.begins is not None:
        piece = across(bar.begins, bar.ends, height)
        piece.setWidth(max(piece.width(), 3.0))
        if bar.reached:
            painter.fillRect(piece, colour("warning" if bar.late else "success"))
        else:
            pen = QPen(colour("danger"), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(piece.adjusted(1, 0, -1, 0))
    if bar.limit is not None:
        at = across(bar.limit, bar.limit, height + px(10))
        painter.setPen(QPen(colour("text3"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(at.topLeft(), at.bottomLeft())
