"""Days, spans of time and whole numbers as one would type them."""

from datetime import date

from app.domain.plan.dates import date_text
from app.domain.plan.durations import Duration


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
