from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.interview.questions import AnswerDoesNotFit, AnswerKind, Option, fit, label_of
from app.domain.plan.durations import Duration, TimeUnit
from tests.builders import ANSWER_VALUES, QUICK, question

OPTIONS = (Option("low", "Low"), Option("high", "High risk"))
HOUR = Duration(1, TimeUnit.HOURS)


def asked(kind):
    return question("q", kind, options=OPTIONS)


@pytest.mark.parametrize(
    ("kind", "raw", "answer"),
    [
        (AnswerKind.TEXT, "x", "x"),
        (AnswerKind.LONG_TEXT, "x\ny", "x\ny"),
        (AnswerKind.CHOICE, "low", "low"),
        (AnswerKind.CHOICES, ["high", "low"], ("high", "low")),
        (AnswerKind.CHOICES, [], ()),
        (AnswerKind.YES_NO, False, False),
        (AnswerKind.NUMBER, 0, 0),
        (AnswerKind.DURATION, "1 hour", HOUR),
        (AnswerKind.DURATION, HOUR, HOUR),
        (AnswerKind.DATE, "2026-11-30", date(2026, 11, 30)),
        (AnswerKind.DATE, date(2026, 11, 30), date(2026, 11, 30)),
        (AnswerKind.LIST, ["a", "b"], ("a", "b")),
        (AnswerKind.LIST, ("a",), ("a",)),
    ],
)
def test_an_answer_of_the_right_shape_fits(kind, raw, answer):
    fitted = fit(asked(kind), raw)

    assert fitted == answer
    assert type(fitted) is type(answer)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (AnswerKind.TEXT, 1, "text in quotes"),
        (AnswerKind.LONG_TEXT, None, "text in quotes"),
        (AnswerKind.CHOICE, "medium", "one of low, high"),
        (AnswerKind.CHOICE, ["low"], "one of low, high"),
        (AnswerKind.CHOICES, ["low", "medium"], "one of low, high"),
        (AnswerKind.CHOICES, "low", "a list of texts"),
        (AnswerKind.YES_NO, "yes", "true or false"),
        (AnswerKind.YES_NO, 1, "true or false"),
        (AnswerKind.NUMBER, True, "a whole number, 0 or more"),
        (AnswerKind.NUMBER, -1, "a whole number, 0 or more"),
        (AnswerKind.NUMBER, 1.0, "a whole number, 0 or more"),
        (AnswerKind.DURATION, "soon", "a span of time such as"),
        (AnswerKind.DURATION, 4, "a span of time such as"),
        (AnswerKind.DATE, "30.11.2026", "a date such as 2026-11-30"),
        (AnswerKind.DATE, 20261130, "a date such as 2026-11-30"),
        (AnswerKind.DATE, datetime(2026, 11, 30, tzinfo=UTC), "a date such as 2026-11-30"),
        (AnswerKind.LIST, "a, b", "a list of texts"),
        (AnswerKind.LIST, ["a", 1], "a list of texts"),
    ],
)
def test_an_answer_of_another_shape_is_refused_with_what_is_expected(kind, raw, expected):
    with pytest.raises(AnswerDoesNotFit, match=f"^expected {expected}"):
        fit(asked(kind), raw)


@pytest.mark.parametrize(
    "raw", ["at once", "immediately", "0", "0 hours", Duration(0, TimeUnit.DAYS)]
)
def test_a_span_asked_for_is_longer_than_nothing(raw):
    with pytest.raises(AnswerDoesNotFit, match=r"^expected a span longer than nothing$"):
        fit(asked(AnswerKind.DURATION), raw)


@QUICK
@given(st.sampled_from(AnswerKind), ANSWER_VALUES)
def test_a_fitting_answer_fits_again(kind, raw):
    try:
        once = fit(asked(kind), raw)
    except AnswerDoesNotFit:
        return

    assert fit(asked(kind), once) == once


def test_a_value_is_shown_by_its_label_where_it_has_one():
    assert label_of(asked(AnswerKind.CHOICE), "high") == "High risk"
    assert label_of(asked(AnswerKind.CHOICE), "gone") == "gone"
