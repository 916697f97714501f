"""The matrix of impact and urgency as it stands; it is changed in a dialog."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from ui.pages.sections.record_tables import PrintedMatrix
from ui.widgets.swatch import step_of
from ui.widgets.tokens import colour, px

ROW_PX = 36
RANK_ROLE = Qt.ItemDataRole.UserRole
"""The rank of the severity in a cell, 0 where none is stated."""


class MatrixTable(QTableWidget):
    """A row for each impact, a column for each urgency."""

    asked = Signal()
    """The matrix is to be changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table_matrix")
        self.setProperty("plain", "true")
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: 0 }")
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.verticalHeader().setHighlightSections(False)
        self.setShowGrid(False)
        self.setItemDelegate(_CellDelegate(self))
        self.itemActivated.connect(self.asked)

    def show_matrix(self, matrix: PrintedMatrix) -> None:
        """Show another matrix."""
        self.setAccessibleName(self.tr("Severity by {0}").format(matrix.axes.both))
        self.setColumnCount(len(matrix.urgencies))
        self.setRowCount(len(matrix.impacts))
        self.setHorizontalHeaderLabels(list(matrix.urgencies))
        self.setVerticalHeaderLabels([name for name, _ in matrix.impacts])
        for row, (impact, cells) in enumerate(matrix.impacts):
            for column, (name, rank) in enumerate(cells):
                item = self._cell(name, rank)
                place = matrix.axes.place(impact, matrix.urgencies[column])
                spoken = self.tr("{0}: {1}").format(place, item.text())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.setItem(row, column, item)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _cell(self, name: str, rank: int) -> QTableWidgetItem:
        item = QTableWidgetItem(name or self.tr("Not stated"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(RANK_ROLE, rank)
        return item

    def _fit(self) -> None:
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + px(ROW_PX) * self.rowCount() + 2)


class _CellDelegate(QStyledItemDelegate):
    """A soft ground and a bar in the colour of the severity, and its name."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        step = step_of(index.data(RANK_ROLE)) if index.data(RANK_ROLE) else 0
        place = option.rect.adjusted(px(2), px(2), -px(2), -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = QPen(colour("accent"), 2) if chosen else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(colour(f"sev{step}_soft" if step else "surface2"))
        painter.drawRoundedRect(place, px(6), px(6))
        if step:
            bar = place.adjusted(px(5), px(5), 0, -px(5))
            bar.setWidth(px(3))
            painter.fillRect(QStyle.visualRect(option.direction, place, bar), colour(f"sev{step}"))
        painter.setPen(colour("text" if step else "text3"))
        room = place.adjusted(px(10), 0, -px(6), 0)
        elide = Qt.TextElideMode.ElideRight
        text = option.fontMetrics.elidedText(str(index.data()), elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
