from datetime import time

import pytest

from app.domain.judgement.deadlines.relieving import relieve
from app.domain.judgement.deadlines.results import Timed
from app.domain.judgement.regimes import ClockStart, EntityKind, Relief
from tests.unit.domain.judgement.deadlines.clocks import place, utc

NOON = Relief(time(12), (EntityKind.CREDIT_INSTITUTION, EntityKind.TRADING_VENUE))
OTHER = frozenset({EntityKind.OTHER})


def limit(text: str) -> Timed:
    return Timed(utc(text), "Europe/Berlin", ClockStart.AWARENESS, utc("2026-11-20 08:00"))


@pytest.mark.parametrize(
    ("falls", "moved"),
    [
        ("2026-11-21 15:40", "2026-11-23 11:00"),  # a Saturday, to noon of Monday in Berlin
        ("2026-11-22 15:40", "2026-11-23 11:00"),  # a Sunday
        ("2026-11-20 23:30", "2026-11-23 11:00"),  # Friday in UTC, Saturday in Berlin
        ("2026-12-25 09:00", "2026-12-28 11:00"),  # a holiday before a weekend
    ],
)
def test_a_limit_on_a_day_off_moves_to_noon_of_the_next_working_day(falls, moved):
    result, remark = relieve(limit(falls), NOON, place(), OTHER)

    assert result.at == utc(moved)
    assert remark.startswith("Moved from 2026-1")


@pytest.mark.parametrize("falls", ["2026-11-20 15:40", "2026-11-20 22:30", "2026-11-23 01:00"])
def test_a_limit_on_a_working_day_stays(falls):
    # The last one is 02:00 on Monday: before noon, but on a working day.
    assert relieve(limit(falls), NOON, place(), OTHER) == (limit(falls), "")


def test_an_excluded_kind_has_no_relief():
    falls = limit("2026-11-21 15:40")
    kinds = frozenset({EntityKind.TRADING_VENUE, EntityKind.OTHER})

    result, remark = relieve(falls, NOON, place(), kinds)

    assert result == falls
    assert remark == "Falls on a day off, without relief for: trading venue."


def test_the_earlier_time_stands_where_the_kind_is_not_stated():
    falls = limit("2026-11-21 15:40")

    result, remark = relieve(falls, NOON, place(), None)

    assert result == falls
    assert remark == (
        "Falls on a day off: 2026-11-23 12:00 suffices, unless the organisation is one of these: "
        "credit institution, trading venue."
    )


def test_a_relief_for_everybody_needs_no_kind():
    result, _ = relieve(limit("2026-11-21 15:40"), Relief(time(12)), place(), None)

    assert result.at == utc("2026-11-23 11:00")
