import pytest
from hypothesis import given

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.stated_spans import Bound, StatedSpan, stated_spans
from tests.builders import QUICK, TEXTS

HOURS, DAYS, MONTHS = TimeUnit.HOURS, TimeUnit.DAYS, TimeUnit.MONTHS
MINUTES, WORKING = TimeUnit.MINUTES, TimeUnit.WORKING_DAYS


@pytest.mark.parametrize(
    ("text", "amount", "unit", "bound"),
    [
        ("within 4 hours", 4, HOURS, Bound.WITHIN),
        ("within four hours of it", 4, HOURS, Bound.WITHIN),
        ("Within\u00a04\u202fhours", 4, HOURS, Bound.WITHIN),
        ("no later than 10 working days after", 10, WORKING, Bound.WITHIN),
        ("10 business days at the latest", 10, WORKING, Bound.WITHIN),
        ("a maximum of 4 hours", 4, HOURS, Bound.WITHIN),
        ("within at most forty-five minutes", 45, MINUTES, Bound.WITHIN),
        ("in the next 2 h", 2, HOURS, Bound.WITHIN),
        ("within an hour", 1, HOURS, Bound.WITHIN),
        ("within half an hour", 30, MINUTES, Bound.WITHIN),
        ("the 72-hour deadline", 72, HOURS, Bound.WITHIN),
        ("a 15-minute response", 15, MINUTES, Bound.WITHIN),
        ("every two weeks", 14, DAYS, Bound.EVERY),
        ("every quarter", 3, MONTHS, Bound.EVERY),
        ("each month", 1, MONTHS, Bound.EVERY),
        ("once a year", 12, MONTHS, Bound.EVERY),
        ("quarterly", 3, MONTHS, Bound.EVERY),
        ("at intervals of no more than 12 months", 12, MONTHS, Bound.EVERY),
        ("no more than 3 months shall pass between two", 3, MONTHS, Bound.EVERY),
        ("kept for at least 12 months", 12, MONTHS, Bound.FOR),
        ("watched for 30 calendar days", 30, DAYS, Bound.FOR),
        ("4h", 4, HOURS, Bound.UNCLEAR),
        ("a 24-hour line", 24, HOURS, Bound.UNCLEAR),
        ("half an hour", 30, MINUTES, Bound.UNCLEAR),
        ("a fortnight is 2 fortnights less one", 28, DAYS, Bound.UNCLEAR),
    ],
)
def test_a_span_is_read_with_what_it_bounds(text, amount, unit, bound):
    [found] = stated_spans(text)

    assert (found.least, found.most) == (Duration(amount, unit), Duration(amount, unit))
    assert found.bound is bound


@pytest.mark.parametrize(
    "text",
    [
        "",
        "reachable 24/7",
        "open 24 hours a day, 7 days a week",
        "version 2.4 days",
        "1.5 hours",
        "1,000 hours",
        "on 4 May 2026 at 08:00",
        "SP 800-61 days",
        "a backup 12 months old",
        "twice a month",
        "every other month",
        "a day later",
        "an hour",
        "0 hours",
        "half a day",
        "within working hours",
        "within the first hour",
        "4\u0127ours",
        "\u0664 hours",
        "S1 hours",
        "8 to 4 hours",
    ],
)
def test_anything_else_is_no_span(text):
    assert stated_spans(text) == ()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("within 4 to 8 hours", 4, 8),
        ("2-4 hours", 2, 4),
        ("2 \u2013 4 hours", 2, 4),
        ("two or three hours", 2, 3),
    ],
)
def test_a_range_is_taken_as_stated(text, least, most):
    [found] = stated_spans(text)

    assert (found.least, found.most) == (Duration(least, HOURS), Duration(most, HOURS))


def test_spans_come_in_order_with_their_places():
    text = "Quarterly, then within 4 hours and every 2 days."

    places = [text[span.start : span.end] for span in stated_spans(text)]

    assert places == ["Quarterly", "4 hours", "2 days"]


@pytest.mark.parametrize(
    ("hours", "contradicts"), [(3, True), (4, False), (6, False), (8, False), (9, True)]
)
def test_a_time_contradicts_what_lies_outside_of_it(hours, contradicts):
    [found] = stated_spans("within 4 to 8 hours")

    assert found.contradicts(Duration(hours, HOURS)) is contradicts


@QUICK
@given(TEXTS)
def test_no_text_makes_reading_fail(text):
    assert all(isinstance(span, StatedSpan) for span in stated_spans(text))
    assert stated_spans(f"{text} within 4 hours")
