from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from app.domain.plan.plan import Plan
from app.services.changes.points import MOST_DAYS, NOW, Point, PointKind, points_of
from app.services.history import DRAFT, Entry, state_at
from tests.builders import plan_with

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@dataclass
class Saved:
    """A history of revisions saved at these moments."""

    moments: Sequence[datetime]
    known: Mapping[str, int] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(at, moment, "Ann", "") for at, moment in enumerate(self.moments, 1))

    def plan_at(self, number: int) -> Plan:
        return plan_with()

    def versions(self) -> Mapping[str, int]:
        return self.known


def days(*hours: float) -> Saved:
    return Saved([MONDAY + timedelta(hours=one) for one in hours])


def test_versions_come_first_the_newest_foremost_and_the_creation_last():
    history = Saved([MONDAY, MONDAY + timedelta(days=1)], {"1.0": 1, "2.0": 2})

    assert points_of(history, UTC) == (
        Point(PointKind.VERSION, "2.0", date(2026, 11, 17)),
        Point(PointKind.VERSION, "1.0", date(2026, 11, 16)),
        Point(PointKind.DAY, "@1", date(2026, 11, 16)),
        Point(PointKind.CREATION, "@1", date(2026, 11, 16)),
    )


def test_a_day_is_how_the_plan_was_when_it_ended():
    assert points_of(days(0, 1, 2, 24, 25, 50), UTC)[:-1] == (
        Point(PointKind.DAY, "@5", date(2026, 11, 17)),
        Point(PointKind.DAY, "@3", date(2026, 11, 16)),
    )


def test_a_day_ends_at_midnight_where_one_lives():
    history = days(0, 14, 15, 40)

    assert [point.name for point in points_of(history, UTC)] == ["@3", "@2", "@1"]
    west = timezone(timedelta(hours=-9))
    assert [point.name for point in points_of(history, west)] == ["@3", "@1"]


def test_the_newest_day_is_the_plan_as_it_is():
    assert points_of(days(0, 1), UTC) == (Point(PointKind.CREATION, "@1", date(2026, 11, 16)),)


def test_of_many_days_the_latest_are_offered():
    found = points_of(days(*(24 * at for at in range(100))), UTC)

    assert [point.name for point in found] == [
        *(f"@{99 - at}" for at in range(MOST_DAYS)),
        "@1",
    ]


def test_each_point_can_be_looked_up_in_the_history():
    history = Saved([MONDAY, MONDAY + timedelta(days=1)], {"1.0": 2})

    points = (NOW, *points_of(history, None))

    assert [state_at(history, point.name).point for point in points] == [
        point.name for point in points
    ]
    assert NOW.name == DRAFT
