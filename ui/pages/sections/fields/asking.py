"""Showing what the plan knows of a question, and asking who finds out what nobody knows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.interview.conditions import Answers, says_something
from app.domain.interview.questions import Question
from app.services.answering.unknown import being_found_out
from ui.bridge.session import PlanBridge
from ui.pages.sections.fields.question_field import QuestionField

if TYPE_CHECKING:
    from ui.dialogs.unknown import UnknownDialog


def show_in(field: QuestionField, bridge: PlanBridge, answers: Answers) -> None:
    """Show the answer in `field`, or what is proposed and who finds out while it is open."""
    name = str(field.question.id)
    field.show_answer(answers.get(name))
    if says_something(answers.get(name)):
        field.hide_open()
        return
    proposal = bridge.template.proposed(name, answers)
    field.show_open(proposal, being_found_out(bridge.plan, field.question))


def who_finds_out(bridge: PlanBridge, question: Question, window: QWidget) -> "UnknownDialog":
    """The open dialog that asks who finds `question` out."""
    from ui.dialogs.unknown import UnknownDialog

    plan = bridge.plan
    names = [person.name for person in plan.people.values()]
    dialog = UnknownDialog(window, question, names, being_found_out(plan, question))
    dialog.open()
    return dialog
