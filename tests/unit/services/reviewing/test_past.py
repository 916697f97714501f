"""What a review session looks back on, in a history kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from app.domain.lifecycle.reviewing.ageing import Earlier
from app.domain.plan.plan import Plan
from app.services.history import Entry
from app.services.reviewing.past import Past, read_past
from tests.builders import person, plan_with

TODAY = date(2026, 11, 22)


@dataclass
class MemoryHistory:
    """A revision a day named; each plan holds a person called by its number."""

    days: tuple[date, ...]
    known: Mapping[str, int] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(number, datetime(day.year, day.month, day.day, tzinfo=UTC), "Ann", "Edits")
            for number, day in enumerate(self.days, 1)
        )

    def plan_at(self, number: int) -> Plan:
        self.asked.append(number)
        return at(number)

    def versions(self) -> Mapping[str, int]:
        return self.known


def at(number: int) -> Plan:
    return plan_with(person(f"p{number}"))


def test_a_plan_made_today_has_only_its_beginning():
    assert read_past(MemoryHistory((TODAY,)), TODAY) == Past("", None, (Earlier(TODAY, at(1)),))


def test_the_newest_version_is_what_the_plan_is_compared_with():
    past = read_past(MemoryHistory((TODAY,) * 3, {"1.0": 1, "1.1": 2}), TODAY)

    assert (past.version, past.plan) == ("1.1", at(2))


def test_a_state_stands_from_the_day_of_its_revision_and_is_read_once():
    days = (date(2020, 1, 1), date(2024, 1, 1), date(2026, 8, 1), date(2026, 11, 20))
    history = MemoryHistory(days)

    past = read_past(history, TODAY)

    assert past.earlier == (
        Earlier(days[2], at(3)),
        Earlier(days[1], at(2)),
        Earlier(days[0], at(1)),
    )
    assert history.asked == [3, 2, 1]


def test_of_many_revisions_the_last_before_each_day_counts():
    days = (*(date(2026, 10, day) for day in range(1, 32)), TODAY)

    past = read_past(MemoryHistory(days), TODAY)

    assert [one.on for one in past.earlier] == [date(2026, 10, 22), date(2026, 10, 1)]
