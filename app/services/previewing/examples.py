"""The answers of nobody in particular: the examples that stand beside the questions."""

from app.domain.interview.conditions import holds
from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, Option, Question, fit
from app.domain.interview.template import PlanTemplate
from app.domain.plan.sections import AnswerValue

SHORT = 3
"""Letters; words no longer than this join others."""


def example_answers(template: PlanTemplate) -> dict[str, AnswerValue]:
    """An answer to each question that is asked next to the answers before it.

    What the template proposes comes first, then the question's example, then the first option;
    questions without any of them stay open.
    """
    answers: dict[str, AnswerValue] = {}
    for name, question in template.questions.items():
        if holds(question.when, answers):
            value = template.proposed(name, answers)
            stated = _example(question) if value is None else value
            if stated is not None:
                answers[name] = stated
    return answers


def _example(question: Question) -> AnswerValue | None:
    example = question.example.strip()
    match question.kind:
        case AnswerKind.CHOICE:
            return _nearest(question.options, example)
        case AnswerKind.CHOICES:
            named = (item for item in question.options if _within(item.label, example))
            return tuple(item.value for item in tuple(named) or question.options[:1]) or None
        case AnswerKind.YES_NO:
            return example.partition(",")[0].casefold() != "no"
        case AnswerKind.LIST:
            return (example,) if example else None
        case _:
            return _fitting(question, example) if example else None


def _fitting(question: Question, example: str) -> AnswerValue | None:
    """The example as an answer; None when it only describes one."""
    raw = int(example) if question.kind is AnswerKind.NUMBER and example.isdecimal() else example
    try:
        return fit(question, raw)
    except AnswerDoesNotFit:
        return None


def _nearest(options: tuple[Option, ...], example: str) -> str | None:
    """The option that shares most words with the example, of several the first."""
    words = _words(example)
    best = max(options, key=lambda item: len(words & _words(item.label)), default=None)
    return None if best is None else best.value


def _words(text: str) -> frozenset[str]:
    """The words of `text` that carry meaning, which short ones seldom do."""
    return frozenset(word for word in text.casefold().split() if len(word) > SHORT)


def _within(label: str, example: str) -> bool:
    return label.casefold() in example.casefold()
