import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.durations import Duration, TimeUnit, parse_duration
from tests.builders import DURATIONS, QUICK


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("4 hours", Duration(4, TimeUnit.HOURS)),
        (" 30 MIN ", Duration(30, TimeUnit.MINUTES)),
        ("1 minute", Duration(1, TimeUnit.MINUTES)),
        ("90min", Duration(90, TimeUnit.MINUTES)),
        ("2 h", Duration(2, TimeUnit.HOURS)),
        ("7d", Duration(7, TimeUnit.DAYS)),
        ("3 working days", Duration(3, TimeUnit.WORKING_DAYS)),
        ("3 business-days", Duration(3, TimeUnit.WORKING_DAYS)),
        ("12 months", Duration(12, TimeUnit.MONTHS)),
        ("At once", Duration(0, TimeUnit.MINUTES)),
        ("immediately", Duration(0, TimeUnit.MINUTES)),
        ("0", Duration(0, TimeUnit.MINUTES)),
    ],
)
def test_people_write_a_span_in_many_ways(text, span):
    assert parse_duration(text) == span


@pytest.mark.parametrize(
    "text",
    ["", "soon", "4", "four hours", "-4 hours", "1.5 hours", "4 hours later", "123456 h", "4 m"],
)
def test_anything_else_is_no_span(text):
    assert parse_duration(text) is None


@pytest.mark.parametrize("text", ["5 m\u0131n", "5 bu\u017fine\u017f\u017f days", "5 m\u0130n"])
def test_letters_that_only_resemble_a_unit_are_no_span(text):
    assert parse_duration(text) is None


@QUICK
@given(st.text(max_size=20))
def test_no_text_at_all_makes_reading_fail(text):
    span = parse_duration(text)

    assert span is None or span.amount >= 0


@QUICK
@given(DURATIONS)
def test_a_span_is_read_back_as_it_is_written(span):
    read = parse_duration(str(span))

    assert read == (span if span.amount else Duration(0, TimeUnit.MINUTES))


@pytest.mark.parametrize(
    ("span", "text", "minutes"),
    [
        (Duration(1, TimeUnit.HOURS), "1 hour", 60),
        (Duration(2, TimeUnit.HOURS), "2 hours", 120),
        (Duration(1, TimeUnit.WORKING_DAYS), "1 working day", 1440),
        (Duration(2, TimeUnit.MONTHS), "2 months", 86_400),
        (Duration(0, TimeUnit.DAYS), "at once", 0),
        (Duration(15, TimeUnit.MINUTES), "15 minutes", 15),
        (Duration(3, TimeUnit.DAYS), "3 days", 4320),
    ],
)
def test_a_span_has_words_and_minutes(span, text, minutes):
    assert (str(span), span.minutes) == (text, minutes)
