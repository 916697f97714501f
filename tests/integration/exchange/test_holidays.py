from datetime import date

import pytest

from app.exchange.holidays import PublicHolidays

CALENDAR = PublicHolidays()


@pytest.mark.parametrize(
    ("day", "jurisdiction"),
    [
        (date(2026, 11, 26), "US"),  # Thanksgiving
        (date(2026, 7, 3), "US"),  # Independence Day falls on a Saturday and is observed before
        (date(2026, 12, 25), "GB"),
        (date(2026, 12, 28), "GB"),  # Boxing Day falls on a Saturday and is made up for
        (date(2027, 3, 26), "DE"),  # Good Friday
        (date(2027, 3, 8), "DE-BE"),  # a holiday of Berlin
        (date(2026, 9, 7), "BR"),  # Independence Day
    ],
)
def test_public_holidays_are_known(day, jurisdiction):
    assert CALENDAR.is_holiday(day, jurisdiction)
    assert not CALENDAR.is_weekend(day, jurisdiction)


@pytest.mark.parametrize(
    ("day", "jurisdiction"),
    [(date(2026, 11, 26), "GB"), (date(2027, 3, 8), "DE"), (date(2026, 11, 25), "US")],
)
def test_a_working_day_is_no_holiday(day, jurisdiction):
    assert not CALENDAR.is_holiday(day, jurisdiction)


@pytest.mark.parametrize(
    ("jurisdiction", "friday", "sunday"),
    [("SA", True, False), ("US", False, True), ("AE", False, True), ("EU", False, True)],
)
def test_weekends_are_those_of_the_jurisdiction(jurisdiction, friday, sunday):
    assert CALENDAR.is_weekend(date(2026, 11, 20), jurisdiction) is friday
    assert CALENDAR.is_weekend(date(2026, 11, 22), jurisdiction) is sunday


def test_a_weekend_that_is_worked_in_china_is_no_weekend():
    assert not CALENDAR.is_weekend(date(2026, 2, 14), "CN")
    assert CALENDAR.is_weekend(date(2026, 2, 14), "US")


@pytest.mark.parametrize("jurisdiction", ["US", "US-NY", "de", " DE-BY ", "DE-XX"])
def test_countries_and_their_parts_are_known(jurisdiction):
    assert CALENDAR.knows(jurisdiction)


@pytest.mark.parametrize("jurisdiction", ["EU", "", "-", "Germany", "XX-YY"])
def test_what_is_no_country_has_weekends_only(jurisdiction):
    assert not CALENDAR.knows(jurisdiction)
    assert not CALENDAR.is_holiday(date(2026, 12, 25), jurisdiction)
    assert CALENDAR.is_weekend(date(2026, 12, 26), jurisdiction)


def test_a_part_that_is_not_known_has_the_holidays_of_its_country():
    assert CALENDAR.is_holiday(date(2026, 12, 25), "DE-XX")
