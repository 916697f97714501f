"""Days with a time on them as one would type them, on the organisation's clocks."""

import re
from datetime import UTC, datetime

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from app.domain.plan.profile import Profile
from app.services.notifying.reading import moment_read

OTHERWISE = "UTC"
"""The zone of an organisation that states none, or none that exists."""


def zone_of(profile: Profile) -> str:
    """The IANA zone in which the organisation reads its clocks."""
    try:
        zone_named(profile.time_zone.strip())
    except ZoneUnknown:
        return OTHERWISE
    return profile.time_zone.strip()


def typed_moment(moment: datetime | None, zone: str) -> str:
    """A moment as `2026-11-20 16:40 +01:00` in `zone`; nothing for None."""
    if moment is None:
        return ""
    try:
        local = moment.astimezone(zone_named(zone))
    except OverflowError:  # at either end of the calendar
        local = moment
    stated = local.isoformat(sep=" ", timespec="minutes")
    return f"{stated[:_CLOCK_ENDS]} {stated[_CLOCK_ENDS:]}"


def moment_typed(text: str, zone: str) -> datetime | None:
    """The moment in UTC that a day and a time mean in `zone`; None when one of them is missing.

    Raises:
        IrplanError: they are no moment; its sentence says why.
    """
    found = _TYPED.fullmatch(text.strip())
    return None if found is None else moment_read(found[1], found[2], zone).astimezone(UTC)


_CLOCK_ENDS = len("2026-11-20 16:40")
_TYPED = re.compile(r"(.*\w)(?:[,\s]+|T)(\d{1,2}[:.]\d\d.*)", re.DOTALL)
