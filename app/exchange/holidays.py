"""Public holidays and weekends of jurisdictions, from the `holidays` library."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from typing_extensions import override

from app.domain.judgement.deadlines.working_days import HolidayCalendar

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKEND = frozenset({5, 6})
"""Saturday and Sunday as `date.weekday` counts, where a jurisdiction is not known."""


class PublicHolidays(HolidayCalendar):
    """The library's calendars; of a part it does not know, the whole country's."""

    @override
    def knows(self, jurisdiction: str) -> bool:
        return _book(jurisdiction) is not None

    @override
    def is_weekend(self, day: date, jurisdiction: str) -> bool:
        book = _book(jurisdiction)
        if book is None:
            return day.weekday() in _WEEKEND
        return book.is_weekend(day) and day not in book.weekend_workdays

    @override
    def is_holiday(self, day: date, jurisdiction: str) -> bool:
        book = _book(jurisdiction)
        return book is not None and day in book


@lru_cache(maxsize=64)
def _book(jurisdiction: str) -> "HolidayBase | None":
    """The calendar of an ISO 3166 code; None if the library has none."""
    import holidays

    country, _, part = jurisdiction.strip().upper().partition("-")
    for subdivision in (part or None, None):
        try:
            return holidays.country_holidays(country, subdiv=subdivision)
        except NotImplementedError:
            continue
    return None
