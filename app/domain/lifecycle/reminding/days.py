"""Days counted without falling off the calendar, and moved to days on which people work."""

from collections.abc import Callable
from datetime import date, timedelta

DayOff = Callable[[date], bool]
"""Whether nobody works on a day."""

LONGEST_BREAK = 31
"""Days off in a row after which a calendar is taken to know no working days."""


def days_after(day: date, count: int) -> date:
    """`day` moved by `count` days, no further than the calendar reaches."""
    reached = day.toordinal() + count
    return date.fromordinal(min(max(reached, 1), date.max.toordinal()))


def working_day(day: date, day_off: DayOff, *, earlier: bool = False) -> date:
    """`day`, or the next working day after it; the last one before it where `earlier`.

    The day itself where there is none near.
    """
    step = timedelta(days=-1 if earlier else 1)
    found = day
    for _ in range(LONGEST_BREAK):
        if not day_off(found):
            return found
        if found in (date.min, date.max):
            break
        found += step
    return day
