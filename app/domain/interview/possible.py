"""Whether any answers make a condition true, so that alternatives can be held apart."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Final

from app.domain.interview.conditions import (
    Condition,
    Equals,
    Includes,
    SimpleCondition,
    holds,
    questions_in,
    simple_conditions,
)
from app.domain.interview.questions import AnswerKind, Question
from app.domain.plan.sections import AnswerValue

_OTHER: Final = "an answer that no condition names"


def possible(condition: Condition | None, questions: Mapping[str, Question]) -> bool:
    """Whether some answers make `condition` true; None always is.

    Of a choice among `questions` every option is tried; of anything else the values that the
    condition names, all their combinations where it is a list, and one value more.
    """
    if condition is None:
        return True
    asked = sorted(questions_in(condition))
    simple = tuple(simple_conditions(condition))
    tried = (
        (None, *_answers(questions.get(name), [one for one in simple if one.question == name]))
        for name in asked
    )
    return any(holds(condition, _stated(asked, row)) for row in product(*tried))


def _stated(asked: list[str], row: tuple[AnswerValue | None, ...]) -> dict[str, AnswerValue]:
    pairs = zip(asked, row, strict=True)
    return {name: value for name, value in pairs if value is not None}


def _answers(question: Question | None, simple: list[SimpleCondition]) -> Iterator[AnswerValue]:
    """Answers to one question that the conditions on it can tell apart."""
    kind = None if question is None else question.kind
    if kind is AnswerKind.YES_NO:
        yield from (True, False)
    elif kind is AnswerKind.CHOICE and question is not None:
        yield from (option.value for option in question.options)
    else:
        yield from {one.value for one in simple if isinstance(one, Equals)}
        named = sorted({one.value for one in simple if isinstance(one, Includes)})
        sizes = range(1, len(named) + 1)
        yield from chain.from_iterable(combinations(named, size) for size in sizes)
        yield _OTHER
