"""Both halves of the grid side by side: one cursor, one scroll, one choice."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from ui.models.raci_table import RaciModel
from ui.pages.people.raci.activity_view import ActivityView
from ui.pages.people.raci.grid_view import HEAD_PX, GridView
from ui.pages.people.raci.part_view import PartView
from ui.widgets.cards import line
from ui.widgets.tokens import px

NAMES_PX, LEAST_NAMES_PX = 300, 210
ROOMY_PX = 900
"""The width from which the names of activities have the room they like."""
TALL_PX, LOW_HEAD_PX = 380, 128
"""The height from which the heads of the roles have theirs, and how high they are below it."""
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class RaciGrid(QWidget):
    """The halves are tables of their own for those who hear them; keys cross between them."""

    moved = Signal()
    """The cursor stands somewhere else."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raci_grid")
        self.table = model
        self.activities = ActivityView(model, self)
        self.parts = PartView(model, self)
        self.activities.setSelectionModel(self.parts.selectionModel())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.activities)
        row.addWidget(line(self, vertical=True))
        row.addWidget(self.parts, 1)
        self.setFocusProxy(self.activities)
        self._connect()
        self.fit()

    @property
    def halves(self) -> tuple[GridView, GridView]:
        """Both tables."""
        return self.activities, self.parts

    @property
    def current(self) -> QModelIndex:
        """The cell that has the cursor."""
        return self.parts.currentIndex()

    @property
    def key(self) -> RecordId | None:
        """The activity the cursor stands in; None while it stands in none."""
        index = self.current
        return self.table.rows[index.row()].id if index.isValid() else None

    def cell_centre(self) -> QPoint:
        """Where the cell that has the cursor stands on the screen."""
        return (self.parts if self.current.column() else self.activities).cell_centre()

    def go(self, row: int, column: int, *, focus: bool = False) -> None:
        """Put the cursor into a cell and bring it into view."""
        index = self.table.index(row, column)
        if not index.isValid():
            return
        view = self.parts if column else self.activities
        view.selectionModel().setCurrentIndex(index, _ALONE)
        view.scrollTo(index)
        if focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Share the width, and hide of each half what the other shows."""
        roomy = self.width() >= px(ROOMY_PX)
        wide = px(NAMES_PX if roomy else LEAST_NAMES_PX)
        self.activities.setFixedWidth(wide)
        self.activities.setColumnWidth(0, wide)
        for column in range(self.table.columnCount()):
            self.activities.setColumnHidden(column, column > 0)
        self.parts.setColumnHidden(0, True)
        high = px(HEAD_PX if self.height() >= px(TALL_PX) else LOW_HEAD_PX)
        for view in self.halves:
            view.horizontalHeader().setFixedHeight(high)
        self.parts.fit()
        self._even()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _connect(self) -> None:
        first, second = self.activities.verticalScrollBar(), self.parts.verticalScrollBar()
        first.valueChanged.connect(second.setValue)
        second.valueChanged.connect(first.setValue)
        self.parts.horizontalScrollBar().rangeChanged.connect(self._even)
        self.parts.selectionModel().currentChanged.connect(self._on_current)
        self.table.modelReset.connect(self.fit)
        self.activities.crossed.connect(self._on_into_parts)
        self.parts.crossed.connect(self._on_into_names)

    @Slot()
    def _even(self) -> None:
        """Let both halves show the same rows where only one has a bar below it."""
        bar = self.parts.horizontalScrollBar()
        scrolls = bar.maximum() > bar.minimum()
        below = bar.sizeHint().height() if scrolls else 0
        self.activities.setViewportMargins(0, self.activities.horizontalHeader().height(), 0, below)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        del now, before
        for view in self.halves:
            view.viewport().update()
        self.parts.heads.viewport().update()
        self.moved.emit()

    @Slot()
    def _on_into_parts(self) -> None:
        if self.table.columns and self.current.isValid():
            self.go(self.current.row(), 1, focus=True)

    @Slot()
    def _on_into_names(self) -> None:
        self.go(self.current.row(), 0, focus=True)
