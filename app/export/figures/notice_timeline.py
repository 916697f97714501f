"""Notices on a line of time: when each is due after the moment that starts its clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path, Shape
from app.domain.document.labels import Labels
from app.export.figures.hours_axis import DAY, HoursAxis, Tick
from app.export.figures.measure import shortened, text_width

_NAMES: Final = 180.0
"""Width of the column that names duty and notice."""
_LIMITS: Final = 72.0
"""Width kept free behind the axis for the limit of the last notice."""
_HEAD: Final = 26.0
_BAND: Final = 16.0
_ROW: Final = 23.0
_BAR: Final = 4.0
_DOT: Final = 3.2
_SIZE: Final = 7.8
_SMALL: Final = 6.9
_GAP: Final = 4.0
_AFTER_DOT: Final = _DOT + _GAP
_MOST_UNITS: Final = 600.0
"""Height of the tallest drawing, so that it stands on one page unshrunk."""


@dataclass(frozen=True, slots=True)
class TimelineNotice:
    """One notice, due `hours` after the start of its clock; None has no limit in numbers.

    Where it follows another notice, its own time `begins` so many hours after that start.
    `limit` says the time in words, `remark` what to know of it.
    """

    duty: str
    notice: str
    limit: str
    hours: float | None = None
    begins: float = 0.0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """Notices whose clocks start at one moment, which `title` names."""

    title: str
    notices: tuple[TimelineNotice, ...]


@dataclass(frozen=True, slots=True)
class TimelinePart:
    """A drawing that fits on a page, and what it shows."""

    groups: tuple[TimelineGroup, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Scale:
    """What stands at the axis."""

    title: str
    ticks: tuple[Tick, ...]


def notice_timelines(
    groups: tuple[TimelineGroup, ...], say: Labels, max_width: float = 456.0
) -> tuple[TimelinePart, ...]:
    """Draw `groups` as wide as `max_width`, in as many parts of one scale as it takes.

    `say` gives the words of the axis.
    """
    hours = [one.hours for group in groups for one in group.notices if one.hours is not None]
    last = max([DAY, *hours])
    axis = HoursAxis(max_width - _NAMES - _LIMITS, last)
    scale = _Scale(say("timeline.axis"), axis.ticks(_SMALL, say))
    return tuple(
        TimelinePart(part, _drawn(part, axis, scale, max_width)) for part in _parts(groups)
    )


def _parts(groups: tuple[TimelineGroup, ...]) -> Iterator[tuple[TimelineGroup, ...]]:
    """Split `groups` so that each part fits; one that is split bears its title twice."""
    part: list[TimelineGroup] = []
    used = _HEAD
    for group in groups:
        waiting = list(group.notices)
        while waiting:
            fitting = int((_MOST_UNITS - used - _BAND) // _ROW)
            if fitting < 1:
                yield tuple(part)
                part, used = [], _HEAD
                continue
            taken, waiting = waiting[:fitting], waiting[fitting:]
            part.append(TimelineGroup(group.title, tuple(taken)))
            used += _BAND + len(taken) * _ROW
    if part:
        yield tuple(part)


def _drawn(
    groups: tuple[TimelineGroup, ...], axis: HoursAxis, scale: _Scale, width: float
) -> Drawing:
    height = _HEAD + sum(_BAND + len(group.notices) * _ROW for group in groups)
    shapes = [*_scale(scale, height)]
    y = _HEAD
    for group in groups:
        shapes += _band(group, y, width)
        y += _BAND
        for notice in group.notices:
            shapes += _row(notice, axis, y, width)
            y += _ROW
    return Drawing(width, height, tuple(shapes))


def _scale(scale: _Scale, height: float) -> Iterator[Shape]:
    yield Label(_NAMES, _SMALL, scale.title, _SMALL, Ink.MUTED)
    for tick in scale.ticks:
        x = _NAMES + tick.x
        yield Path(((x, _HEAD - 3.0), (x, height)), Ink.RULE, 0.5)
        yield Label(x, _HEAD - 6.0, tick.text, _SMALL, Ink.MUTED, anchor=Anchor.MIDDLE)


def _band(group: TimelineGroup, y: float, width: float) -> Iterator[Shape]:
    yield Box(0.0, y, width, _BAND, Ink.BRAND_SOFT)
    title = shortened(group.title, width - 2 * _GAP, _SIZE, strong=True)
    yield Label(_GAP, y + _BAND - 5.0, title, _SIZE, Ink.BRAND, strong=True)


def _row(notice: TimelineNotice, axis: HoursAxis, y: float, width: float) -> Iterator[Shape]:
    room = _NAMES - 3 * _GAP
    duty = shortened(notice.duty, room, _SIZE, strong=True)
    yield Label(_GAP, y + 10.0, duty, _SIZE, Ink.INK, strong=True)
    yield Label(_GAP, y + 18.6, shortened(notice.notice, room, _SMALL), _SMALL, Ink.MUTED)
    middle = y + _ROW / 2
    due = _NAMES + axis.x(notice.hours or 0.0)
    yield from _bar(notice, axis, middle)
    yield from _limit(notice, due + _AFTER_DOT, middle, width)
    ink = Ink.WARN if notice.remark else Ink.BRAND
    yield Dot(due, middle, _DOT, Ink.PAPER if notice.hours is None else ink, ink)


def _bar(notice: TimelineNotice, axis: HoursAxis, middle: float) -> Iterator[Shape]:
    """The time there is; that of the notice before it is only dashed."""
    if not notice.hours:
        return
    begins, due = (_NAMES + axis.x(hours) for hours in (notice.begins, notice.hours))
    if notice.begins:
        yield Path(((_NAMES, middle), (begins, middle)), Ink.BRAND, 0.8, dashed=True)
    yield Box(begins, middle - _BAR / 2, due - begins, _BAR, Ink.BRAND, radius=1.0)


def _limit(notice: TimelineNotice, x: float, middle: float, width: float) -> Iterator[Shape]:
    """The time in words on paper of its own, so that no line of the scale runs through it."""
    known = notice.hours is not None
    limit = shortened(notice.limit, width - x, _SIZE, strong=known)
    remark = shortened(notice.remark, width - x, _SMALL)
    taken = max(text_width(limit, _SIZE, strong=known), text_width(remark, _SMALL))
    yield Box(x - 1.0, middle - 9.0, min(taken + 2.0, width - x + 1.0), 18.0, Ink.PAPER)
    rise = -0.6 if remark else 2.8
    yield Label(x, middle + rise, limit, _SIZE, Ink.INK if known else Ink.MUTED, strong=known)
    if remark:
        yield Label(x, middle + 7.4, remark, _SMALL, Ink.INK)
