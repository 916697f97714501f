"""The matrix of impact and urgency as it stands; it is changed in a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from ui.pages.sections.record_tables import PrintedMatrix
from ui.widgets.swatch import step_of, swatch
from ui.widgets.tokens import colour, px

ROW_PX = 34


class MatrixTable(QTableWidget):
    """A row for each impact, a column for each urgency."""

    asked = Signal()
    """The matrix is to be changed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("table_matrix")
        self.setAccessibleName(title)
        self.setProperty("plain", "true")
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.verticalHeader().setHighlightSections(False)
        self.itemActivated.connect(self.asked)

    def show_matrix(self, matrix: PrintedMatrix) -> None:
        """Show another matrix."""
        self.setColumnCount(len(matrix.urgencies))
        self.setRowCount(len(matrix.impacts))
        self.setHorizontalHeaderLabels(list(matrix.urgencies))
        self.setVerticalHeaderLabels([name for name, _ in matrix.impacts])
        for row, (impact, cells) in enumerate(matrix.impacts):
            for column, (name, rank) in enumerate(cells):
                item = self._cell(name, rank)
                said = self.tr("Impact {0}, urgency {1}: {2}")
                urgency = matrix.urgencies[column]
                spoken = said.format(impact, urgency, item.text())
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
        if rank:
            item.setIcon(swatch(rank))
            item.setBackground(colour(f"sev{step_of(rank)}_soft"))
        else:
            item.setForeground(colour("text3"))
        return item

    def _fit(self) -> None:
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + px(ROW_PX) * self.rowCount() + 2)
