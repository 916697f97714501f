"""A table of the people who are called, and what each call brought."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Outcome
from ui.models.session_words import outcome_text
from ui.widgets.icons import icon
from ui.widgets.tables import choose_row

_PICTURES = {
    Outcome.OPEN: ("circle", "text3"),
    Outcome.CONFIRMED: ("circle-check", "success"),
    Outcome.CORRECTED: ("pencil", "accent_text"),
    Outcome.NOT_REACHED: ("circle-x", "danger"),
}


@dataclass(frozen=True, slots=True)
class CallRow:
    """One person, the first way to reach them, and the result."""

    person: RecordId
    name: str
    way: str
    outcome: Outcome


class CallsTable(QTableWidget):
    """One row is chosen, with the arrow keys or a click."""

    chosen = Signal()
    """Another row is chosen now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("calls_table")
        self.setAccessibleName(self.tr("People to call"))
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setHorizontalHeaderLabels([self.tr("Person"), self.tr("First way"), self.tr("Result")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.itemSelectionChanged.connect(self.chosen)
        self._rows: tuple[CallRow, ...] = ()

    @property
    def key(self) -> str:
        """The person of the chosen row; blank when none is chosen."""
        found = self.selectionModel().selectedRows()
        return self._rows[found[0].row()].person if found else ""

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Show other rows; the chosen one stays so while it is there."""
        if tuple(rows) == self._rows:
            return
        before = self.key
        blocked = self.blockSignals(True)
        self._rows = tuple(rows)
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            picture, tone = _PICTURES[row.outcome]
            result = QTableWidgetItem(icon(picture, tone), outcome_text(row.outcome))
            for column, item in enumerate(
                (QTableWidgetItem(row.name), QTableWidgetItem(row.way), result)
            ):
                self.setItem(at, column, item)
        self.resizeRowsToContents()
        self.clearSelection()
        self.choose(before)
        self.blockSignals(blocked)

    def choose(self, person: str) -> None:
        """Choose the row of that person, if it is there."""
        for at, row in enumerate(self._rows):
            if row.person == person:
                choose_row(self, at)
