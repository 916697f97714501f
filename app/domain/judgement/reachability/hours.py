"""When somebody is there, read from what the plan says of it in words."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

MINUTES_PER_DAY: Final = 24 * 60
_MINUTES_PER_HOUR: Final = 60
_NOON: Final = 12
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Window:
    """From minute `begins` of each of `days` (0 is Monday) until minute `ends`.

    A window that ends no later than it begins lasts into the next day.
    """

    days: frozenset[int]
    begins: int
    ends: int

    def covers(self, local: datetime) -> bool:
        """Whether the moment `local`, by the clock on the wall there, lies in it."""
        day, minute = local.weekday(), local.hour * _MINUTES_PER_HOUR + local.minute
        if self.begins < self.ends:
            return day in self.days and self.begins <= minute < self.ends
        began_today = day in self.days and minute >= self.begins
        return began_today or ((day - 1) % len(_DAYS) in self.days and minute < self.ends)


@dataclass(frozen=True, slots=True)
class Hours:
    """The windows in which somebody is there; None where the words do not surely say."""

    windows: tuple[Window, ...] | None

    @property
    def known(self) -> bool:
        """Whether the words were understood."""
        return self.windows is not None

    def cover(self, local: datetime) -> bool:
        """Whether somebody is there at `local`; who may be there counts as there."""
        return self.windows is None or any(window.covers(local) for window in self.windows)


UNKNOWN: Final = Hours(None)
ALWAYS: Final = Hours((Window(frozenset(range(len(_DAYS))), 0, MINUTES_PER_DAY),))
OFFICE: Final = Hours((Window(frozenset(range(5)), 9 * 60, 17 * 60),))
"""Working hours where the plan states none that can be read: weekdays from 09:00 to 17:00."""

_ALWAYS: Final = re.compile(
    r"(?:(?:reachable|available|on call|on duty)\s+)?"
    r"(?:24\s*[/x]\s*7|at all times|at any time|always|around the clock|round the clock)"
    r"|.*\S\s*;\s*reachable at other times"
)
_OFFICE: Final = re.compile(
    r"(?:(?:in|during|only in|only during)\s+)?(?:office|working|business) hours(?: only)?"
)
_DAY: Final = (
    r"mon(?:day)?s?|tue(?:s|sday|sdays)?|wed(?:nesday)?s?|thu(?:r|rs|rsday|rsdays)?"
    r"|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
)
_TIME: Final = (
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)(?!\s*[ap]\.?m)"
    r"|(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s*[ap]\.?m\b\.?"
)
_TO: Final = r"\s*(?:-|\u2010|\u2011|\u2013|\u2014|to|until|till)\s*"
_WINDOW: Final = re.compile(
    rf"(?:(?P<every>daily|every day|weekdays|on weekdays|weekends|at weekends)"
    rf"|(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY}))?)"
    rf",?\s+(?:from\s+)?(?P<begins>{_TIME}){_TO}(?P<ends>{_TIME})"
)
_BETWEEN: Final = re.compile(r"\s*(?:,|;|\band\b|,\s*and\b)\s*")
_EVERY: Final = {
    "daily": range(7),
    "every day": range(7),
    "weekdays": range(5),
    "on weekdays": range(5),
    "weekends": range(5, 7),
    "at weekends": range(5, 7),
}


@lru_cache(maxsize=4096)
def hours_of(text: str, office: Hours = OFFICE) -> Hours:
    """When somebody is there, as `text` says it; `office` are the organisation's working hours.

    Only what is certain is read, such as `24/7`, `office hours` or `Mon-Fri 08:00-18:00`: of a
    text that says anything else besides, nothing is known.
    """
    plain = _plain(text)
    if _ALWAYS.fullmatch(plain):
        return ALWAYS
    if _OFFICE.fullmatch(plain):
        return office
    windows, rest = _windows(plain)
    return Hours(windows) if windows and not rest else UNKNOWN


def working_hours(text: str) -> Hours:
    """The working hours that `text` begins with; `OFFICE` where it begins with none."""
    windows, _ = _windows(_plain(text))
    return Hours(windows) if windows else OFFICE


def _plain(text: str) -> str:
    return " ".join(text.split()).lower().rstrip(".;, ")


def _windows(plain: str) -> tuple[tuple[Window, ...], str]:
    """The windows at the beginning of `plain`, and what follows them."""
    found: list[Window] = []
    at, past = 0, 0
    while match := _WINDOW.match(plain, at):
        found.append(_window(match))
        past = match.end()
        between = _BETWEEN.match(plain, past)
        if between is None:
            break
        at = between.end()
    return tuple(found), plain[past:]


def _window(match: re.Match[str]) -> Window:
    return Window(_days(match), _minute(match["begins"]), _minute(match["ends"]))


def _days(match: re.Match[str]) -> frozenset[int]:
    if match["every"]:
        return frozenset(_EVERY[match["every"]])
    first = _DAYS.index(match["first"][:3])
    last = _DAYS.index(match["last"][:3]) if match["last"] else first
    return frozenset((first + at) % len(_DAYS) for at in range((last - first) % len(_DAYS) + 1))


def _minute(text: str) -> int:
    """The minute of the day, at most the one a day ends with."""
    figures = re.findall(r"\d+", text)
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if "m" in text:
        hour = hour % _NOON + (_NOON if "p" in text else 0)
    return min(hour * _MINUTES_PER_HOUR + minute, MINUTES_PER_DAY)
