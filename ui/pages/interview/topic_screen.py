"""One topic of the interview: its questions as the answers call for them."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.interview.conditions import Answers
from app.domain.interview.questions import Question
from app.domain.interview.template import Topic
from app.services.interviewing.topics import TopicProgress, questions_of
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.interview_rows import state_words
from ui.pages.interview.question_row import QuestionRow
from ui.pages.sections.fields.asking import show_in, who_finds_out
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

TEXT_WIDTH_PX = 800
AROUND_PX = 90
"""So much is seen around a question that is gone to."""


class TopicScreen(ScrollBody):
    """Every question of the topic has its row; those that are not asked now are hidden.

    What is shown first is best told before the screen is seen: rows come one by one otherwise.
    """

    answered = Signal(object, object)
    """Carries the `Question` and its new answer, None when it is open again."""
    proposal_used = Signal(object, object)
    """Carries the `Question` and the proposal that is its answer now."""
    found_out_by = Signal(object, str, object)
    """Carries the `Question`, who finds it out, and the day until when or None."""

    def __init__(self, bridge: PlanBridge, topic: Topic, parent: QWidget) -> None:
        super().__init__(parent, "topic_screen")
        self._bridge = bridge
        self._asked: frozenset[str] = frozenset()
        self._place = label(self.body, "", Role.OVERLINE)
        self._title = label(self.body, topic.title, Role.H1, wrap=True)
        self._title.setObjectName("topic_title")
        self._introduction = paragraph(self.body, topic.introduction)
        self._introduction.setVisible(bool(topic.introduction.strip()))
        self._state = label(self.body, "", Role.HINT)
        self._state.setObjectName("topic_state")
        questions = questions_of(bridge.template, topic.id)
        self._rows = {str(question.id): self._row(question) for question in questions}
        self._lay_out()

    def show_topic(self, item: TopicProgress, place: str, answers: Answers) -> None:
        """Show how far the topic is, which stands at `place`, with the plan's answers."""
        asked = frozenset(str(question.id) for question in item.asked)
        for name, row in self._rows.items():
            show_in(row.field, self._bridge, answers)
            row.setVisible(name in asked)
        self._place.setText(place)
        self._state.setText(state_words(item))
        if self._asked and asked - self._asked:
            one, many = self.tr("One more question"), self.tr("{n} more questions")
            announce(self, counted(len(asked - self._asked), one, many))
        self._asked = asked

    def take_focus(self, question: str = "") -> None:
        """Put the keyboard into `question`, or into the first one nobody has answered."""
        row = self._rows.get(question) or self._first()
        if row is not None:
            row.field.take_focus()
            QTimer.singleShot(0, row, partial(self._show_row, row))

    def step(self, focused: QWidget | None) -> bool:
        """Move the keyboard from the question that has it to the next; False behind the last."""
        shown = [row for row in self._rows.values() if not row.isHidden()]
        here = [at for at, row in enumerate(shown) if focused and row.isAncestorOf(focused)]
        if not here or here[0] + 1 == len(shown):
            return False
        self.take_focus(str(shown[here[0] + 1].question.id))
        return True

    def _first(self) -> QuestionRow | None:
        shown = [row for row in self._rows.values() if not row.isHidden()]
        waiting = (row for row in shown if not row.field.answered_now)
        return next(waiting, shown[0] if shown else None)

    def _show_row(self, row: QuestionRow) -> None:
        self.ensureWidgetVisible(row, 0, px(AROUND_PX))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(px(4))
        for part in (self._place, self._title, self._introduction, self._state):
            part.setMaximumWidth(px(TEXT_WIDTH_PX))
            head.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(px(14))
        for row in self._rows.values():
            column.addWidget(row)
        self.content.addLayout(head)
        self.content.addLayout(column)
        self.content.addStretch(1)

    def _row(self, question: Question) -> QuestionRow:
        made = QuestionRow(self.body, question)
        made.setMaximumWidth(px(TEXT_WIDTH_PX))
        made.field.set_read_only(self._bridge.read_only)
        made.field.answered.connect(self.answered)
        made.field.proposal_used.connect(self.proposal_used)
        made.field.unknown.connect(self._on_unknown)
        return made

    @Slot(object)
    def _on_unknown(self, question: Question) -> None:
        dialog = who_finds_out(self._bridge, question, self.window())
        dialog.given.connect(partial(self.found_out_by.emit, question))
