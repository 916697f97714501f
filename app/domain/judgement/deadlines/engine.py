"""The deadline engine: every notice of a regime, from the moments of an incident."""

from dataclasses import dataclass, field

from app.domain.judgement.deadlines.capping import capped
from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.relieving import relieve
from app.domain.judgement.deadlines.results import (
    Deadline,
    Missing,
    Need,
    NoLimit,
    Result,
    Timed,
)
from app.domain.judgement.deadlines.spans import Place, end_of, free_after
from app.domain.judgement.deadlines.starting import Clocks
from app.domain.judgement.deadlines.wording import (
    HOLIDAYS_UNKNOWN,
    NO_NUMBER,
    PROJECTED,
    rule_of,
    standing,
)
from app.domain.judgement.regimes import Regime, RegimeStep
from app.domain.plan.durations import Duration, TimeUnit


def deadlines(regime: Regime, case: Case) -> tuple[Deadline, ...]:
    """Every notice of `regime` in the order of its steps; an outer limit is part of its step.

    Raises:
        ZoneUnknown: The zone the limits are counted in is no IANA name.
    """
    reading = _Reading(regime, case, case.place_of(regime))
    return tuple(reading.deadline(step) for step in regime.steps if not step.caps)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One pass over the steps; later ones may count from earlier ones, `read` by step id."""

    regime: Regime
    case: Case
    place: Place
    read: dict[str, Timed] = field(default_factory=dict)

    def deadline(self, step: RegimeStep) -> Deadline:
        result, remark = self._result(step)
        if isinstance(result, Timed):
            self.read[step.id] = result
        return Deadline(
            duty=self.regime.id,
            duty_name=self.regime.name,
            step=step.id,
            name=step.name,
            recipient=step.recipient,
            result=result,
            rule=rule_of(self.regime, step),
            remarks=self._remarks(step, result, remark),
        )

    def _result(self, step: RegimeStep) -> tuple[Result, str]:
        if step.within is None:
            return NoLimit(step.timing or NO_NUMBER), ""
        limit, remark = self._limit(step, step.within)
        if step.relief is None or isinstance(limit, Missing):
            return limit, remark
        moved, relieved = relieve(limit, step.relief, self.place, self.case.entity_kinds)
        return moved, " ".join(words for words in (remark, relieved) if words)

    def _limit(self, step: RegimeStep, within: Duration) -> tuple[Timed | Missing, str]:
        own = self._timed(step, within)
        cap = self.regime.cap_of(step)
        if cap is None or cap.within is None:
            return own, ""
        return capped(step, own, cap, self._timed(cap, cap.within))

    def _timed(self, step: RegimeStep, within: Duration) -> Timed | Missing:
        """The time of `step` alone."""
        clocks = Clocks(self.regime.id, self.case.moments, self.place.zone, self.read)
        start = clocks.start_of(step)
        if isinstance(start, Need):
            return Missing((start,))
        if step.embargo:
            at = free_after(within, start.at, self.place)
        else:
            at = end_of(within, start.at, self.place, step.day_ends)
        return Timed(
            at=at,
            zone=self.place.zone.key,
            start=step.clock_start,
            counted_from=start.at,
            embargo=step.embargo,
            projected=start.projected,
        )

    def _remarks(self, step: RegimeStep, result: Result, remark: str) -> tuple[str, ...]:
        found = [*standing(self.regime), remark]
        if isinstance(result, Timed):
            if result.projected:
                found.append(PROJECTED)
            if _needs_holidays(step) and not self.place.working_days.holidays_known:
                found.append(HOLIDAYS_UNKNOWN)
        return tuple(words for words in found if words)


def _needs_holidays(step: RegimeStep) -> bool:
    counted = step.within is not None and step.within.unit is TimeUnit.WORKING_DAYS
    return counted or step.relief is not None
