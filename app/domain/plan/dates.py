"""Dates in words, the same on every computer."""

import re
from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Written out, because `strftime` follows the locale that Qt sets for the process."""


def date_text(day: date) -> str:
    """The day as 30 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def parse_date(text: str) -> date | None:
    """The day written as 2026-11-30, 30 November 2026 or 30 Nov 2026; None if none is."""
    cleaned = text.strip()
    try:
        return date.fromisoformat(cleaned)
    except ValueError:
        return _written(cleaned)


_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE | re.ASCII)


def _written(text: str) -> date | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    named = found[2].capitalize()
    months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(named)]
    try:
        return date(int(found[3]), months[0], int(found[1])) if len(months) == 1 else None
    except ValueError:
        return None
