"""Inputs one chooses with."""

import pytest
from PySide6.QtWidgets import QCheckBox

from app.domain.interview.questions import AnswerKind, Option, Question
from app.domain.plan.ids import RecordId
from ui.pages.sections.fields.choice_fields import ChoicesField

QUESTION = Question(
    RecordId("profile.frameworks"),
    "purpose",
    "Which?",
    AnswerKind.CHOICES,
    options=(Option("csf", "CSF"), Option("iso", "ISO")),
)


@pytest.fixture
def field(host):
    return ChoicesField(host, QUESTION)


def tick(field, option: str) -> None:
    field.findChild(QCheckBox, f"profile.frameworks={option}").click()


def test_what_was_answered_elsewhere_stays(qtbot, field):
    field.show_answer(("nydfs-500", "csf"))

    with qtbot.waitSignal(field.entered) as answered:
        tick(field, "iso")

    assert answered.args[-1] == ("csf", "iso", "nydfs-500")


def test_without_any_choice_the_question_is_open_again(qtbot, field):
    field.show_answer(("csf",))

    with qtbot.waitSignal(field.entered) as answered:
        tick(field, "csf")

    assert answered.args[-1] is None
