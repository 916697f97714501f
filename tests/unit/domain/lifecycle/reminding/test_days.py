from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.lifecycle.reminding.days import LONGEST_BREAK, days_after, working_day
from tests.builders import DATES, QUICK

FRIDAY = date(2026, 11, 20)
SATURDAY, SUNDAY, MONDAY = (FRIDAY + timedelta(days=days) for days in (1, 2, 3))


def weekend(day):
    return day.weekday() >= 5


@QUICK
@given(DATES, st.integers(-(10**12), 10**12))
def test_days_are_counted_and_stop_at_the_ends_of_the_calendar(day, count):
    reached = days_after(day, count)

    if reached not in (date.min, date.max):
        assert (reached - day).days == count


def test_the_ends_are_reached_from_both_sides():
    assert days_after(date.max, 1) == date.max
    assert days_after(date.min, -1) == date.min


@pytest.mark.parametrize(
    ("day", "later", "earlier"),
    [(FRIDAY, FRIDAY, FRIDAY), (SATURDAY, MONDAY, FRIDAY), (SUNDAY, MONDAY, FRIDAY)],
)
def test_a_day_off_moves_to_the_nearest_working_day_on_one_side(day, later, earlier):
    assert working_day(day, weekend) == later
    assert working_day(day, weekend, earlier=True) == earlier


def test_where_nobody_ever_works_the_day_stays():
    assert working_day(MONDAY, lambda day: True) == MONDAY
    assert working_day(date.max, lambda day: True) == date.max
    assert working_day(date.min, lambda day: True, earlier=True) == date.min


def test_a_long_break_is_looked_across_to_its_end():
    back = MONDAY + timedelta(days=LONGEST_BREAK - 1)

    assert working_day(MONDAY, lambda day: day < back) == back
    assert working_day(MONDAY, lambda day: day <= back) == MONDAY


@QUICK
@given(DATES, st.booleans())
def test_the_day_found_is_a_working_day_unless_the_calendar_ends(day, earlier):
    found = working_day(day, weekend, earlier=earlier)

    assert not weekend(found) or found == day in {date.min, date.max, date.min + timedelta(1)}
