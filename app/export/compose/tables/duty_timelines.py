"""The times of all notices as figures, by the moment that starts their clocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.document.tree import Figure
from app.domain.judgement.deadlines.own_duties import regime_of
from app.domain.judgement.deadlines.wording import NO_NUMBER, START_WORDS
from app.domain.judgement.regimes import ClockStart, RegimeStep
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.plan import Plan
from app.export.compose.tables.duty_words import unverified
from app.export.figures.notice_timeline import TimelineGroup, TimelineNotice, notice_timelines

UNVERIFIED: Final = "verify first"
_WEEK: Final = 7 / 5
"""Calendar days that a working day takes."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A notice and the words for the moment that starts its clock, blank where none is stated."""

    start: str
    notice: TimelineNotice


def timelines(plan: Plan) -> tuple[Figure, ...]:
    """One figure or, where duties are many, several; none while no notice has a time."""
    placed = [item for duty in plan.obligations.values() for item in _placed(duty)]
    if all(item.notice.hours is None for item in placed):
        return ()
    parts = notice_timelines(_groups(placed))
    return tuple(
        Figure(_caption(at, len(parts)), _said(part.groups), part.drawing, f"timeline:{at}")
        for at, part in enumerate(parts, start=1)
    )


def _placed(duty: Obligation) -> Iterator[_Placed]:
    """The notices of one duty; one that follows another counts from that one's start."""
    found: dict[str, _Placed] = {}
    for own, step in zip(duty.steps, regime_of(duty).steps, strict=True):
        before = found.get(step.after)
        found[step.id] = _notice(duty, own, step, before)
    yield from found.values()


def _notice(
    duty: Obligation, own: ObligationStep, step: RegimeStep, before: _Placed | None
) -> _Placed:
    begins = 0.0
    start, name = _start(own, step), own.name
    if before is not None and before.notice.hours is not None:
        start, begins = before.start, before.notice.hours
        name = f"{own.name}, after: {before.notice.notice.partition(', after: ')[0]}"
    hours = None if own.within is None else begins + _hours(own.within)
    limit = str(own.within) if own.within is not None else own.timing or NO_NUMBER
    remark = UNVERIFIED if unverified(duty) else ""
    return _Placed(start, TimelineNotice(duty.name, name, limit, hours, begins, remark))


def _start(own: ObligationStep, step: RegimeStep) -> str:
    known = step.clock_start is not ClockStart.CLOCK_VARIES
    return START_WORDS[step.clock_start] if known else " ".join(own.clock_start.split())


def _hours(span: Duration) -> float:
    """The hours of `span`; working days as they fall with weekends between them."""
    stretched = _WEEK if span.unit is TimeUnit.WORKING_DAYS else 1.0
    return span.minutes / 60 * stretched


def _groups(placed: Iterable[_Placed]) -> tuple[TimelineGroup, ...]:
    """By clock start, awareness first and what is not stated last; in each the soonest first."""
    by_start: dict[str, list[TimelineNotice]] = {START_WORDS[ClockStart.AWARENESS]: []}
    for item in placed:
        by_start.setdefault(item.start, []).append(item.notice)
    by_start[""] = by_start.pop("", [])
    return tuple(
        TimelineGroup(_title(start), tuple(sorted(notices, key=_urgency)))
        for start, notices in by_start.items()
        if notices
    )


def _title(start: str) -> str:
    return f"Counted from {start}" if start else "Start of the clock not stated"


def _urgency(notice: TimelineNotice) -> tuple[bool, float]:
    return notice.hours is None, notice.hours or 0.0


def _caption(at: int, count: int) -> str:
    part = f" ({at} of {count})" if count > 1 else ""
    return f"When notices are due after the start of their clocks{part}"


def _said(groups: Iterable[TimelineGroup]) -> str:
    return "Line of time of the notices. " + " ".join(
        f"{group.title}: {'; '.join(map(_in_words, group.notices))}." for group in groups
    )


def _in_words(notice: TimelineNotice) -> str:
    remark = f" ({notice.remark})" if notice.remark else ""
    return f"{notice.duty}, {notice.notice}: {notice.limit}{remark}"
