"""The moment that a day and a time on the wall mean in a zone."""

import re
from datetime import date, datetime, timedelta
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.deadlines.moments import YEARS
from app.domain.plan.dates import parse_date


class DayUnreadable(IrplanError):
    """No day, or one in no sensible year."""

    code: ClassVar[str] = "clocks.unreadable-day"


class TimeUnreadable(IrplanError):
    """No time of the day."""

    code: ClassVar[str] = "clocks.unreadable-hour"


class TimeSkipped(IrplanError):
    """A time that no clock showed, because clocks went forward over it."""

    code: ClassVar[str] = "clocks.skipped-hour"


class TimeTwice(IrplanError):
    """A time that clocks showed twice, because they went back."""

    code: ClassVar[str] = "clocks.repeated-hour"


def moment_read(day: str, clock: str, zone: str) -> datetime:
    """The moment of `clock` (such as `16:40`) on `day` in `zone` (IANA), with its offset.

    An offset behind the time, such as `16:40 +01:00` or `15:40 Z`, takes the place of the zone.

    Raises:
        DayUnreadable: `day` is no day.
        TimeUnreadable: `clock` is no time.
        TimeSkipped: No clock in the zone showed that time on that day.
        TimeTwice: The clocks showed it twice.
        ZoneUnknown: The zone is no IANA name.
    """
    on = _day(day)
    found = _CLOCK.fullmatch(clock.strip())
    if found is None:
        raise TimeUnreadable(f"The time {clock!r} cannot be read; write it as 16:40.", text=clock)
    hour, minute, offset = int(found[1]), int(found[2]), found[3]
    if offset:
        return _with_offset(on, hour, minute, offset)
    local = datetime(on.year, on.month, on.day, hour, minute, tzinfo=zone_named(zone))
    _check_once(local, zone)
    return local


_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\s*(Z|z|[+-](?:0\d|1[0-4]):?[0-5]\d)?", re.ASCII)


def _day(text: str) -> date:
    found = parse_date(text)
    if found is None:
        raise DayUnreadable(
            f"The day {text!r} cannot be read; write it as 2026-11-20 or 20 November 2026.",
            text=text,
        )
    if found.year not in YEARS:
        raise DayUnreadable(
            f"The year {found.year} is out of reach; give one from {YEARS[0]} to {YEARS[-1]}.",
            text=text,
        )
    return found


def _with_offset(on: date, hour: int, minute: int, offset: str) -> datetime:
    stated = "+00:00" if offset in "Zz" else offset
    return datetime.fromisoformat(f"{on.isoformat()}T{hour:02}:{minute:02}{stated}")


def _check_once(local: datetime, zone: str) -> None:
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return
    shown = f"{local:%H:%M}"
    if first < second:
        raise TimeSkipped(
            f"Clocks in {zone} went forward over {shown} on that day; give a time that they "
            "showed.",
            zone=zone,
        )
    raise TimeTwice(
        f"Clocks in {zone} showed {shown} twice on that day; add the offset, such as "
        f"{shown} {_offset(first)} or {shown} {_offset(second)}.",
        zone=zone,
    )


def _offset(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{sign}{hours:02}:{rest:02}"
