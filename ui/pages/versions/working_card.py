"""Where the working draft stands, and the one step that comes next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.lifecycle.approving.course import Course
from app.domain.plan.plan import Plan
from ui.models.version_standing import Standing, Step, standing
from ui.models.version_words import stage_text, stage_tone
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.tokens import px


class WorkingCard(Card):
    """One button at a time is the one to press; the others are what else can be done."""

    wanted = Signal(str)
    """Carries what is to be done: a `Step`, or one of the other buttons' names."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, " ")
        self.setObjectName("working_card")
        self._read_only = read_only
        self._standing: Standing | None = None
        self.set_title(self.tr("Working draft"))
        self._state = Chip(self)
        self._state.setObjectName("version_state")
        self._figure = label(self, "", Role.FIGURE, wrap=True)
        self._figure.setObjectName("version_figure")
        self._lines = paragraph(self)
        self._lines.setObjectName("version_lines")
        self.steps = {
            Step.SUBMIT: self._step(Step.SUBMIT, self.tr("Submit for review\u2026"), "upload"),
            Step.REVIEW: self._step(
                Step.REVIEW, self.tr("Enter a review\u2026"), "clipboard-check"
            ),
            Step.APPROVE: self._step(Step.APPROVE, self.tr("Enter an approval\u2026"), "signature"),
            Step.REVIEW_AFTERWARDS: self._step(
                Step.REVIEW_AFTERWARDS, self.tr("Enter the review after the emergency\u2026"), "eye"
            ),
        }
        self.submit = self._other("submit", self.tr("Submit for review\u2026"))
        self.request = self._other("request", self.tr("Hand over a request\u2026"), "file-up")
        self.take = self._other("take", self.tr("Take in an answer\u2026"), "file-down")
        self.changes = self._other("changes", self.tr("Request changes\u2026"))
        self.recall = self._other("recall", self.tr("Take it back\u2026"))
        self.emergency = self._other("emergency", self.tr("Issue in an emergency\u2026"))
        self.difference = self._other("difference", self.tr("Show what changed\u2026"))
        self._lay_out()

    def show_course(self, plan: Plan, now: Course) -> None:
        """Show how the draft of `plan` stands."""
        found = standing(plan, now)
        self._state.show_state(stage_text(found.stage), stage_tone(found.stage))
        if found != self._standing:
            self._standing = found
            self._figure.setText(found.figure)
            set_paragraph(self._lines, "\n".join(found.lines))
        may = not self._read_only
        for step, shown in self.steps.items():
            shown.setVisible(may and step is found.step)
        heard = now.open is not None
        for shown in (self.request, self.take, self.changes, self.recall):
            shown.setVisible(may and heard)
        self.submit.setVisible(may and found.step is Step.REVIEW_AFTERWARDS)
        self.emergency.setVisible(may and not heard)
        self.difference.setVisible(now.latest is not None)

    def _step(self, step: Step, text: str, picture: str) -> QPushButton:
        made = button(self, f"version_step_{step.value}", text, Look.PRIMARY, picture)
        made.clicked.connect(lambda: self.wanted.emit(step.value))
        return made

    def _other(self, name: str, text: str, picture: str = "") -> QPushButton:
        made = button(self, f"version_{name}", text, Look.PLAIN, picture)
        made.clicked.connect(lambda: self._ask(name))
        return made

    @Slot(str)
    def _ask(self, name: str) -> None:
        self.wanted.emit(name)

    def _lay_out(self) -> None:
        self.add_action(self._state)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._lines)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(px(8))
        asking = (self.submit, self.request, self.take, self.difference)
        for part in (*self.steps.values(), *asking):
            first.addWidget(part)
        for part in (self.changes, self.recall, self.emergency):
            second.addWidget(part)
        first.addStretch(1)
        second.addStretch(1)
        self.body.addSpacing(px(4))
        self.body.addLayout(first)
        self.body.addLayout(second)
