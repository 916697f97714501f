"""The sessions that were held, a row each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Choice, ReviewSession
from ui.bridge.words import day
from ui.models.session_words import length_text, occasion_text, verdict_text
from ui.widgets.tables import choose_row
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

ROW_PX = 36
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeldTable(QTableWidget):
    """Enter or a double click asks for the minutes of a row."""

    opened = Signal(str)
    """Carries the id of the session whose minutes are wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 6, parent)
        self.setObjectName("sessions_held")
        self.setAccessibleName(self.tr("Sessions held"))
        self.setProperty("plain", "true")
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Date"),
                self.tr("Occasion"),
                self.tr("Result"),
                self.tr("Length"),
                self.tr("Changes"),
                self.tr("Actions"),
            ]
        )
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.columnCount()):
            stretch = column in (1, 2)
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(column, mode.Stretch if stretch else mode.ResizeToContents)
        self._keys: tuple[RecordId, ...] = ()
        self.doubleClicked.connect(self._on_double_click)

    @property
    def key(self) -> str:
        """The session of the chosen row; blank when none is chosen."""
        found = self.selectionModel().selectedRows()
        return self._keys[found[0].row()] if found else ""

    def show_sessions(self, held: Sequence[ReviewSession]) -> None:
        """Show other sessions; the chosen one stays so, else the newest is chosen."""
        before = self.key
        self._keys = tuple(one.id for one in held)
        self.setRowCount(len(held))
        for at, one in enumerate(held):
            for column, text in enumerate(_words(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(one.title))
                self.setItem(at, column, item)
        rows = [at for at, key in enumerate(self._keys) if key == before]
        if self._keys:
            choose_row(self, rows[0] if rows else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.key:
            self.opened.emit(self.key)
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        self.opened.emit(self._keys[index.row()])


def _words(session: ReviewSession) -> tuple[str, ...]:
    choices = [item.choice for item in session.agenda]
    held = session.closed_at or session.started_at
    return (
        day(held),
        occasion_text(session.occasion),
        verdict_text(session.verdict),
        length_text(session.seconds),
        str(choices.count(Choice.CHANGE)),
        str(choices.count(Choice.ACTION)),
    )
