"""Days as tables of many countries write them."""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

from app.domain.plan.dates import parse_date

LONGEST: Final = 60
"""Characters; what is longer is no day, and no pattern is tried on it."""

_TIME: Final = re.compile(
    r"[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$"
)
_FIGURES: Final = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", re.ASCII)
_CENTURY: Final = 2000
"""Years of two digits are those of this century."""
_LAST_MONTH: Final = 12


class DayOrder(Enum):
    """What stands first in a day written in figures; `EITHER` when a column does not show it."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "either"


def order_of(cells: Iterable[str]) -> DayOrder:
    """The order that all days of a column can have; the dotted ones begin with the day."""
    orders = {_order(cell) for cell in cells} - {None}
    if DayOrder.DAY_FIRST in orders or not orders:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if DayOrder.MONTH_FIRST in orders else DayOrder.EITHER


def day_of(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> date | None:
    """The day that `text` names; None if none. A time of day behind it is left out."""
    stated = _day_alone(text)
    found = parse_date(stated)
    if found is not None:
        return found
    match = _YEAR_FIRST.fullmatch(stated)
    if match is not None:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = _FIGURES.fullmatch(stated)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += _CENTURY if len(match[4]) == len("26") else 0
    if order is DayOrder.MONTH_FIRST and match[2] != ".":
        return _day(year, first, second)
    return _day(year, second, first)


def _day_alone(text: str) -> str:
    """`text` without a time of day; blank where it is too long for either."""
    return _TIME.sub("", text.strip()) if len(text) <= LONGEST else ""


def _order(cell: str) -> DayOrder | None:
    match = _FIGURES.fullmatch(_day_alone(cell))
    if match is None:
        return None
    if match[2] == "." or int(match[1]) > _LAST_MONTH:
        return DayOrder.DAY_FIRST
    if int(match[3]) > _LAST_MONTH:
        return DayOrder.MONTH_FIRST
    return DayOrder.EITHER if match[1] != match[3] else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
