"""What can be wrong with what is said of an exercise or an incident."""

from collections.abc import Iterable
from datetime import date
from enum import Enum


class Fault(Enum):
    """Why something stated cannot be kept."""

    BLANK = "blank"
    AHEAD = "ahead"
    BACKWARDS = "backwards"


def day_fault(day: date | None, today: date) -> Fault | None:
    """What is wrong with the day of something that has happened; None: nothing."""
    if day is None:
        return Fault.BLANK
    return Fault.AHEAD if day > today else None


def said(texts: Iterable[str]) -> tuple[str, ...]:
    """Each of `texts` that says something, once and without blanks around it."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
