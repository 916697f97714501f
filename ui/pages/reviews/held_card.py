"""The sessions that were held, with their minutes; before the first, what a session is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.sessions import ReviewSession
from ui.pages.reviews.held_table import ROW_PX, HeldTable
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import paragraph
from ui.widgets.tokens import px

MOST_ROWS = 10
"""More scroll."""


class HeldCard(Card):
    """The newest stands first."""

    minutes_wanted = Signal(str)
    """Carries the id of the session whose minutes are wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, " ")
        self.setObjectName("held_card")
        self.set_title(self.tr("Sessions held"))
        self.table = HeldTable(self)
        words = self.tr(
            "In a review session the people who run the plan walk through it together: what is "
            "overdue, what changed, which contacts still answer. Put the session on a projector; "
            "every item ends with keep, change, action or not applicable. It takes about an hour, "
            "can be paused at any time, and ends with minutes and the date of the next review."
        )
        self._nothing = paragraph(self, words)
        self._nothing.setObjectName("held_nothing")
        words = self.tr("Minutes\u2026")
        self.minutes = button(self, "session_minutes", words, Look.PLAIN, "file-down")
        self.add_action(self.minutes)
        self.add(self._nothing)
        self.add(self.table)
        self.table.opened.connect(self.minutes_wanted)
        self.minutes.clicked.connect(self._on_minutes)

    def show_sessions(self, held: Sequence[ReviewSession]) -> None:
        """Show the sessions that were held."""
        self.table.show_sessions(held)
        self._nothing.setVisible(not held)
        for part in (self.table, self.minutes):
            part.setVisible(bool(held))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + px(ROW_PX) * min(len(held), MOST_ROWS) + 2)

    @Slot()
    def _on_minutes(self) -> None:
        if self.table.key:
            self.minutes_wanted.emit(self.table.key)
