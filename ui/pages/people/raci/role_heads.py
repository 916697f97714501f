"""The heads of the columns: roles turned on their side, under the level they act on."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from ui.models.raci_table import RaciModel, RoleColumn
from ui.pages.people.raci.painting import font_of
from ui.widgets.icons import paint_icon
from ui.widgets.tokens import colour, px

TIER_PX, LOAD_PX, MARK_PX = 20, 18, 14
_TURN = -90


class RoleHeads(QHeaderView):
    """Below each name stands how much the role answers for and does."""

    def __init__(self, model: RaciModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = model
        self._view = parent
        self.setObjectName("raci_heads")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(24))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """No head asks for room: names are cut to what there is."""
        del logicalIndex
        return QSize(self.defaultSectionSize(), self.height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not 0 < logicalIndex <= len(self._table.columns):
            return
        column = self._table.columns[logicalIndex - 1]
        painter.save()
        painter.fillRect(rect, colour("surface"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_name(painter, rect, column)
        foot = QRect(rect.left(), rect.bottom() - px(LOAD_PX) - 1, rect.width(), px(LOAD_PX))
        painter.setPen(colour("text3"))
        painter.setFont(font_of(self, 11, QFont.Weight.Normal))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, column.short)
        painter.restore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        painter.setFont(font_of(self, 11, QFont.Weight.DemiBold))
        for first, last in self._groups():
            self._paint_tier(painter, first, last)
        painter.end()

    def _paint_name(self, painter: QPainter, rect: QRect, column: RoleColumn) -> None:
        room = rect.adjusted(0, px(TIER_PX) + px(4), 0, -px(LOAD_PX) - px(4))
        if column.note is not None:
            side = px(MARK_PX)
            mark = QRect(rect.center().x() - side // 2, room.bottom() - side, side, side)
            paint_icon(painter, mark, "triangle-alert", "warning")
            room.setBottom(room.bottom() - side - px(3))
        strong = self._view.currentIndex().column()
        chosen = strong > 0 and self._table.columns[strong - 1] is column
        weight = QFont.Weight.Bold if chosen else QFont.Weight.DemiBold
        painter.setFont(font_of(self, 12, weight))
        painter.setPen(colour("accent_text" if chosen else "text2"))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(" ".join(column.name.split()), elide, room.height())
        painter.save()
        painter.translate(room.center().x(), room.bottom())
        painter.rotate(_TURN)
        line = QRect(0, -rect.width() // 2, room.height(), rect.width())
        start = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft
        start |= Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(start | Qt.TextFlag.TextSingleLine), name)
        painter.restore()

    def _groups(self) -> list[tuple[int, int]]:
        """The first and last column of each level."""
        groups: list[tuple[int, int]] = []
        columns = self._table.columns
        for at, column in enumerate(columns, 1):
            if groups and columns[at - 2].tier is column.tier:
                groups[-1] = (groups[-1][0], at)
            else:
                groups.append((at, at))
        return groups

    def _paint_tier(self, painter: QPainter, first: int, last: int) -> None:
        ends = [self.sectionViewportPosition(at) for at in (first, last)]
        left = min(ends)
        right = max(ends) + self.sectionSize(first)
        band = QRect(left, 0, right - left, px(TIER_PX)).adjusted(px(2), 0, -px(2), 0)
        seen = band.intersected(self.viewport().rect())
        painter.fillRect(QRect(band.left(), band.bottom(), band.width(), px(2)), colour("accent"))
        painter.setPen(colour("text3"))
        name = self._table.columns[first - 1].tier_name
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(name, elide, seen.width())
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, shown)
