"""Spans of time as plans state them, such as 4 hours or 3 working days."""

import re
from dataclasses import dataclass
from enum import Enum


class TimeUnit(Enum):
    """The unit a span is counted in; working days skip weekends and public holidays."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working-days"
    MONTHS = "months"


MINUTES_PER_UNIT = {
    TimeUnit.MINUTES: 1,
    TimeUnit.HOURS: 60,
    TimeUnit.DAYS: 24 * 60,
    TimeUnit.WORKING_DAYS: 24 * 60,
    TimeUnit.MONTHS: 30 * 24 * 60,
}
"""Approximate minutes, for comparing spans; a working day counts at least one day."""

_UNIT_WORDS = {
    "min": TimeUnit.MINUTES,
    "minute": TimeUnit.MINUTES,
    "h": TimeUnit.HOURS,
    "hour": TimeUnit.HOURS,
    "d": TimeUnit.DAYS,
    "day": TimeUnit.DAYS,
    "working day": TimeUnit.WORKING_DAYS,
    "business day": TimeUnit.WORKING_DAYS,
    "month": TimeUnit.MONTHS,
}
_SPAN = re.compile(
    r"(?P<amount>\d{1,5})\s*(?P<unit>min|minute|h|hour|d|day|(?:working|business)[\s-]+day|month)s?"
)
"""Of text in lower case: IGNORECASE would also take letters such as the dotless i for an i."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole `amount` of one `unit`; 0 means at once and is never negative."""

    amount: int
    unit: TimeUnit

    @property
    def minutes(self) -> int:
        """The span in minutes, approximate for working days and months."""
        return self.amount * MINUTES_PER_UNIT[self.unit]

    def __str__(self) -> str:
        if self.amount == 0:
            return "at once"
        word = self.unit.value.replace("-", " ")
        return f"{self.amount} {word[:-1] if self.amount == 1 else word}"


def parse_duration(text: str) -> Duration | None:
    """The span written in `text`, such as `4 hours`, `30 min` or `at once`; None if none is."""
    cleaned = text.strip().lower()
    if cleaned in {"at once", "immediately", "0"}:
        return Duration(0, TimeUnit.MINUTES)
    match = _SPAN.fullmatch(cleaned)
    if match is None:
        return None
    unit = re.sub(r"[\s-]+", " ", match["unit"])
    return Duration(int(match["amount"]), _UNIT_WORDS[unit])
