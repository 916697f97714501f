"""The time zones of the world by name."""

from functools import lru_cache
from zoneinfo import available_timezones


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """All zones of the IANA database, in order of the alphabet; looked up on the disk once."""
    return tuple(sorted(available_timezones()))
