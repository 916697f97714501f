"""What a review session looks back on: the last version, and the plan some months ago."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.lifecycle.reviewing.ageing import Earlier
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import months_after
from app.services.history import Entry, PlanHistory, newest_version

MONTHS: Final = (1, 3, 6, 12, 18, 24, 36)
"""How far back it looks; further than that only the beginning counts."""


@dataclass(frozen=True, slots=True)
class Past:
    """The last version (blank and None before the first), and the plan at earlier days.

    `earlier` has the newest first.
    """

    version: str = ""
    plan: Plan | None = None
    earlier: tuple[Earlier, ...] = ()


def read_past(history: PlanHistory, today: date) -> Past:
    """Everything of `history` that an agenda needs.

    Slow in a long history, and fit for a thread of its own: it looks at nothing but `history`.

    Raises:
        IrplanError: the history cannot be read.
    """
    earlier = tuple(
        Earlier(entry.at.date(), history.plan_at(entry.number))
        for entry in _looked_at(history.entries(), today)
    )
    known = history.versions()
    if not known:
        return Past(earlier=earlier)
    version = newest_version(history)
    return Past(version, history.plan_at(known[version]), earlier)


def _looked_at(entries: Sequence[Entry], today: date) -> Iterator[Entry]:
    """The last revision before each of the days looked back to, the newest first."""
    told: int | None = None
    for limit in (*(months_after(today, -months) for months in MONTHS), None):
        before = [one for one in entries if limit is not None and one.at.date() <= limit]
        entry = before[-1] if before else entries[0]
        if entry.number != told:
            told = entry.number
            yield entry
