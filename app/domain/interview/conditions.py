"""Conditions over answers: when a question is asked, a text is used, a record is proposed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from app.domain.plan.sections import AnswerValue

Answers = Mapping[str, AnswerValue]
"""Answers by question id; an open question is absent."""


@dataclass(frozen=True, slots=True)
class Answered:
    """True once the question has an answer that says something."""

    question: str


@dataclass(frozen=True, slots=True)
class Equals:
    """True when the answer is exactly `value`."""

    question: str
    value: str | bool | int


@dataclass(frozen=True, slots=True)
class Includes:
    """True when the answer, a list, holds `value`."""

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """True when `condition` is not."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every one is; an empty one is true."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one is; an empty one is false."""

    conditions: tuple["Condition", ...]


SimpleCondition = Answered | Equals | Includes
Condition = SimpleCondition | Not | AllOf | AnyOf


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether `condition` is true of `answers`; None always is."""
    match condition:
        case None:
            return True
        case Answered(question):
            return says_something(answers.get(question))
        case Equals(question, value):
            return question in answers and answers[question] == value
        case Includes(question, value):
            answer = answers.get(question)
            return isinstance(answer, tuple) and value in answer
        case Not(inner):
            return not holds(inner, answers)
        case AllOf(conditions):
            return all(holds(each, answers) for each in conditions)
        case AnyOf(conditions):
            return any(holds(each, answers) for each in conditions)
        case _:
            assert_never(condition)


def says_something(answer: AnswerValue | None) -> bool:
    """Whether an answer is more than blank; False and 0 are answers."""
    if isinstance(answer, str):
        return bool(answer.strip())
    if isinstance(answer, tuple):
        return any(item.strip() for item in answer)
    return answer is not None


def questions_in(condition: Condition | None) -> frozenset[str]:
    """The ids of the questions `condition` looks at."""
    if condition is None:
        return frozenset()
    return frozenset(simple.question for simple in simple_conditions(condition))


def simple_conditions(condition: Condition) -> Iterator[SimpleCondition]:
    """Every condition within `condition` that looks at one question."""
    match condition:
        case Answered() | Equals() | Includes():
            yield condition
        case Not(inner):
            yield from simple_conditions(inner)
        case AllOf(inner) | AnyOf(inner):
            for each in inner:
                yield from simple_conditions(each)
        case _:
            assert_never(condition)
