from datetime import UTC, datetime, timedelta, timezone

from app.export.pdf.finish.dates import pdf_date, xmp_date

NOON = datetime(2026, 11, 20, 12, 0, 5, tzinfo=timezone(timedelta(hours=2)))


def test_points_in_time_are_written_in_utc():
    assert pdf_date(NOON) == "D:20261120100005+00'00'"
    assert xmp_date(NOON) == "2026-11-20T10:00:05+00:00"


def test_a_time_without_a_zone_is_taken_as_utc():
    assert pdf_date(NOON.replace(tzinfo=None)) == pdf_date(NOON.replace(tzinfo=UTC))
