from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.dates import date_text, parse_date
from tests.builders import DATES, QUICK

NAMES = "January February March April May June July August September October November December"


@pytest.mark.parametrize(("month", "name"), list(enumerate(NAMES.split(), start=1)))
def test_a_date_is_written_with_the_english_month_in_words(month, name):
    assert date_text(date(2026, month, 9)) == f"9 {name} 2026"


@QUICK
@given(DATES, DATES)
def test_two_dates_read_alike_only_when_they_are_the_same(one, other):
    assert (date_text(one) == date_text(other)) == (one == other)


@pytest.mark.parametrize(
    "text", ["2026-11-30", "30 November 2026", " 30 nov 2026 ", "30 Nov. 2026"]
)
def test_a_day_is_read_in_figures_and_words(text):
    assert parse_date(text) == date(2026, 11, 30)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 November 2026", "30 J 2026", "3 Ju 2026", "30.11.2026"]
)
def test_what_is_no_day_is_none(text):
    assert parse_date(text) is None


@QUICK
@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_in_words_is_read_back(day):
    assert parse_date(date_text(day)) == day
