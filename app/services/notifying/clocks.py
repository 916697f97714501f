"""What the clocks of a plan need to be told, and the case they are then read with."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.results import Deadline, Missing
from app.domain.judgement.deadlines.timeline import timeline
from app.domain.judgement.deadlines.working_days import HolidayCalendar
from app.domain.judgement.regimes import ClockStart, EntityKind, Regime
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile

DEFAULT_ZONE = "UTC"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice of a duty, by the ids the clocks know them by and by name."""

    duty: str
    step: str
    duty_name: str
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clocks of a plan ask for.

    `starts` are the moments that start clocks, each with the names of the duties they start;
    `notices` those whose submission starts another; `kinds` the kinds of organisation that
    decide on a relief.
    """

    starts: dict[ClockStart, tuple[str, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    kinds: tuple[EntityKind, ...] = ()


def wanted(plan: Plan, regimes: Iterable[Regime], calendar: HolidayCalendar) -> Wanted:
    """What can be given so that every clock of `plan` can be read."""
    known = tuple(regimes)
    blank = case_of(plan.profile, Moments(), calendar)
    found = timeline(plan.obligations.values(), known, blank)
    names: dict[ClockStart, dict[str, None]] = {}
    for deadline, start, step in _needs(found):
        if not step:
            names.setdefault(start, {})[deadline.duty_name] = None
    starts = {start: tuple(names[start]) for start in ClockStart if start in names}
    return Wanted(starts, _notices(found), _kinds(plan, known))


def case_of(
    profile: Profile,
    moments: Moments,
    calendar: HolidayCalendar,
    zone: str = "",
    kinds: frozenset[EntityKind] | None = None,
) -> Case:
    """The case of an incident at the organisation of `profile`, or in `zone` where one is given.

    Public holidays are those of the one jurisdiction it states; of several none is chosen.
    """
    stated = profile.jurisdictions
    return Case(
        moments,
        calendar,
        zone=zone or profile.time_zone or DEFAULT_ZONE,
        country=stated[0] if len(stated) == 1 else "",
        entity_kinds=kinds,
    )


def _needs(found: Iterable[Deadline]) -> Iterable[tuple[Deadline, ClockStart, str]]:
    for deadline in found:
        if isinstance(deadline.result, Missing):
            for need in deadline.result.needs:
                yield deadline, need.start, need.step


def _notices(found: tuple[Deadline, ...]) -> tuple[Notice, ...]:
    names = {(item.duty, item.step): item.name for item in found}
    asked = {(deadline.duty, step): deadline for deadline, _, step in _needs(found) if step}
    return tuple(
        Notice(duty, step, deadline.duty_name, names[duty, step])
        for (duty, step), deadline in asked.items()
        if (duty, step) in names
    )


def _kinds(plan: Plan, regimes: tuple[Regime, ...]) -> tuple[EntityKind, ...]:
    adopted = {duty.regime for duty in plan.obligations.values()}
    barred = {
        kind
        for regime in regimes
        if regime.id in adopted
        for step in regime.steps
        if step.relief is not None
        for kind in step.relief.not_for
    }
    return tuple(kind for kind in EntityKind if kind in barred)
