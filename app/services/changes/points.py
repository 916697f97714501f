"""The points of a plan's history that people compare: its versions, days, and its beginning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import Enum
from typing import Final

from app.services.history import DRAFT, Entry, PlanHistory

MOST_DAYS: Final = 30
"""The latest days offered on which the plan was edited."""


class PointKind(Enum):
    """What a point is."""

    NOW = "now"
    VERSION = "version"
    DAY = "day"
    """How the plan was when the day ended."""
    CREATION = "creation"


@dataclass(frozen=True, slots=True)
class Point:
    """One point; `name` is what `state_at` knows it by, `day` that of its last edit."""

    kind: PointKind
    name: str
    day: date | None = None


NOW: Final = Point(PointKind.NOW, DRAFT)
CREATION: Final = "@1"


def points_of(history: PlanHistory, zone: tzinfo | None = None) -> tuple[Point, ...]:
    """Versions, days and the creation, in this order and the newest of each first.

    Days end at midnight in `zone`, None being this computer's.

    Raises:
        IrplanError: the history cannot be read.
    """
    entries = history.entries()
    days = {entry.number: entry.at.astimezone(zone).date() for entry in entries}
    versions = tuple(
        Point(PointKind.VERSION, name, days.get(number))
        for name, number in history.versions().items()
    )
    first = Point(PointKind.CREATION, CREATION, days[entries[0].number])
    return (*reversed(versions), *_ends(entries, days), first)


def _ends(entries: Sequence[Entry], days: dict[int, date]) -> tuple[Point, ...]:
    """The last revision of each day but the newest one, which is the plan as it is."""
    last = {days[entry.number]: entry.number for entry in entries}
    earlier = sorted(last, reverse=True)[1 : MOST_DAYS + 1]
    return tuple(Point(PointKind.DAY, f"@{last[day]}", day) for day in earlier)
