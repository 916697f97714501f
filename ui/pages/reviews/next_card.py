"""The next review and the way into it; or the session that rests, and the way on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Choice, ReviewSession
from app.services.reviewing.finding import resting
from ui.bridge.words import day
from ui.models.session_words import length_text
from ui.pages.reviews.due_words import due_words
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class NextCard(Card):
    """One button at a time is the one to press."""

    starting = Signal()
    """A session is to be started."""
    resuming = Signal()
    """The session that rests goes on."""
    giving_up = Signal()
    """The session that rests is to be removed."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, " ")
        self.setObjectName("next_review")
        self._read_only = read_only
        self._state = Chip(self)
        self._figure = label(self, "", Role.FIGURE, wrap=True)
        self._figure.setObjectName("next_review_day")
        self._advice = label(self, "", Role.BODY, wrap=True)
        self._advice.setObjectName("next_review_advice")
        words = self.tr("Start a review session\u2026")
        self.start = button(self, "review_start", words, Look.PRIMARY, "play")
        self.resume = button(self, "review_resume", self.tr("Resume"), Look.PRIMARY, "play")
        self.give_up = button(self, "review_give_up", self.tr("Give up\u2026"), Look.QUIET)
        self._lay_out()
        self.start.clicked.connect(self.starting)
        self.resume.clicked.connect(self.resuming)
        self.give_up.clicked.connect(self.giving_up)

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show how the plan stands on `today`."""
        session = resting(plan)
        if session is None:
            self._show_due(plan, today)
        else:
            self._show_resting(session)
        self.start.setVisible(session is None and not self._read_only)
        for part in (self.resume, self.give_up):
            part.setVisible(session is not None and not self._read_only)

    def show_busy(self, *, busy: bool) -> None:
        """Whether a session is being prepared, or is open already."""
        for part in (self.start, self.resume, self.give_up):
            part.setEnabled(not busy)

    def _show_due(self, plan: Plan, today: date) -> None:
        words = due_words(plan, today)
        self.set_title(self.tr("Next review"))
        self._figure.setText(words.day)
        self._state.show_state(words.state, words.tone)
        self._state.setVisible(bool(words.state))
        self._advice.setText(words.advice)

    def _show_resting(self, session: ReviewSession) -> None:
        decided = sum(item.choice is not Choice.OPEN for item in session.agenda)
        self.set_title(self.tr("A session rests"))
        self._figure.setText(session.title)
        said = self.tr("{0} of {1} decided").format(decided, len(session.agenda))
        self._state.show_state(said, Tone.ACCENT)
        self._state.show()
        words = self.tr("Begun on {0}; it ran for {1} so far. Everything done in it is kept.")
        self._advice.setText(words.format(day(session.started_at), length_text(session.seconds)))

    def _lay_out(self) -> None:
        self.add_action(self._state)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._advice)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for part in (self.start, self.resume, self.give_up):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addSpacing(px(4))
        self.body.addLayout(row)
        self.body.addStretch(1)
