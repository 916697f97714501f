from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from app.domain.judgement.reachability.hours import (
    ALWAYS,
    OFFICE,
    UNKNOWN,
    Hours,
    Window,
    hours_of,
    working_hours,
)
from tests.builders import QUICK, TEXTS

WEEK = range(5)


def hours(days, begins, ends):
    return Hours((Window(frozenset(days), begins, ends),))


def at(day, clock):
    """A moment in the week that begins on Monday, 23 November 2026."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, 23 + day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "24 x 7.",
        "At all times",
        "Reachable at all times",
        "around the clock",
        "Working hours; reachable at other times",
    ],
)
def test_words_for_always_are_read(text):
    assert hours_of(text) == ALWAYS


@pytest.mark.parametrize(
    "text", ["Office hours", "working hours", "During business hours", "only in office hours"]
)
def test_working_hours_are_those_of_the_organisation(text):
    own = hours(WEEK, 420, 900)

    assert hours_of(text) == OFFICE
    assert hours_of(text, own) == own


@pytest.mark.parametrize(
    ("text", "days", "begins", "ends"),
    [
        ("Mon-Fri 08:00-18:00", WEEK, 480, 1080),
        ("Monday to Friday, 8:00 \u2013 18.30", WEEK, 480, 1110),
        ("Weekdays from 08:00 to 17:00", WEEK, 480, 1020),
        ("daily 06:00-24:00", range(7), 360, 1440),
        ("Sat\u2013Mon 9 a.m. to 5:30pm", (5, 6, 0), 540, 1050),
        ("Wednesdays 12 am to 12 p.m.", (2,), 0, 720),
        ("at weekends from 22:00 until 06:00", (5, 6), 1320, 360),
    ],
)
def test_days_and_times_are_read(text, days, begins, ends):
    assert hours_of(text) == hours(days, begins, ends)


def test_several_windows_are_read():
    found = hours_of("Mon-Thu 08:00-17:00, Fri 08:00-14:00 and Sat 09:00-12:00")

    assert found.windows is not None
    assert [sorted(window.days) for window in found.windows] == [[0, 1, 2, 3], [4], [5]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On call in odd weeks",
        "Working hours, and on call by rota",
        "Working hours; called by the provider at other times",
        "Mon-Fri 08:00-18:00 except in August",
        "Mon-Fri 08:00-18:00, otherwise by pager",
        "weekdays 8-18",
        "not 24/7",
        "Mon-Fri 25:00-26:00",
        "Mon-Fri 08:00-13 pm",
        "Nights and weekends",
        "Reachable at all times through the pager",
    ],
)
def test_of_other_words_nothing_is_known_and_who_may_be_there_counts(text):
    found = hours_of(text)

    assert found == UNKNOWN
    assert not found.known
    assert found.cover(at(6, "03:00"))


@pytest.mark.parametrize(
    ("day", "clock", "there"),
    [
        (0, "07:59", False),
        (0, "08:00", True),
        (4, "17:59", True),
        (4, "18:00", False),
        (5, "12:00", False),
    ],
)
def test_a_window_holds_from_its_first_minute_until_before_its_last(day, clock, there):
    assert hours_of("Mon-Fri 08:00-18:00").cover(at(day, clock)) is there


@pytest.mark.parametrize(
    ("day", "clock", "there"),
    [
        (4, "21:59", False),
        (4, "22:00", True),
        (5, "05:59", True),
        (5, "06:00", False),
        (0, "03:00", False),
    ],
)
def test_a_window_may_last_into_the_next_day(day, clock, there):
    assert hours_of("Fri 22:00-06:00").cover(at(day, clock)) is there


def test_a_night_that_begins_on_sunday_ends_on_monday():
    assert hours_of("Sun 22:00-06:00").cover(at(0, "05:00"))


def test_the_organisations_hours_are_read_from_the_beginning_of_what_it_says():
    text = "Monday to Friday from 08:00 to 18:00; wards work round the clock"

    assert working_hours(text) == hours(WEEK, 480, 1080)
    assert working_hours("When the sun shines") == OFFICE
    assert working_hours("") == OFFICE


@QUICK
@given(TEXTS)
def test_any_text_is_read_without_harm(text):
    found = hours_of(text)

    moments = (at(0, "00:00") + timedelta(hours=7 * step) for step in range(24))
    assert found.known or all(map(found.cover, moments))
