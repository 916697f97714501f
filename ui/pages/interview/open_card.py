"""What is still open in the draft: questions nobody answered, and findings; each leads there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.interview.questions import Question
from app.domain.judgement.findings import Finding, Weight
from app.services.interviewing.topics import TopicProgress
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.finding_words import WEIGHT_LOOKS, section_of, weight_text
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card, line
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.replacing import replaced
from ui.widgets.tokens import px

MOST_QUESTIONS = 8
MOST_FINDINGS = 6
"""Longer lists are cut; the rest is counted and found elsewhere."""


class OpenCard(Card):
    """Rebuilt only when what is open differs."""

    question_wanted = Signal(str)
    """Carries the id of a question to go to."""
    navigate = Signal(str)
    """Carries the target of a finding, or `findings`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview_open")
        self.set_title(self.tr("Still open"))
        self._shown: tuple[tuple[Question, ...], tuple[Finding, ...]] | None = None
        self._all = button(self, "interview_findings", "", Look.LINK)
        self._all.clicked.connect(partial(self.navigate.emit, "findings"))
        self.add_action(self._all)
        self._rows = QWidget(self)
        self.add(self._rows)

    def show_open(self, bridge: PlanBridge, progress: Sequence[TopicProgress]) -> None:
        """Show what is open now."""
        questions = tuple(item for topic in progress for item in topic.open)
        findings = bridge.judgement.findings()
        if (questions, findings) == self._shown:
            return
        self._shown = questions, findings
        one, many = self.tr("View 1 finding"), self.tr("View all {n} findings")
        set_button_text(self._all, counted(len(findings), one, many))
        self._all.setVisible(bool(findings))
        with replaced(self._rows, self.body) as self._rows:
            self._fill(bridge, progress, questions, findings)

    def _fill(
        self,
        bridge: PlanBridge,
        progress: Sequence[TopicProgress],
        questions: Sequence[Question],
        findings: Sequence[Finding],
    ) -> None:
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._add_questions(column, questions, progress)
        if questions and findings:
            column.addWidget(line(self._rows))
        self._add_findings(column, bridge, findings)
        if not questions and not findings:
            text = self.tr("Nothing is open. The plan can go to review.")
            column.addWidget(label(self._rows, text, Role.BODY, wrap=True))

    def _add_questions(
        self,
        column: QVBoxLayout,
        questions: Sequence[Question],
        progress: Sequence[TopicProgress],
    ) -> None:
        if not questions:
            return
        one, many = (
            self.tr("1 question without an answer"),
            self.tr("{n} questions without an answer"),
        )
        column.addWidget(label(self._rows, counted(len(questions), one, many), Role.H3))
        titles = {item.topic.id: item.topic.title for item in progress}
        for item in questions[:MOST_QUESTIONS]:
            jump = button(self._rows, f"open_{item.id}", self.tr("Answer"))
            jump.setAccessibleName(self.tr("Answer: {0}").format(item.text))
            jump.clicked.connect(partial(self.question_wanted.emit, str(item.id)))
            column.addLayout(
                self._row(("circle-help", "accent_text"), item.text, titles[item.topic], jump)
            )
        self._more(column, len(questions) - MOST_QUESTIONS)

    def _add_findings(
        self, column: QVBoxLayout, bridge: PlanBridge, findings: Sequence[Finding]
    ) -> None:
        if not findings:
            return
        column.addWidget(label(self._rows, self.tr("Findings of the draft"), Role.H3))
        column.addWidget(label(self._rows, _counts(findings), Role.HINT, wrap=True))
        for item in findings[:MOST_FINDINGS]:
            jump = button(self._rows, f"finding_{item.key}", self.tr("Open"))
            jump.setAccessibleName(self.tr("Open: {0}").format(item.reason))
            jump.clicked.connect(partial(self.navigate.emit, f"finding:{item.key}"))
            look = WEIGHT_LOOKS[item.weight]
            place = f"{section_of(bridge, item)} \u00b7 {weight_text(item.weight)}"
            column.addLayout(self._row(look, item.reason, place, jump))
        self._more(column, len(findings) - MOST_FINDINGS)

    def _more(self, column: QVBoxLayout, count: int) -> None:
        if count > 0:
            text = counted(count, self.tr("and 1 more"), self.tr("and {n} more"))
            column.addWidget(label(self._rows, text, Role.HINT))

    def _row(self, look: tuple[str, str], text: str, place: str, jump: QWidget) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(self._rows, text, Role.PLAIN, wrap=True))
        words.addWidget(ElidedLabel(self._rows, place, Role.HINT))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(Picture(self._rows, *look), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(jump, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _counts(findings: Sequence[Finding]) -> str:
    """How many there are of each weight, worst first."""
    parts = ((weight, sum(item.weight is weight for item in findings)) for weight in Weight)
    return ", ".join(f"{count} {weight_text(weight)}" for weight, count in parts if count)
