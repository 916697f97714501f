"""The heat map: how often each part of a plan was tried out by quarter, and how long ago last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from app.domain.lifecycle.learning.parts import Part, parts
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import months_after

QUARTERS: Final = 6
"""How many quarters of a year are shown: a year and a half, with the present one."""


class Warmth(Enum):
    """How long ago a part was tried out, measured by the months allowed between exercises."""

    NEVER = "never"
    LONG_AGO = "long-ago"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year; `number` runs from 1 to 4."""

    year: int
    number: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One part of the plan; `by_quarter` counts the occasions in each quarter of the map."""

    part: Part
    by_quarter: tuple[int, ...]
    warmth: Warmth


@dataclass(frozen=True, slots=True)
class Heat:
    """The map; `quarters` are the heads of `by_quarter`, the latest last."""

    quarters: tuple[Quarter, ...]
    rows: tuple[HeatRow, ...]

    @property
    def begun(self) -> bool:
        """Whether any part is known to have been tried out."""
        return any(row.warmth is not Warmth.NEVER for row in self.rows)


def heat(plan: Plan, today: date) -> Heat:
    """The map of `plan` as of `today`."""
    starts = (months_after(today.replace(day=1), -3 * back) for back in reversed(range(QUARTERS)))
    shown = tuple(map(quarter_of, starts))
    oldest = months_after(today, -plan.kept.exercise_every)
    return Heat(shown, tuple(_row(part, shown, oldest) for part in parts(plan)))


def quarter_of(day: date) -> Quarter:
    """The quarter that `day` lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def _row(part: Part, shown: Sequence[Quarter], oldest: date) -> HeatRow:
    quarters = [quarter_of(trial.on) for trial in part.trials if trial.on is not None]
    return HeatRow(part, tuple(map(quarters.count, shown)), _warmth(part, oldest))


def _warmth(part: Part, oldest: date) -> Warmth:
    if not part.trials:
        return Warmth.NEVER
    return Warmth.RECENT if part.last is not None and part.last >= oldest else Warmth.LONG_AGO
