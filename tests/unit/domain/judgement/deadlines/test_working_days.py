from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.deadlines.working_days import WorkingDays
from tests.unit.domain.judgement.deadlines.clocks import CHRISTMAS, FakeCalendar

GERMANY = WorkingDays(FakeCalendar(), "DE")
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
COUNTRIES = st.sampled_from(("DE", "XX", "unknown"))


def test_weekends_and_holidays_are_left_out():
    thursday = date(2026, 12, 24)

    assert GERMANY.include(thursday)
    assert not GERMANY.include(CHRISTMAS)
    assert not GERMANY.include(date(2026, 12, 26))
    assert GERMANY.after(thursday, 1) == date(2026, 12, 28)


def test_the_day_itself_is_not_counted():
    monday = date(2026, 11, 16)

    assert GERMANY.after(monday, 0) == monday
    assert GERMANY.after(monday, 4) == date(2026, 11, 20)
    assert GERMANY.after(monday, 5) == date(2026, 11, 23)


def test_weekends_are_those_of_the_jurisdiction():
    thursday = date(2026, 11, 19)

    assert WorkingDays(FakeCalendar(), "XX").after(thursday, 1) == date(2026, 11, 22)
    assert GERMANY.after(thursday, 1) == date(2026, 11, 20)


def test_an_unknown_jurisdiction_has_weekends_only():
    unknown = WorkingDays(FakeCalendar(), "unknown")

    assert unknown.include(CHRISTMAS)
    assert not unknown.include(date(2026, 12, 26))
    assert (unknown.holidays_known, GERMANY.holidays_known) == (False, True)


@given(day=DAYS, count=st.integers(1, 40), country=COUNTRIES)
def test_counting_never_ends_on_a_day_off(day, count, country):
    days = WorkingDays(FakeCalendar(), country)

    last = days.after(day, count)

    assert days.include(last)
    assert last > day


@given(day=DAYS, count=st.integers(1, 40), country=COUNTRIES)
def test_as_many_working_days_lie_between_as_were_counted(day, count, country):
    days = WorkingDays(FakeCalendar(), country)

    last = days.after(day, count)

    between = (date.fromordinal(at) for at in range(day.toordinal() + 1, last.toordinal() + 1))
    assert sum(map(days.include, between)) == count
