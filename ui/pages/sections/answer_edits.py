"""What a person can do about a question, each as one named step of the plan's history."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.interview.questions import Question
from app.domain.plan.sections import AnswerValue
from app.services.answering.answers import answer_changes
from app.services.answering.unknown import find_out, found_out
from ui.bridge.session import PlanBridge


class AnswerEdits:
    """Answers questions for the page `origin`; typing in one field is one step."""

    def __init__(self, bridge: PlanBridge, origin: str) -> None:
        self._bridge = bridge
        self._origin = origin

    def answer(self, question: Question, value: AnswerValue | None) -> None:
        """Answer a question; None opens it again."""
        plan, template = self._bridge.plan, self._bridge.template
        changes = answer_changes(plan, template, question, value)
        done = found_out(plan, question, value)
        self._bridge.apply((*changes, *done), question.text, self._origin, f"answer:{question.id}")

    def use_proposal(self, question: Question, value: AnswerValue) -> None:
        """Make a proposal the answer; what is typed into it later is a step of its own."""
        self.answer(question, value)
        self._bridge.end_merge()

    def find_out(self, question: Question, owner: str, due: date | None) -> None:
        """Have somebody find out what nobody can answer yet."""
        changes = find_out(self._bridge.plan, question, owner, due)
        text = QCoreApplication.translate("SectionEdits", "Find out: {0}").format(question.text)
        self._bridge.apply(changes, text, self._origin)
