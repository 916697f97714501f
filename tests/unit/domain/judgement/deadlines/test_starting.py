from zoneinfo import ZoneInfo

import pytest

from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.results import Need, Timed
from app.domain.judgement.deadlines.starting import Clocks, Started
from app.domain.judgement.regimes import ClockStart
from tests.unit.domain.judgement.deadlines.clocks import step, utc

AT = utc("2026-11-20 15:40")
FOLLOWING = step("second", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="first")
YEARLY = step(clock_start=ClockStart.YEAR_END)


def clocks(moments: Moments, **read: Timed) -> Clocks:
    return Clocks("law", moments, ZoneInfo("America/New_York"), read)


@pytest.mark.parametrize("start", [ClockStart.AWARENESS, ClockStart.PAYMENT])
def test_a_clock_starts_at_the_moment_that_is_given(start):
    found = clocks(Moments({start: AT})).start_of(step(clock_start=start))

    assert found == Started(AT)


def test_another_moment_does_not_start_the_clock():
    found = clocks(Moments({ClockStart.AWARENESS: AT})).start_of(
        step(clock_start=ClockStart.DISCOVERY)
    )

    assert found == Need(ClockStart.DISCOVERY)


def test_a_submission_starts_the_clock_of_the_next_notice():
    limit = Timed(utc("2026-11-23 15:40"), "UTC", ClockStart.AWARENESS, AT)

    found = clocks(Moments(submitted={("law", "first"): AT}), first=limit).start_of(FOLLOWING)

    assert found == Started(AT)


def test_without_a_submission_the_limit_before_it_is_counted_from():
    limit = Timed(utc("2026-11-23 15:40"), "UTC", ClockStart.AWARENESS, AT)

    found = clocks(Moments(), first=limit).start_of(FOLLOWING)

    assert found == Started(limit.at, projected=True)


def test_the_submission_of_another_duty_does_not_count():
    found = clocks(Moments(submitted={("other", "first"): AT})).start_of(FOLLOWING)

    assert found == Need(ClockStart.PREVIOUS_SUBMISSION, "first")


def test_the_year_ends_where_the_recipient_is():
    # 03:00 UTC on New Year's Day is still 22:00 of 31 December 2026 in New York.
    found = clocks(Moments({ClockStart.DISCOVERY: utc("2027-01-01 03:00")})).start_of(YEARLY)

    assert found == Started(utc("2027-01-01 04:59"))


def test_the_end_of_the_year_needs_the_discovery():
    assert clocks(Moments({ClockStart.AWARENESS: AT})).start_of(YEARLY) == Need(
        ClockStart.DISCOVERY
    )
