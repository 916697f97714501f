from datetime import UTC, date, datetime, time

import pytest

from app.domain.judgement.deadlines.case import ZoneUnknown
from app.domain.judgement.reachability.moment import WeekTimeUnreadable, moment_of, moment_on

SUNDAY = date(2026, 11, 22)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize("text", ["Mon 03:00", " monday 3:00 ", "MO. 03.00", "Mon, 03:00"])
def test_a_weekday_and_an_hour_are_the_next_of_their_kind(text):
    moment = moment_of(text, BERLIN, SUNDAY)

    assert moment.isoformat() == "2026-11-23T03:00:00+01:00"


def test_today_is_the_next_of_its_weekday():
    assert moment_on(6, time(1), "UTC", SUNDAY) == datetime(2026, 11, 22, 1, tzinfo=UTC)


def test_the_clock_is_on_summer_time_in_summer():
    assert moment_of("Mon 03:00", BERLIN, date(2026, 7, 1)).isoformat().endswith("+02:00")


def test_a_date_and_time_keep_their_offset_or_are_by_the_clock_of_the_zone():
    assert moment_of("2026-11-23T03:00-05:00", BERLIN, SUNDAY).isoformat().endswith("-05:00")
    assert moment_of("2026-11-23 03:00", BERLIN, SUNDAY).isoformat().endswith("+01:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mon",
        "03:00",
        "m 03:00",
        "t 03:00",
        "moo 03:00",
        "Mon 24:00",
        "Mon 12:60",
        "2026-13-01T00:00",
        "0001-01-01T00:00+01:00",
        "9999-12-31T23:59-01:00",
        "Mon 03:00\x00",
    ],
)
def test_anything_else_is_refused_in_a_sentence(text):
    with pytest.raises(WeekTimeUnreadable, match="Mon 03:00"):
        moment_of(text, BERLIN, SUNDAY)


def test_an_unknown_zone_is_refused():
    with pytest.raises(ZoneUnknown):
        moment_of("Mon 03:00", "Europe/Atlantis", SUNDAY)
