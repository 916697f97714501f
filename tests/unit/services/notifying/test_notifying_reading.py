import pytest

from app.domain.judgement.deadlines.case import ZoneUnknown
from app.services.notifying.reading import (
    DayUnreadable,
    TimeSkipped,
    TimeTwice,
    TimeUnreadable,
    moment_read,
)

ZONE = "Europe/Berlin"


@pytest.mark.parametrize(
    ("day", "clock", "iso"),
    [
        ("2026-11-20", "16:40", "2026-11-20T16:40:00+01:00"),
        (" 20 November 2026 ", " 6.05 ", "2026-11-20T06:05:00+01:00"),
        ("2026-07-01", "00:00", "2026-07-01T00:00:00+02:00"),
        ("2026-11-20", "16:40 -05:00", "2026-11-20T16:40:00-05:00"),
        ("2026-11-20", "16:40+0530", "2026-11-20T16:40:00+05:30"),
        ("2026-11-20", "15:40 Z", "2026-11-20T15:40:00+00:00"),
        ("2026-11-20", "15:40z", "2026-11-20T15:40:00+00:00"),
    ],
)
def test_a_day_and_a_time_are_a_moment(day, clock, iso):
    assert moment_read(day, clock, ZONE).isoformat() == iso


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-29", "20/11/2026"])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(DayUnreadable, match="write it as 2026-11-20"):
        moment_read(day, "16:40", ZONE)


@pytest.mark.parametrize("day", ["1989-12-31", "2200-01-01", "0001-01-01"])
def test_a_year_out_of_reach_is_refused(day):
    with pytest.raises(DayUnreadable, match="out of reach"):
        moment_read(day, "16:40", ZONE)


@pytest.mark.parametrize("clock", ["", "24:00", "16:60", "4pm", "16", "16:40 +15:00", "١٦:٤٠"])
def test_what_is_no_time_is_refused(clock):
    with pytest.raises(TimeUnreadable, match="write it as 16:40"):
        moment_read("2026-11-20", clock, ZONE)


def test_a_time_that_clocks_went_over_is_refused():
    with pytest.raises(TimeSkipped, match="went forward over 02:30"):
        moment_read("2026-03-29", "02:30", ZONE)


def test_a_time_that_comes_twice_needs_its_offset():
    with pytest.raises(TimeTwice, match=r"02:30 \+02:00 or 02:30 \+01:00"):
        moment_read("2026-10-25", "02:30", ZONE)
    read = moment_read("2026-10-25", "02:30 +01:00", ZONE)
    assert read.isoformat() == "2026-10-25T02:30:00+01:00"


def test_a_negative_offset_is_written_as_one():
    with pytest.raises(TimeTwice, match=r"01:30 -04:00 or 01:30 -05:00"):
        moment_read("2026-11-01", "01:30", "America/New_York")


def test_an_unknown_zone_is_refused():
    with pytest.raises(ZoneUnknown):
        moment_read("2026-11-20", "16:40", "Europe/Atlantis")
