"""An axis of time on which early hours take more room than late days."""

from dataclasses import dataclass
from math import log1p
from typing import Final

from app.export.figures.measure import text_width

DAY: Final = 24.0
"""Hours."""
_BETWEEN: Final = 3.0
"""Units kept free between the words of two ticks."""

_TICKS: Final = (
    (0.0, "0"),
    (1.0, "1 h"),
    (4.0, "4 h"),
    (12.0, "12 h"),
    (DAY, "24 h"),
    (3 * DAY, "3 days"),
    (7 * DAY, "7 days"),
    (14 * DAY, "14 days"),
    (30 * DAY, "30 days"),
    (90 * DAY, "90 days"),
    (365 * DAY, "1 year"),
    (3 * 365 * DAY, "3 years"),
    (10 * 365 * DAY, "10 years"),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, in units from its start, and what stands there."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class HoursAxis:
    """`width` units from hour 0 to hour `last`, which is at least a day."""

    width: float
    last: float

    def __post_init__(self) -> None:
        if self.last < DAY:
            raise ValueError("the axis is shorter than a day")

    def x(self, hours: float) -> float:
        """Where `hours` stand, within the axis."""
        share = log1p(max(hours, 0.0)) / log1p(self.last)
        return min(share, 1.0) * self.width

    def ticks(self, size: float) -> tuple[Tick, ...]:
        """The ticks up to the last hour whose words, `size` units high, stand clear."""
        found: list[Tick] = []
        free = -self.width
        for hours, text in _TICKS:
            place, half = self.x(hours), text_width(text, size) / 2
            if hours <= self.last and place - half >= free:
                found.append(Tick(place, text))
                free = place + half + _BETWEEN
        return tuple(found)
