"""Where a few letters occur in what a page shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence: in which of the texts, from which letter, how many letters."""

    text: int
    start: int
    length: int


def hits(texts: Sequence[str], wanted: str, *, case: bool = False) -> tuple[Hit, ...]:
    """Every occurrence of `wanted` in reading order; none when it is blank."""
    if not wanted.strip():
        return ()
    pattern = re.compile(re.escape(wanted), 0 if case else re.IGNORECASE)
    return tuple(_hits(texts, pattern))


def units(text: str, at: int) -> int:
    """The place of the letter `at` as Qt counts it, in units of UTF-16."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def _hits(texts: Sequence[str], pattern: re.Pattern[str]) -> Iterator[Hit]:
    for at, text in enumerate(texts):
        for found in pattern.finditer(text):
            yield Hit(at, found.start(), found.end() - found.start())
