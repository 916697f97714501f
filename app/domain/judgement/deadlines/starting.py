"""Where the clock of a step starts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.results import Need, Timed
from app.domain.judgement.deadlines.spans import LAST_MINUTE, at_local
from app.domain.judgement.regimes import ClockStart, RegimeStep


@dataclass(frozen=True, slots=True)
class Started:
    """A running clock; `projected` when it counts from a limit instead of what happened."""

    at: datetime
    projected: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of one duty: the moments given, and the limits read so far by step id."""

    duty: str
    moments: Moments
    zone: ZoneInfo
    read: Mapping[str, Timed]

    def start_of(self, step: RegimeStep) -> Started | Need:
        """When the clock of `step` starts, or the moment that must be given."""
        if step.clock_start is ClockStart.PREVIOUS_SUBMISSION:
            return self._submission(step.after)
        if step.clock_start is ClockStart.YEAR_END:
            return self._year_end()
        moment = self.moments.of(step.clock_start)
        return Need(step.clock_start) if moment is None else Started(moment)

    def _submission(self, earlier: str) -> Started | Need:
        moment = self.moments.submission(self.duty, earlier)
        if moment is not None:
            return Started(moment)
        if earlier in self.read:
            return Started(self.read[earlier].at, projected=True)
        return Need(ClockStart.PREVIOUS_SUBMISSION, earlier)

    def _year_end(self) -> Started | Need:
        found = self.moments.of(ClockStart.DISCOVERY)
        if found is None:
            return Need(ClockStart.DISCOVERY)
        year = found.astimezone(self.zone).year
        return Started(at_local(date(year, 12, 31), LAST_MINUTE, self.zone))
