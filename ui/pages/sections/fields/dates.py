"""Dates as people write them."""

import re
from datetime import date

from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import value_text

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE)


def parse_date(text: str) -> date | None:
    """The day written as 2026-11-30 or 30 November 2026 (or 30 Nov 2026); None if none is."""
    cleaned = text.strip()
    try:
        return date.fromisoformat(cleaned)
    except ValueError:
        return _written(cleaned)


def date_text(value: AnswerValue | None) -> str:
    """An answer as it is typed: dates in words, nothing for None."""
    return "" if value is None else value_text(value)


def _written(text: str) -> date | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    named = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(found[2].lower())]
    try:
        return date(int(found[3]), named[0], int(found[1])) if len(named) == 1 else None
    except ValueError:
        return None
