"""What the clocks of an incident are read with."""

from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import ZoneInfo

from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.spans import Place
from app.domain.judgement.deadlines.working_days import HolidayCalendar, WorkingDays
from app.domain.judgement.regimes import EntityKind, Regime


class ZoneUnknown(IrplanError):
    """A time zone that is no IANA name."""

    code: ClassVar[str] = "clocks.unknown-zone"


@dataclass(frozen=True, slots=True)
class Case:
    """The moments of one incident, and where the organisation is.

    `zone` (IANA) and `country` (ISO 3166) serve where a regime names none of its own; a blank
    country counts weekends only. `entity_kinds` are what the organisation is where that decides
    on a relief; None means not stated, and no such relief is counted on.
    """

    moments: Moments
    calendar: HolidayCalendar
    zone: str = "UTC"
    country: str = ""
    entity_kinds: frozenset[EntityKind] | None = None

    def place_of(self, regime: Regime) -> Place:
        """Where the limits of `regime` are counted.

        Raises:
            ZoneUnknown: The zone is no IANA name.
        """
        days = WorkingDays(self.calendar, regime.holidays or self.country)
        return Place(zone_named(regime.time_zone or self.zone), days)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone `name`.

    Raises:
        ZoneUnknown: There is none of that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:
        raise ZoneUnknown(
            f"There is no time zone {name!r}; give an IANA name such as Europe/Berlin.", zone=name
        ) from error
