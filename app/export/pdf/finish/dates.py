"""Points in time as PDF and XMP write them."""

from datetime import UTC, datetime


def pdf_date(moment: datetime) -> str:
    """Return `moment` as in ISO 32000-1, 7.9.4."""
    return _utc(moment).strftime("D:%Y%m%d%H%M%S+00'00'")


def xmp_date(moment: datetime) -> str:
    """Return `moment` as in ISO 8601."""
    return _utc(moment).strftime("%Y-%m-%dT%H:%M:%S+00:00")


def _utc(moment: datetime) -> datetime:
    """Return `moment` in UTC; one without a zone is taken to be in UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
