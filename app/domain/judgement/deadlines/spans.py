"""Spans counted from a moment: running hours, calendar days and months, working days.

A span in hours runs through, whatever the clocks on the wall do. The day of the event is not
counted in a span of days or months, which ends with its last day where the recipient is.
"""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from app.domain.judgement.deadlines.working_days import WorkingDays
from app.domain.plan.durations import Duration, TimeUnit

LAST_MINUTE = time(23, 59)
"""The end of a day as people write it."""

_MOST = 99_999
_MOST_WORKING_DAYS = 9_999
_LAST_YEAR = 9998
"""Where counting stops, so that no span runs over the end of the calendar."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span is counted: the zone whose days count, and the days worked there."""

    zone: ZoneInfo
    working_days: WorkingDays


def end_of(span: Duration, start: datetime, place: Place, day_ends: time | None = None) -> datetime:
    """The last moment, in UTC, of `span` from `start`; days close at `day_ends`, None: 23:59."""
    last = last_day(span, start, place)
    if last is None:
        return _run(span, start)
    return at_local(last, day_ends or LAST_MINUTE, place.zone)


def free_after(span: Duration, start: datetime, place: Place) -> datetime:
    """The first moment, in UTC, at which `span` from `start` has wholly passed."""
    last = last_day(span, start, place)
    if last is None:
        return _run(span, start)
    return at_local(last + timedelta(days=1), time(0), place.zone)


def last_day(span: Duration, start: datetime, place: Place) -> date | None:
    """The local day on which `span` ends; None for a span of hours, minutes or at once."""
    first = start.astimezone(place.zone).date()
    count = min(span.amount, _MOST)
    if count == 0:
        return None
    match span.unit:
        case TimeUnit.MINUTES | TimeUnit.HOURS:
            return None
        case TimeUnit.DAYS:
            return first + timedelta(days=count)
        case TimeUnit.WORKING_DAYS:
            return place.working_days.after(first, min(count, _MOST_WORKING_DAYS))
        case TimeUnit.MONTHS:
            return _months_later(first, count)
        case _:
            assert_never(span.unit)


def at_local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """`at` on `day` in `zone`, in UTC; of a time that comes twice the first."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def _run(span: Duration, start: datetime) -> datetime:
    bounded = Duration(min(span.amount, _MOST), span.unit)
    return start.astimezone(UTC) + timedelta(minutes=bounded.minutes)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year, month = min(year, _LAST_YEAR), month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
