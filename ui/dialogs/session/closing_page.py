"""The end of a session: what came of it, the verdict, the conclusion, the next date."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.domain.plan.dates import parse_date
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Choice, Outcome, ReviewSession, Verdict
from app.domain.plan.texts import cleaned
from app.services.reviewing.closing import Closing, flaws, proposed_verdict, undecided
from app.services.reviewing.past import Past
from ui.bridge.notices import notice_of
from ui.bridge.words import counted
from ui.dialogs.session.big_choices import Answer, BigChoices
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.stage import set_type, yielding
from ui.models.session_words import verdict_text
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

LINES = 3


class ClosingPage(QWidget):
    """Proposes a verdict; somebody decides it. Closing is for good."""

    closed = Signal()
    """The session is closed."""
    open_wanted = Signal()
    """Go to the first item that is not decided."""

    def __init__(self, parent: QWidget, edits: SessionEdits, past: Past) -> None:
        super().__init__(parent)
        self.setObjectName("session_closing")
        self._edits = edits
        self._past = past
        self._build()
        self._lay_out()
        self._to_open.clicked.connect(self.open_wanted)
        self._close.clicked.connect(self._on_close)
        self.verdict.chosen.connect(self._on_verdict)

    @property
    def start(self) -> QWidget:
        """Where the keyboard begins."""
        return self.verdict.start()

    @property
    def said(self) -> str:
        """What a screen reader hears when the page comes up."""
        return f"{self._title.text()}. {self._sum.text()}"

    def refresh(self) -> None:
        """Show what came of the session so far."""
        session, plan = self._edits.session, self._edits.plan
        self._sum.setText(summary(session))
        waiting = len(undecided(session))
        one = self.tr("1 item is not decided yet.")
        many = self.tr("{n} items are not decided yet.")
        self._waiting.setText(counted(waiting, one, many))
        for widget in (self._waiting, self._to_open):
            widget.setVisible(bool(waiting))
        self._show_proposal(session, plan)
        self._show_unfinished(waiting)

    def choose(self, number: int) -> None:
        """Choose the verdict of that number."""
        self.verdict.choose(number)

    def fit(self) -> None:
        """Give the texts their lines, whatever the size of letters."""
        for text in (self._conclusion, self._unfinished):
            text.setFixedHeight(LINES * text.fontMetrics().lineSpacing() + px(22))

    def _build(self) -> None:
        self._title = label(self, self.tr("Close the session"), wrap=True)
        set_type(self._title, "title")
        self._scroll = ScrollBody(self, "closing_scroll")
        body = self._scroll.body
        self._sum = label(body, "", wrap=True)
        self._sum.setObjectName("closing_sum")
        self._waiting = label(body, "", Role.ERROR, wrap=True)
        self._waiting.setObjectName("closing_waiting")
        words = self.tr("Go to the first one")
        self._to_open = button(body, "closing_to_open", words, Look.PLAIN, "arrow-right")
        hints = {
            Verdict.NO_CHANGE: self.tr("The plan stays in force as it is, reviewed today."),
            Verdict.NEW_VERSION: self.tr("What changed is submitted for approval next."),
        }
        answers = [Answer(one.value, verdict_text(one), hint) for one, hint in hints.items()]
        self.verdict = BigChoices(body, "verdict", self.tr("Result of the review"), answers)
        self._proposal = label(body, "", Role.HINT, wrap=True)
        self._conclusion = self._text("closing_conclusion")
        self._unfinished = self._text("closing_unfinished")
        self._next = QLineEdit(body)
        self._next.setObjectName("closing_next")
        hint = self.tr("A date such as 30 November 2027; leave it empty to go by the plan's cycle.")
        caption = self.tr("Conclusion")
        self._fields = {
            "conclusion": Field(body, caption, self._conclusion),
            "unfinished": Field(body, self.tr("Why the rest waits"), self._unfinished),
            "next_on": Field(body, self.tr("Next review"), self._next, hint),
        }
        self._problem = yielding(label(self, "", Role.ERROR, wrap=True))
        self._problem.setObjectName("closing_problem")
        self._close = button(
            self, "closing_close", self.tr("Close the session for good"), Look.PRIMARY
        )

    def _text(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit(self._scroll.body)
        made.setObjectName(name)
        made.setTabChangesFocus(True)
        return made

    def _lay_out(self) -> None:
        content = self._scroll.content
        content.setContentsMargins(0, 0, px(8), 0)
        content.setSpacing(px(12))
        content.addWidget(self._sum)
        waiting = QHBoxLayout()
        waiting.addWidget(self._waiting, 1)
        waiting.addWidget(self._to_open)
        content.addLayout(waiting)
        for part in (self.verdict, self._proposal, *self._fields.values()):
            content.addWidget(part)
        content.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self._problem, 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _show_proposal(self, session: ReviewSession, plan: Plan) -> None:
        proposed = proposed_verdict(session, self._past, plan)
        words = self.tr("Proposed from what was decided and changed: {0}.")
        self._proposal.setText(words.format(verdict_text(proposed).lower()))
        if not self.verdict.current:
            self.verdict.show_choice(proposed.value)

    def _show_unfinished(self, waiting: int) -> None:
        new = self.verdict.current == Verdict.NEW_VERSION.value
        self._fields["unfinished"].setVisible(bool(waiting) and new)

    @Slot(str)
    def _on_verdict(self, key: str) -> None:
        del key
        self._show_unfinished(len(undecided(self._edits.session)))

    @Slot()
    def _on_close(self) -> None:
        closing = self._closing()
        typed = self._next.text().strip()
        wrong = {name: self._sentence(name) for name in flaws(closing, self._edits.today)}
        if typed and closing.next_on is None:
            wrong["next_on"] = self.tr("Enter a date, such as 30 November 2027.")
        self._tell(wrong)
        if wrong:
            return
        try:
            self._edits.close(closing)
        except IrplanError as error:
            self._say(notice_of(error).text)
            return
        self.closed.emit()

    def _closing(self) -> Closing:
        def text(entry: QPlainTextEdit) -> str:
            return cleaned(entry.toPlainText()).strip()

        verdict = Verdict(self.verdict.current) if self.verdict.current else None
        waits = text(self._unfinished) if self._fields["unfinished"].isVisibleTo(self) else ""
        return Closing(verdict, text(self._conclusion), parse_date(self._next.text()), waits)

    def _tell(self, wrong: dict[str, str]) -> None:
        for name, field in self._fields.items():
            field.show_problem(wrong.get(name, ""))
        first = next(iter(wrong), "")
        self._say(wrong.get(first, ""))
        if first in self._fields:
            self._fields[first].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        if text:
            announce(self, text)

    def _sentence(self, name: str) -> str:
        sentences = {
            "verdict": self.tr("Choose what the review ends with."),
            "conclusion": self.tr("Write the conclusion in a sentence."),
            "unfinished": self.tr("Say why the rest waits."),
            "next_on": self.tr("The next review lies ahead; choose a later day."),
        }
        return sentences[name]


def summary(session: ReviewSession) -> str:
    """What was decided, counted, in one line."""
    tr = QCoreApplication.translate
    choices = Counter(item.choice for item in session.agenda)
    calls = Counter(call.outcome for call in session.contacts)
    reached = calls[Outcome.CONFIRMED] + calls[Outcome.CORRECTED]
    words = tr("Session", "{0} kept, {1} to change, {2} actions, {3} not applicable.").format(
        choices[Choice.KEEP],
        choices[Choice.CHANGE],
        choices[Choice.ACTION],
        choices[Choice.NOT_APPLICABLE],
    )
    if not session.contacts:
        return words
    called = tr("Session", "{0} of {1} contacts verified.").format(reached, len(session.contacts))
    return f"{words} {called}"
