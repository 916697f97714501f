"""The times of all notices as figures, by the moment that starts their clocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.document.labels import Labels
from app.domain.document.tree import Figure
from app.domain.judgement.deadlines.own_duties import regime_of
from app.domain.judgement.regimes import ClockStart, RegimeStep
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.scribe import Scribe
from app.export.compose.tables.duty_words import start_words, unverified
from app.export.figures.notice_timeline import TimelineGroup, TimelineNotice, notice_timelines

_WEEK: Final = 7 / 5
"""Calendar days that a working day takes."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A notice, its name alone, and the moment that starts its clock, blank where not stated."""

    start: str
    name: str
    notice: TimelineNotice


def timelines(scribe: Scribe) -> tuple[Figure, ...]:
    """One figure or, where duties are many, several; none while no notice has a time."""
    placed = [item for duty in scribe.plan.obligations.values() for item in _placed(duty, scribe)]
    if all(item.notice.hours is None for item in placed):
        return ()
    say = scribe.say
    parts = notice_timelines(_groups(placed, say), say)
    return tuple(
        Figure(
            _caption(at, len(parts), say), _said(part.groups, say), part.drawing, f"timeline:{at}"
        )
        for at, part in enumerate(parts, start=1)
    )


def _placed(duty: Obligation, scribe: Scribe) -> Iterator[_Placed]:
    """The notices of one duty; one that follows another counts from that one's start."""
    found: dict[str, _Placed] = {}
    for own, step in zip(duty.steps, regime_of(duty).steps, strict=True):
        start = _start(own, step, scribe.say)
        found[step.id] = _notice(duty, own, start, found.get(step.after), scribe)
    yield from found.values()


def _notice(
    duty: Obligation, own: ObligationStep, start: str, before: _Placed | None, scribe: Scribe
) -> _Placed:
    begins, name, say = 0.0, own.name, scribe.say
    if before is not None and before.notice.hours is not None:
        start, begins = before.start, before.notice.hours
        name = say("timeline.after", name=own.name, before=before.name)
    hours = None if own.within is None else begins + _hours(own.within)
    limit = scribe.span(own.within) or own.timing or say("due.no-limit")
    remark = say("timeline.verify") if unverified(duty) else ""
    return _Placed(start, own.name, TimelineNotice(duty.name, name, limit, hours, begins, remark))


def _start(own: ObligationStep, step: RegimeStep, say: Labels) -> str:
    known = step.clock_start is not ClockStart.CLOCK_VARIES
    return start_words(step.clock_start, say) if known else " ".join(own.clock_start.split())


def _hours(span: Duration) -> float:
    """The hours of `span`; working days as they fall with weekends between them."""
    stretched = _WEEK if span.unit is TimeUnit.WORKING_DAYS else 1.0
    return span.minutes / 60 * stretched


def _groups(placed: Iterable[_Placed], say: Labels) -> tuple[TimelineGroup, ...]:
    """By clock start, awareness first and what is not stated last; in each the soonest first."""
    by_start: dict[str, list[TimelineNotice]] = {start_words(ClockStart.AWARENESS, say): []}
    for item in placed:
        by_start.setdefault(item.start, []).append(item.notice)
    by_start[""] = by_start.pop("", [])
    return tuple(
        TimelineGroup(_title(start, say), tuple(sorted(notices, key=_urgency)))
        for start, notices in by_start.items()
        if notices
    )


def _title(start: str, say: Labels) -> str:
    return say("timeline.from", start=start) if start else say("timeline.no-start")


def _urgency(notice: TimelineNotice) -> tuple[bool, float]:
    return notice.hours is None, notice.hours or 0.0


def _caption(at: int, count: int, say: Labels) -> str:
    if count == 1:
        return say("timeline.caption")
    return say("timeline.caption-part", at=at, count=count)


def _said(groups: Iterable[TimelineGroup], say: Labels) -> str:
    said = (
        f"{say('list.label', label=group.title)} "
        f"{'; '.join(_in_words(notice, say) for notice in group.notices)}."
        for group in groups
    )
    return say("timeline.alternative", groups=" ".join(said))


def _in_words(notice: TimelineNotice, say: Labels) -> str:
    remark = f" ({notice.remark})" if notice.remark else ""
    called = say("list.comma").join((notice.duty, notice.notice))
    return f"{say('list.label', label=called)} {notice.limit}{remark}"
