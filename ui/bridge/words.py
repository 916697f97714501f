"""Numbers, days and moments as people read them on screen."""

from datetime import date, datetime


def counted(count: int, one: str, many: str) -> str:
    """`one` for 1, else `many` with `{n}` replaced by the number."""
    return one if count == 1 else many.replace("{n}", str(count))


def day(moment: date) -> str:
    """A day as 30 Nov 2026."""
    return f"{moment.day} {moment:%b %Y}"


def clock_time(moment: datetime) -> str:
    """A moment as the hour, minute and second in this computer's zone."""
    return f"{moment.astimezone():%H:%M:%S}"


def short_name(framework: str) -> str:
    """A framework's name up to its subtitle: ISO/IEC 27001:2022, NIST SP 800-61 Rev. 3."""
    return framework.partition(", ")[0].partition(": ")[0]
