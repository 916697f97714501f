"""The sessions that were held, with their minutes; before the first, what a session is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.plan.sessions import ReviewSession
from ui.bridge.words import day
from ui.pages.reviews.held_table import ROW_PX, HeldTable
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.tokens import px

MOST_ROWS = 10
"""More scroll."""


class HeldCard(Card):
    """The newest stands first."""

    minutes_wanted = Signal(str)
    """Carries the id of the session whose minutes are wanted."""
    version_wanted = Signal()
    """The new version that a session asks for is to be submitted."""

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
        self._asked = label(self, "", Role.BODY, wrap=True)
        self._asked.setObjectName("held_asked")
        words = self.tr("Submit a new version\u2026")
        self.submit = button(self, "held_submit", words, Look.PLAIN, "badge-check")
        self._lay_out()
        self.table.opened.connect(self.minutes_wanted)
        self.minutes.clicked.connect(self._on_minutes)
        self.submit.clicked.connect(self.version_wanted)

    def show_sessions(
        self, held: Sequence[ReviewSession], wanting: ReviewSession | None = None
    ) -> None:
        """Show the sessions that were held; `wanting` is the one that still wants a version."""
        self._show_wanting(wanting)
        self.table.show_sessions(held)
        self._nothing.setVisible(not held)
        for part in (self.table, self.minutes):
            part.setVisible(bool(held))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + px(ROW_PX) * min(len(held), MOST_ROWS) + 2)

    def _show_wanting(self, session: ReviewSession | None) -> None:
        for part in (self._asked, self.submit):
            part.setVisible(session is not None)
        if session is not None:
            words = self.tr("\u201c{0}\u201d of {1} ended with: a new version is needed.")
            held_on = day(session.closed_at or session.started_at)
            self._asked.setText(words.format(session.title, held_on))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._asked, 1)
        row.addWidget(self.submit, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self._nothing)
        self.body.addLayout(row)
        self.add(self.table)

    @Slot()
    def _on_minutes(self) -> None:
        if self.table.key:
            self.minutes_wanted.emit(self.table.key)
