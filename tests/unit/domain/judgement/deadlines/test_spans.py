from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.deadlines.spans import at_local, end_of, free_after, last_day
from app.domain.plan.durations import Duration, TimeUnit
from tests.unit.domain.judgement.deadlines.clocks import place, span, utc

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Cairo", "Pacific/Apia")
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SPANS = st.builds(Duration, st.integers(0, 400), st.sampled_from(TimeUnit))


def test_hours_run_through_the_end_of_summer_time():
    # Berlin turns back from 03:00 to 02:00 on 25 October 2026: 16:40 on the 24th is 14:40 UTC,
    # 24 hours on it is 14:40 UTC again, which the wall by then shows as 15:40.
    start = utc("2026-10-24 14:40")

    assert end_of(span("24 hours"), start, place()) == utc("2026-10-25 14:40")


def test_minutes_run_too():
    assert end_of(span("15 minutes"), utc("2026-10-24 23:50"), place()) == utc("2026-10-25 00:05")


def test_days_end_with_the_last_local_day():
    # 23:30 UTC on the 20th is already the 21st in Berlin: 3 days later is the 24th, which ends
    # at 23:59 there, 22:59 UTC.
    assert end_of(span("3 days"), utc("2026-11-20 23:30"), place()) == utc("2026-11-24 22:59")


def test_a_day_across_the_start_of_summer_time_ends_at_the_wall_time():
    # Berlin leaps on 29 March 2026; the 29th ends at 23:59 summer time, 21:59 UTC.
    assert end_of(span("1 day"), utc("2026-03-28 12:00"), place()) == utc("2026-03-29 21:59")


def test_the_recipient_may_close_earlier():
    start = utc("2026-11-20 12:00")

    ends = end_of(span("1 day"), start, place(), day_ends=time(17, 30))

    assert ends == utc("2026-11-21 16:30")


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2026-11-20", 1, date(2026, 12, 20)),
        ("2026-12-15", 1, date(2027, 1, 15)),
        ("2026-01-31", 1, date(2026, 2, 28)),
        ("2028-01-31", 1, date(2028, 2, 29)),
        ("2028-02-29", 12, date(2029, 2, 28)),
        ("2026-08-31", 1, date(2026, 9, 30)),
        ("2026-10-31", 3, date(2027, 1, 31)),
        ("2026-01-31", 99_999, date(9998, 4, 30)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(start, months, last):
    ended = last_day(Duration(months, TimeUnit.MONTHS), utc(f"{start} 12:00"), place())

    assert ended == last


def test_working_days_skip_weekends_and_holidays():
    # Wednesday 23 December 2026: Thursday is 1, Christmas Friday and the weekend do not count,
    # Monday is 2, Tuesday 29 December is 3.
    start = utc("2026-12-23 12:00")

    assert last_day(span("3 working days"), start, place()) == date(2026, 12, 29)


@pytest.mark.parametrize("unit", TimeUnit)
def test_at_once_is_the_moment_itself(unit):
    start = utc("2026-11-21 03:00")

    assert end_of(Duration(0, unit), start, place()) == start
    assert free_after(Duration(0, unit), start, place()) == start


@pytest.mark.parametrize("unit", TimeUnit)
def test_no_span_runs_over_the_end_of_the_calendar(unit):
    endless = Duration(10**12, unit)

    assert end_of(endless, utc("2199-12-31 23:00"), place()).year < 9999
    assert free_after(endless, utc("2199-12-31 23:00"), place()).year < 9999


def test_an_embargo_of_days_ends_when_the_last_day_has_passed():
    # Friday 20 November: 7 working days are the 23rd to the 27th, the 30th and 1 December.
    start = utc("2026-11-20 12:00")

    freed = free_after(span("7 working days"), start, place())

    assert freed == at_local(date(2026, 12, 2), time(0), ZoneInfo("Europe/Berlin"))


def test_an_embargo_of_hours_ends_to_the_minute():
    start = utc("2026-11-20 12:00")

    assert free_after(span("24 hours"), start, place()) == utc("2026-11-21 12:00")


def test_of_a_time_that_comes_twice_the_first_is_taken():
    twice = at_local(date(2026, 10, 25), time(2, 30), ZoneInfo("Europe/Berlin"))

    assert twice == utc("2026-10-25 00:30")


@given(start=MOMENTS, later=st.integers(0, 10_000_000), wanted=SPANS, zone=st.sampled_from(ZONES))
def test_a_later_start_never_ends_earlier(start, later, wanted, zone):
    where = place(zone)

    first = end_of(wanted, start, where)
    second = end_of(wanted, start + timedelta(seconds=later), where)

    assert second >= first


@given(start=MOMENTS, wanted=SPANS, zone=st.sampled_from(ZONES))
def test_a_span_never_ends_before_it_starts_and_an_embargo_not_before_the_limit(
    start, wanted, zone
):
    where = place(zone)

    assert end_of(wanted, start, where) >= start
    assert free_after(wanted, start, where) >= end_of(wanted, start, where)


@given(start=MOMENTS, count=st.integers(1, 60), zone=st.sampled_from(ZONES))
def test_working_days_never_end_on_a_day_off(start, count, zone):
    where = place(zone)

    ends = end_of(Duration(count, TimeUnit.WORKING_DAYS), start, where)

    assert where.working_days.include(ends.astimezone(where.zone).date())


@given(start=MOMENTS, hours=st.integers(1, 400), zone=st.sampled_from(ZONES))
def test_hours_are_as_long_everywhere(start, hours, zone):
    ends = end_of(Duration(hours, TimeUnit.HOURS), start, place(zone))

    assert ends - start == timedelta(hours=hours)
