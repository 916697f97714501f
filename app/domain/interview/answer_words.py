"""An answer in the words of its question."""

from app.domain.interview.questions import AnswerKind, Question, label_of
from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import value_text

_CHOSEN = frozenset({AnswerKind.CHOICE, AnswerKind.CHOICES})


def answer_words(question: Question, value: AnswerValue) -> AnswerValue:
    """`value` with what was chosen said as its options say it; everything else as it is."""
    if question.kind not in _CHOSEN:
        return value
    if isinstance(value, tuple):
        return tuple(label_of(question, item) for item in value)
    return label_of(question, str(value))


def answer_text(question: Question, value: AnswerValue) -> str:
    """`value` in one line; the items of a list parted by semicolons, since they hold commas."""
    said = answer_words(question, value)
    return "; ".join(said) if isinstance(said, tuple) else value_text(said)
