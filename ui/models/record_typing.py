"""What people type into one line, read as days, spans of time and whole numbers."""

import re
from datetime import date

from app.domain.plan.dates import date_text
from app.domain.plan.durations import Duration

_MONTHS = tuple(date_text(date(2000, month, 1)).split()[1].lower() for month in range(1, 13))
_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE | re.ASCII)


def parse_day(text: str) -> date | None:
    """The day written as 2026-11-30, 30 November 2026 or 30 Nov 2026; None if none is."""
    cleaned = text.strip()
    try:
        return date.fromisoformat(cleaned)
    except ValueError:
        return _written(cleaned)


def typed_text(value: object) -> str:
    """A day or span as one would type it; nothing for None."""
    match value:
        case None:
            return ""
        case date():
            return date_text(value)
        case Duration():
            return str(value)
        case _:
            return str(value)


def _written(text: str) -> date | None:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    months = [at for at, name in enumerate(_MONTHS, 1) if name.startswith(found[2].lower())]
    try:
        return date(int(found[3]), months[0], int(found[1])) if len(months) == 1 else None
    except ValueError:
        return None
