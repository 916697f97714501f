"""The time, as a port, so that a plan's dates can be tested."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment in UTC."""


def today(clock: Clock) -> date:
    """The present day in UTC."""
    return clock.now().date()
