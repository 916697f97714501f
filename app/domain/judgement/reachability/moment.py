"""The moment a simulation begins: a weekday and an hour, or a date and a time."""

import re
from datetime import date, datetime, time, timedelta
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.deadlines.moments import YEARS

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK_TIME: Final = re.compile(r"(?P<day>[a-z]{2,9})\.?,?\s+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)")
_FEWEST_LETTERS: Final = 2


class WeekTimeUnreadable(IrplanError):
    """A moment that is neither a weekday with a time nor a date with one."""

    code: ClassVar[str] = "reach.unreadable-moment"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"The moment {text!r} cannot be read; write a weekday and a time, such as Mon 03:00, "
            "or a date and a time, such as 2026-11-23T03:00+01:00.",
            moment=text,
        )


def moment_of(text: str, zone: str, today: date) -> datetime:
    """The moment written in `text`; without an offset it is by the clock in `zone` (IANA).

    A weekday is the next one from `today` on, for which the clock may be on summer time.

    Raises:
        WeekTimeUnreadable: It is neither a weekday with a time nor a date with one.
        ZoneUnknown: There is no such zone.
    """
    match = _WEEK_TIME.fullmatch(text.strip().lower())
    if match is not None:
        return moment_on(_weekday(match["day"], text), _time(match, text), zone, today)
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise WeekTimeUnreadable(text) from error
    if moment.year not in YEARS:
        raise WeekTimeUnreadable(text)
    return moment.replace(tzinfo=zone_named(zone)) if moment.utcoffset() is None else moment


def moment_on(weekday: int, clock: time, zone: str, today: date) -> datetime:
    """The next `weekday` (0 is Monday) from `today` on, at `clock` in `zone` (IANA).

    Raises:
        ZoneUnknown: There is no such zone.
    """
    ahead = timedelta((weekday - today.weekday()) % len(WEEKDAYS))
    return datetime.combine(today + ahead, clock, zone_named(zone))


def _weekday(word: str, text: str) -> int:
    found = [at for at, name in enumerate(WEEKDAYS) if name.lower().startswith(word)]
    if len(found) != 1 or len(word) < _FEWEST_LETTERS:
        raise WeekTimeUnreadable(text)
    return found[0]


def _time(match: re.Match[str], text: str) -> time:
    try:
        return time(int(match["hour"]), int(match["minute"]))
    except ValueError as error:
        raise WeekTimeUnreadable(text) from error
