from datetime import UTC, date, datetime

from app.services.clock import today
from tests.fakes import FakeClock


def test_today_is_the_day_the_clock_tells():
    assert today(FakeClock()) == date(2026, 11, 21)
    assert today(FakeClock(datetime(2026, 12, 31, 23, 59, tzinfo=UTC))) == date(2026, 12, 31)
