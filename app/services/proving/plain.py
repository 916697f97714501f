"""Text and times of a report, as people and terminals may see them."""

import unicodedata
from datetime import datetime


def utc_text(moment: datetime) -> str:
    """An aware UTC moment as `2026-11-21T14:03:07Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_or_none(moment: datetime | None) -> str | None:
    """The same; None stays None."""
    return None if moment is None else utc_text(moment)


def one_line(text: str) -> str:
    """Text from a stranger's file cannot start a line of its own or steer a terminal."""
    return "".join(char if _printable(char) else "\N{REPLACEMENT CHARACTER}" for char in text)


def listed(words: tuple[str, ...]) -> str:
    """`Seal`, `Seal and Author`, `Seal, Author and Approver`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _printable(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"
