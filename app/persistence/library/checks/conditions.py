"""Conditions look at questions that exist, and at answers those can have."""

from collections.abc import Mapping

from app.domain.interview.conditions import Equals, Includes, SimpleCondition, simple_conditions
from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, Question, fit
from app.domain.plan.variables import PROFILE_PREFIX
from app.persistence.library.checks.questions import PROFILE_FIELDS
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems


def check_conditions(parts: TemplateParts, problems: Problems) -> None:
    """Note each question and value that no answer can ever have."""
    questions = {str(placed.item.id): placed.item for placed in parts.questions()}
    for placed in parts.conditions():
        for simple in simple_conditions(placed.item):
            sentence = _mistake(simple, questions)
            if sentence:
                problems.note(placed.file, placed.place, sentence)


def is_question(name: str, questions: Mapping[str, Question]) -> bool:
    """Whether `name` can have an answer: a question, or a field of the profile."""
    field = name.removeprefix(PROFILE_PREFIX)
    return name in questions or (name.startswith(PROFILE_PREFIX) and field in PROFILE_FIELDS)


def _mistake(simple: SimpleCondition, questions: Mapping[str, Question]) -> str:
    if not is_question(simple.question, questions):
        return f"there is no question '{simple.question}'"
    question = questions.get(simple.question)
    match simple:
        case Equals(_, value) if question is not None:
            return _never_equals(question, value)
        case Includes(_, value) if question is not None:
            return _never_includes(question, value)
        case _:
            return ""


def _never_equals(question: Question, value: str | bool | int) -> str:
    try:
        fitted = fit(question, value)
    except AnswerDoesNotFit as error:
        return f"{question.id} never equals {value!r}: {error}"
    return "" if fitted == value else f"{question.id} never equals {value!r}"


def _never_includes(question: Question, value: str) -> str:
    if question.kind is AnswerKind.LIST:
        return ""
    if question.kind is not AnswerKind.CHOICES:
        return f"{question.id} is no list; use equals"
    offered = [option.value for option in question.options]
    return "" if value in offered else f"'{value}' is none of {', '.join(offered)}"
