"""An axis of time on which early hours take more room than late days."""

from dataclasses import dataclass
from math import log1p
from typing import Final

from app.domain.document.labels import Labels
from app.export.figures.measure import text_width

DAY: Final = 24.0
"""Hours."""
_BETWEEN: Final = 3.0
"""Units kept free between the words of two ticks."""

_TICKS: Final = (
    *((hours, "timeline.axis.hours", int(hours)) for hours in (1.0, 4.0, 12.0, DAY)),
    *((days * DAY, "timeline.axis.days", days) for days in (3, 7, 14, 30, 90)),
    *((years * 365 * DAY, "timeline.axis.years", years) for years in (1, 3, 10)),
)
"""Hours, the label of what stands there and the number in it."""


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

    def ticks(self, size: float, say: Labels) -> tuple[Tick, ...]:
        """The ticks up to the last hour whose words, `size` units high, stand clear."""
        found: list[Tick] = []
        free = -self.width
        marks = ((hours, say(key, n=number)) for hours, key, number in _TICKS)
        for hours, text in ((0.0, "0"), *marks):
            place, half = self.x(hours), text_width(text, size) / 2
            if hours <= self.last and place - half >= free:
                found.append(Tick(place, text))
                free = place + half + _BETWEEN
        return tuple(found)
