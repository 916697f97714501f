"""Which records a test of an element is about."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Final, assert_never

from app.domain.interview.conditions import Answers
from app.domain.judgement.context import Context
from app.domain.judgement.elements.element import Is, Lasts, Mentions, RowCondition, Since
from app.domain.judgement.elements.fields import texts, values
from app.domain.plan.durations import MINUTES_PER_UNIT, Duration, TimeUnit
from app.domain.plan.plan import Record
from app.domain.plan.reviewing import months_after

_ODD: Final = frozenset("\u0130\u0131\u017f")
"""To a pattern they are an i or an s; in small letters they are not."""


@cache
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of `words` at a word's start, in any case."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})", re.IGNORECASE)


def speaks_of(words: tuple[str, ...], text: str) -> bool:
    """Whether `pattern_of(words)` finds anything in `text`.

    Most texts hold none of the letters that are sought, and that is seen without the pattern.
    """
    if not text:
        return False
    sought = _lowered(words)
    if sought and (text.isascii() or _ODD.isdisjoint(text)):
        lowered = text.lower()
        if not any(word in lowered for word in sought):
            return False
    return pattern_of(words).search(text) is not None


@cache
def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in small letters; none at all where small letters are no safe guide."""
    return tuple(map(str.lower, words)) if "".join(words).isascii() else ()


def satisfies(context: Context, record: Record, conditions: Iterable[RowCondition]) -> bool:
    """Whether every one of `conditions` is true of `record`."""
    return all(_holds(context, record, condition) for condition in conditions)


def cheapest_first(conditions: Iterable[RowCondition]) -> tuple[RowCondition, ...]:
    """The same conditions, those last that search for words."""
    return tuple(sorted(conditions, key=lambda one: isinstance(one, Mentions)))


def paths_of(conditions: Iterable[RowCondition]) -> tuple[str, ...]:
    """The fields that the conditions look at, in their order."""
    each = ((one.fields if isinstance(one, Mentions) else (one.field,)) for one in conditions)
    return tuple(path for paths in each for path in paths)


def fields_of(conditions: Iterable[RowCondition]) -> frozenset[str]:
    """The fields of the record itself among these, without the parts of lists."""
    return frozenset(path.partition(".")[0] for path in paths_of(conditions))


def questions_asked(conditions: Iterable[RowCondition]) -> Iterator[str]:
    """The questions whose answers decide a condition."""
    for condition in conditions:
        if isinstance(condition, Since) and isinstance(condition.months, str):
            yield condition.months


def _holds(context: Context, record: Record, condition: RowCondition) -> bool:
    match condition:
        case Is(field, wanted):
            return _is_one_of(values(record, field), wanted)
        case Mentions(fields, words):
            return any(speaks_of(words, text) for field in fields for text in texts(record, field))
        case Since(field, months):
            oldest = _oldest(context, months)
            stated = (value for value in values(record, field) if type(value) is date)
            return oldest is not None and any(value >= oldest for value in stated)
        case Lasts(field, bounds):
            return any(bounds.hold(value) for value in values(record, field))
        case _:
            assert_never(condition)


def _is_one_of(stated: tuple[object, ...], wanted: tuple[str | bool | int | Enum, ...]) -> bool:
    for value in stated:
        if value in wanted and any(type(value) is type(one) and value == one for one in wanted):
            return True
    return False


def _oldest(context: Context, months: int | str) -> date | None:
    """The earliest day that still counts; None while the answer that decides it is open."""
    count = months if isinstance(months, int) else _months(context.answers, months)
    return None if count is None else months_after(context.today, -count)


def _months(answers: Answers, question: str) -> int | None:
    match answers.get(question):
        case bool():
            return None
        case int(count):
            return count
        case Duration() as span:
            return _in_months(span)
        case _:
            return None


def _in_months(span: Duration) -> int:
    """Whole months, rounded up."""
    return -(-span.minutes // MINUTES_PER_UNIT[TimeUnit.MONTHS])
