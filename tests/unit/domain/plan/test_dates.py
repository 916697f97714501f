from datetime import date

import pytest
from hypothesis import given

from app.domain.plan.dates import date_text
from tests.builders import DATES, QUICK

NAMES = "January February March April May June July August September October November December"


@pytest.mark.parametrize(("month", "name"), list(enumerate(NAMES.split(), start=1)))
def test_a_date_is_written_with_the_english_month_in_words(month, name):
    assert date_text(date(2026, month, 9)) == f"9 {name} 2026"


@QUICK
@given(DATES, DATES)
def test_two_dates_read_alike_only_when_they_are_the_same(one, other):
    assert (date_text(one) == date_text(other)) == (one == other)
