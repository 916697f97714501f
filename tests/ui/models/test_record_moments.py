"""Days with a time on them as people write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.errors import IrplanError
from app.domain.plan.profile import Profile
from ui.models.record_moments import moment_typed, typed_moment, zone_of

BERLIN = "Europe/Berlin"
MOMENT = datetime(2026, 11, 20, 15, 40, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["UTC", BERLIN, "America/New_York", "Asia/Kathmandu"])
def test_what_is_shown_can_be_typed_again(zone):
    assert moment_typed(typed_moment(MOMENT, zone), zone) == MOMENT


def test_a_moment_is_shown_on_the_clocks_of_the_organisation():
    assert typed_moment(MOMENT, BERLIN) == "2026-11-20 16:40 +01:00"
    assert typed_moment(MOMENT, "America/New_York") == "2026-11-20 10:40 -05:00"
    assert typed_moment(None, BERLIN) == ""


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20 16:40",
        " 2026-11-20T16:40 ",
        "20 November 2026, 16:40",
        "20 Nov 2026 16.40",
        "2026-11-20 15:40 Z",
        "2026-11-20 21:10 +05:30",
    ],
)
def test_a_day_and_a_time_are_a_moment(text):
    assert moment_typed(text, BERLIN) == MOMENT


@pytest.mark.parametrize("text", ["", "2026-11-20", "16:40", "yesterday", "\u202e2026"])
def test_without_a_day_or_a_time_there_is_no_moment(text):
    assert moment_typed(text, BERLIN) is None


@pytest.mark.parametrize(
    "text", ["2026-02-30 16:40", "2026-11-20 24:40", "0001-01-01 00:00", "2026-03-29 02:30"]
)
def test_what_no_clock_showed_is_refused_with_the_reason(text):
    with pytest.raises(IrplanError):
        moment_typed(text, BERLIN)


def test_either_end_of_the_calendar_can_be_shown():
    far = timezone(timedelta(hours=-14))

    assert typed_moment(datetime.max.replace(tzinfo=far), BERLIN).startswith("9999-12-31 23:59")
    assert typed_moment(datetime.min.replace(tzinfo=UTC), "America/New_York").startswith("0001")


@pytest.mark.parametrize(
    ("stated", "zone"), [(" Europe/Berlin ", BERLIN), ("", "UTC"), ("Mars/Olympus", "UTC")]
)
def test_an_unknown_zone_is_read_as_utc(stated, zone):
    assert zone_of(Profile(time_zone=stated)) == zone
