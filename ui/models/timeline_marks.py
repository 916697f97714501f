"""Where notices stand on a timeline: a lane for each duty, an axis that widens early hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log1p

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.deadlines.results import Deadline, Timed
from app.domain.plan.dates import date_text
from app.services.notifying.sheet import left_words, moment_words
from ui.models.deadline_rows import urgency

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
STEPS = (
    HOUR,
    4 * HOUR,
    12 * HOUR,
    DAY,
    3 * DAY,
    7 * DAY,
    14 * DAY,
    30 * DAY,
    90 * DAY,
    365 * DAY,
    1095 * DAY,
)
"""Spans from the start that may have a tick."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first clock start to a while after the last notice."""

    start: datetime
    end: datetime

    def share(self, at: datetime) -> float:
        """How far along `at` stands, from 0 to 1; the first hours take more room."""
        whole = _weight(self.end - self.start)
        return min(max(_weight(at - self.start) / whole, 0.0), 1.0) if whole else 0.0

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Places along the axis and how long after the start they are."""
        inside = [step for step in STEPS if self.start + step <= self.end]
        return ((0.0, "0"), *((self.share(self.start + step), tick_text(step)) for step in inside))


@dataclass(frozen=True, slots=True)
class Mark:
    """A notice on its lane; `tone` and `picture` say how urgent it is, `label` when it is due."""

    at: datetime
    name: str
    label: str
    picture: str
    tone: str
    embargo: bool
    projected: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The notices of one duty, by time."""

    name: str
    marks: tuple[Mark, ...]


def axis_of(found: Iterable[Deadline], now: datetime) -> Axis | None:
    """The axis for every notice with a time, and for `now` if it is not before all of them."""
    timed = [item.result for item in found if isinstance(item.result, Timed)]
    if not timed:
        return None
    start = min(item.counted_from for item in timed)
    last = max(item.at for item in timed)
    reached = max(last, now) if now > start else last
    return Axis(start, max(reached, start + 4 * HOUR))


def lanes(found: Iterable[Deadline], now: datetime) -> tuple[Lane, ...]:
    """A lane for each duty that has a notice with a time, the most urgent first."""
    marks: dict[str, tuple[str, list[Mark]]] = {}
    for item in found:
        if isinstance(item.result, Timed):
            marks.setdefault(item.duty, (item.duty_name, []))[1].append(_mark(item, now))
    return tuple(
        Lane(name, tuple(sorted(own, key=lambda mark: mark.at))) for name, own in marks.values()
    )


def tick_text(step: timedelta) -> str:
    """A span from the start in one unit."""
    hours = step // HOUR
    if hours < 24:
        return _tr("{0} h").format(hours)
    days = hours // 24
    return _tr("{0} d").format(days) if days < _YEAR else _tr("{0} y").format(days // _YEAR)


def _mark(item: Deadline, now: datetime) -> Mark:
    timed = item.result
    assert isinstance(timed, Timed)  # noqa: S101 - for the type checker
    picture, tone = urgency(timed, now)
    said = f"{item.name}: {moment_words(timed.local)}, {left_words(timed, now)}"
    day, month, _ = date_text(timed.local.date()).split()
    label = f"{day} {month[:3]} {timed.local:%H:%M}"
    return Mark(timed.at, said, label, picture, tone, timed.embargo, timed.projected)


def _weight(span: timedelta) -> float:
    return log1p(max(span / HOUR, 0.0))


_YEAR = 365


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notifications", text)
