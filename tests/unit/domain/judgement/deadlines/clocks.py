"""Small regimes, obligations and a calendar for tests of the clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.spans import Place
from app.domain.judgement.deadlines.working_days import WorkingDays
from app.domain.judgement.regimes import ClockStart, Regime, RegimeKind, RegimeStatus, RegimeStep
from app.domain.judgement.requirements import Confidence
from app.domain.plan.durations import Duration, parse_duration
from app.domain.plan.obligations import Obligation, ObligationStep
from tests.builders import rid

COMPILED = date(2026, 11, 21)
CHRISTMAS = date(2026, 12, 25)


@dataclass(frozen=True)
class FakeCalendar:
    """`XX` has Fridays and Saturdays off; `DE` ordinary weekends and the holidays given."""

    holidays: frozenset[date] = frozenset({CHRISTMAS})

    def knows(self, jurisdiction: str) -> bool:
        return jurisdiction in {"DE", "XX"}

    def is_weekend(self, day: date, jurisdiction: str) -> bool:
        return day.weekday() in ({4, 5} if jurisdiction == "XX" else {5, 6})

    def is_holiday(self, day: date, jurisdiction: str) -> bool:
        return self.knows(jurisdiction) and day in self.holidays


def utc(text: str) -> datetime:
    """The moment in UTC written as `2026-11-20 16:40`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def span(text: str) -> Duration:
    found = parse_duration(text)
    assert found is not None, text
    return found


def place(zone: str = "Europe/Berlin", country: str = "DE") -> Place:
    return Place(ZoneInfo(zone), WorkingDays(FakeCalendar(), country))


def step(key: str = "first", within: str = "", **fields: Any) -> RegimeStep:
    values: dict[str, Any] = {
        "name": key.title(),
        "recipient": "the authority",
        "clock_start": ClockStart.AWARENESS,
        "within": span(within) if within else None,
    }
    return RegimeStep(key, **{**values, **fields})


def regime(*steps: RegimeStep, **fields: Any) -> Regime:
    values: dict[str, Any] = {
        "id": "law",
        "name": "The law",
        "jurisdiction": "Germany",
        "sector": "all",
        "kind": RegimeKind.LAW,
        "status": RegimeStatus.IN_FORCE,
        "applies_to": "Everybody",
        "trigger": "An incident",
        "content": ("what happened",),
        "citation": "§ 1",
        "confidence": Confidence.HIGH,
        "source": "the text",
        "compiled": COMPILED,
        "verified_on": COMPILED,
    }
    return Regime(steps=steps, **{**values, **fields})


def case(
    at: Mapping[ClockStart, datetime] | None = None,
    submitted: Mapping[tuple[str, str], datetime] | None = None,
    **fields: Any,
) -> Case:
    values: dict[str, Any] = {"zone": "Europe/Berlin", "country": "DE"}
    return Case(Moments(at or {}, submitted or {}), FakeCalendar(), **{**values, **fields})


def aware(text: str, **fields: Any) -> Case:
    """A case of which only awareness is known."""
    return case({ClockStart.AWARENESS: utc(text)}, **fields)


def duty(key: str, *steps: ObligationStep, **fields: Any) -> Obligation:
    return Obligation(rid(key), fields.pop("name", key.title()), steps=steps, **fields)
