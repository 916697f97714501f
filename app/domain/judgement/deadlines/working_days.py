"""Working days of a jurisdiction."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

_DAY = timedelta(days=1)


class HolidayCalendar(Protocol):
    """Days off by jurisdiction, an ISO 3166 code such as `DE`, `DE-BY` or `US-NY`.

    Where a jurisdiction is not known, Saturdays and Sundays are weekend and nothing is a holiday.
    """

    def knows(self, jurisdiction: str) -> bool:
        """Whether the public holidays of `jurisdiction` are known."""

    def is_weekend(self, day: date, jurisdiction: str) -> bool:
        """Whether `day` belongs to the weekend there."""

    def is_holiday(self, day: date, jurisdiction: str) -> bool:
        """Whether `day` is a public holiday there."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of one jurisdiction."""

    calendar: HolidayCalendar
    jurisdiction: str

    @property
    def holidays_known(self) -> bool:
        """Whether more than weekends is left out."""
        return self.calendar.knows(self.jurisdiction)

    def include(self, day: date) -> bool:
        """Whether people work on `day`."""
        return not (
            self.calendar.is_weekend(day, self.jurisdiction)
            or self.calendar.is_holiday(day, self.jurisdiction)
        )

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which itself is not counted."""
        for _ in range(count):
            day += _DAY
            while not self.include(day):
                day += _DAY
        return day
