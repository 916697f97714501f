from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.judgement.deadlines.moments import (
    MomentNaive,
    Moments,
    MomentUnreadable,
    moment_from,
)
from app.domain.judgement.regimes import ClockStart
from tests.unit.domain.judgement.deadlines.clocks import utc

BERLIN = timezone(timedelta(hours=1))


def test_moments_are_given_back_in_utc():
    moments = Moments(
        {ClockStart.AWARENESS: datetime(2026, 11, 20, 16, 40, tzinfo=BERLIN)},
        {("law", "first"): datetime(2026, 11, 21, 1, 0, tzinfo=BERLIN)},
    )

    awareness = moments.of(ClockStart.AWARENESS)
    assert awareness == utc("2026-11-20 15:40")
    assert awareness.tzinfo is UTC
    submission = moments.submission("law", "first")
    assert submission == utc("2026-11-21 00:00")
    assert submission.tzinfo is UTC


def test_a_moment_that_is_not_given_is_none():
    moments = Moments()

    assert moments.of(ClockStart.AWARENESS) is None
    assert moments.submission("law", "first") is None


@pytest.mark.parametrize(
    ("at", "submitted", "name"),
    [
        ({ClockStart.PAYMENT: datetime(2026, 1, 1)}, {}, "payment"),  # noqa: DTZ001
        ({}, {("law", "first"): datetime(2026, 1, 1)}, "law/first"),  # noqa: DTZ001
    ],
)
def test_a_moment_without_an_offset_is_refused_by_name(at, submitted, name):
    with pytest.raises(MomentNaive) as caught:
        Moments(at, submitted)

    assert (caught.value.code, caught.value.params) == ("clocks.naive-time", {"moment": name})
    assert str(caught.value).startswith(f"The time 2026-01-01T00:00:00 of {name} has no offset")


@pytest.mark.parametrize("year", [1989, 2200, 9999])
def test_a_moment_beyond_all_calendars_is_refused(year):
    with pytest.raises(MomentUnreadable, match=f"The year {year} of awareness is out of reach"):
        Moments({ClockStart.AWARENESS: datetime(year, 12, 31, tzinfo=UTC)})


@pytest.mark.parametrize(
    "text", ["2026-11-20T16:40+01:00", " 2026-11-20T15:40Z ", "2026-11-20 15:40:00+00:00"]
)
def test_times_are_read_with_their_offset(text):
    assert moment_from(text, "--awareness") == utc("2026-11-20 15:40")


@pytest.mark.parametrize("text", ["2026-11-20T16:40", "2026-11-20"])
def test_a_written_time_without_an_offset_is_refused(text):
    with pytest.raises(MomentNaive, match="of --awareness has no offset from UTC"):
        moment_from(text, "--awareness")


@pytest.mark.parametrize("text", ["", "yesterday", "20.11.2026 16:40", "2026-02-30T10:00Z"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(MomentUnreadable) as caught:
        moment_from(text, "--payment")

    assert caught.value.code == "clocks.unreadable-time"
    assert "of --payment cannot be read; write it as" in str(caught.value)
