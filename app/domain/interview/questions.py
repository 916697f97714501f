"""Questions a plan is guided by, and whether an answer fits one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.interview.conditions import Condition
from app.domain.plan.durations import Duration, parse_duration
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import AnswerValue


class AnswerKind(Enum):
    """The shape of an answer."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes-no"
    NUMBER = "number"
    DURATION = "duration"
    DATE = "date"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, as stored and as shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words; ids that start with `profile.` fill the profile's fields.

    `topic` is the interview screen it is asked on, blank when only its section asks it.
    `default` is an answer to offer, which nobody has stated.
    """

    id: RecordId
    section: str
    text: str
    kind: AnswerKind
    topic: str = ""
    why: str = ""
    example: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    when: Condition | None = None
    default: AnswerValue | None = None


class AnswerDoesNotFit(ValueError):
    """An answer of the wrong shape; the message says what is expected."""


def fit(question: Question, raw: object) -> AnswerValue:
    """`raw` (from a form or file) as this question's answer.

    Raises:
        AnswerDoesNotFit: with what is expected instead.
    """
    match question.kind:
        case AnswerKind.CHOICE:
            return _choice(question, raw)
        case AnswerKind.CHOICES:
            return tuple(_choice(question, item) for item in _items(raw))
        case _:
            return _READERS[question.kind](raw)


def label_of(question: Question, value: str) -> str:
    """The shown words of a chosen value; the value itself when it is no option."""
    for option in question.options:
        if option.value == value:
            return option.label
    return value


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise AnswerDoesNotFit("expected text in quotes")
    return raw


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise AnswerDoesNotFit("expected true or false")
    return raw


def _number(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise AnswerDoesNotFit("expected a whole number, 0 or more")
    return raw


def _duration(raw: object) -> Duration:
    span = parse_duration(raw) if isinstance(raw, str) else raw
    if not isinstance(span, Duration):
        raise AnswerDoesNotFit('expected a span of time such as "30 minutes" or "4 hours"')
    if span.amount == 0:  # prose says "within" it, and "within at once" is not English
        raise AnswerDoesNotFit("expected a span longer than nothing")
    return span


def _date(raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(_text(raw))
    except ValueError as error:
        raise AnswerDoesNotFit("expected a date such as 2026-11-30") from error


def _choice(question: Question, raw: object) -> str:
    allowed = tuple(option.value for option in question.options)
    if raw not in allowed:
        raise AnswerDoesNotFit(f"expected one of {', '.join(allowed)}")
    return str(raw)


def _items(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple) or not all(isinstance(item, str) for item in raw):
        raise AnswerDoesNotFit('expected a list of texts such as ["first", "second"]')
    return tuple(raw)


_READERS: dict[AnswerKind, Callable[[object], AnswerValue]] = {
    AnswerKind.TEXT: _text,
    AnswerKind.LONG_TEXT: _text,
    AnswerKind.YES_NO: _flag,
    AnswerKind.NUMBER: _number,
    AnswerKind.DURATION: _duration,
    AnswerKind.DATE: _date,
    AnswerKind.LIST: _items,
}
