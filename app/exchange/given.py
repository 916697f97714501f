"""A few answers as words, from a command line."""

from collections.abc import Mapping
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, fit
from app.domain.interview.template import PlanTemplate
from app.domain.plan.sections import AnswerValue

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


class GivenAnswerUnfit(IrplanError):
    """An answer that is given names no question or does not fit it."""

    code: ClassVar[str] = "answers.given-unfit"


def given_answers(given: Mapping[str, str], template: PlanTemplate) -> dict[str, AnswerValue]:
    """The answers in `given`, by question id; items of a list are parted by commas.

    Raises:
        GivenAnswerUnfit: With the question and what is expected.
    """
    return {name: _answer(name, words, template) for name, words in given.items()}


def _answer(name: str, words: str, template: PlanTemplate) -> AnswerValue:
    question = template.questions.get(name)
    if question is None:
        raise GivenAnswerUnfit(f"{name!r} is no question of the template {template.id}.")
    raw: object = words
    if question.kind in {AnswerKind.CHOICES, AnswerKind.LIST}:
        raw = [item.strip() for item in words.split(",")]
    elif question.kind is AnswerKind.YES_NO:
        raw = _FLAGS.get(words.casefold(), words)
    elif question.kind is AnswerKind.NUMBER and words.isdecimal():
        raw = int(words)
    try:
        return fit(question, raw)
    except AnswerDoesNotFit as error:
        raise GivenAnswerUnfit(f"{name}={words} does not fit: {error}.") from error
