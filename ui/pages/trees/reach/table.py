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
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
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
from ui.widgets.drawn_words import draw_words
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, font_px, px

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


class ReachTable(QTableView):
    """One row a call; the row that is chosen stays so when others are shown."""

    chosen = Signal(object, object)
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
        self._look()
        head = self.horizontalHeader()
        head.sortIndicatorChanged.connect(self._on_sort)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.activated.connect(self._on_activated)

    @property
    def rows(self) -> list[ReachRow]:
        """What is shown, in its order."""
        return list(self._model.rows)

    @property
    def key(self) -> tuple[str, str]:
        """The tree and the call of the chosen row; blank when none is."""
        found = self.selectionModel().selectedRows()
        row = self._model.rows[found[0].row()] if found else None
        return ("", "") if row is None else row.key

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
        super().focusInEvent(event)
        mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self.key[1] and not mouse and self._model.rows:
            self._quiet = True
            self.selectRow(0)
            self._quiet = False

    def _look(self) -> None:
        self.setProperty("plain", "true")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px(ROW_PX))
        rows.setDefaultSectionSize(px(ROW_PX))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

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
                self.selectRow(at)
                self.scrollTo(self._model.index(at, 0))
                return

    def _tell(self) -> None:
        tree, node = self.key
        self.chosen.emit(RecordId(tree), RecordId(node))

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self.scrollTo(self.currentIndex())

    @Slot()
    def _on_selected(self) -> None:
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
        self._paint_ground(painter, option, index)
        inner = option.rect.adjusted(px(SIDE_PX), 0, -px(SIDE_PX), -1)
        if isinstance(bar, Bar):
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            paint_bar(painter, QRectF(inner), bar, mirrored=mirrored)
        elif isinstance(cell, Cell):
            self._paint_cell(painter, option, index, inner, cell)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("accent_soft"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        walked = self._view.hasFocus() and self._view.property("kb") == "true"
        if walked and index.column() == 0 and index.row() == self._view.currentIndex().row():
            mark = QRect(rect.left(), rect.top(), px(3), rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, rect, mark), colour("accent"))

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
        font = QFont(self._view.font())
        font.setPixelSize(font_px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        place = QStyle.visualRect(option.direction, option.rect, room)
        align = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        draw_words(painter, place, int(align), shown)


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
