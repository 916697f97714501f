"""Where a sentence names a severity level, by its name or the short form it starts with."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.domain.plan.classification import SeverityLevel

_OR_WORSE: Final = re.compile(
    r"\b(?:or|and)\s+(?:worse|higher|above|more\s+severe|greater|lower|below|milder)\b"
    r"|\bfrom\b[^.]{0,40}\b(?:on|onwards|upwards)\b|\bat\s+least\b[^.]{0,20}$",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of more levels than those it names."""


def named_levels(
    sentence: str, levels: Iterable[SeverityLevel]
) -> tuple[tuple[int, SeverityLevel], ...]:
    """Each mention of a level with its place; none where more levels are meant than named."""
    if _OR_WORSE.search(sentence):
        return ()
    found = [
        (match.start(), level)
        for level in levels
        for match in _pattern(str(level.id), level.name).finditer(sentence)
    ]
    return tuple(sorted(found, key=lambda mention: mention[0]))


@lru_cache(maxsize=256)
def _pattern(key: str, name: str) -> re.Pattern[str]:
    """What names the level: alone if it cannot be mistaken, a common word only next to a noun."""
    first, *rest = name.split() or [""]
    alone = {form for form in (name, first, key) if _telling(form)}
    words = {form for form in (name, " ".join(rest), key) if form and form not in alone}
    parts = [rf"{re.escape(form)}(?![\w-])" for form in sorted(alone, key=len, reverse=True)]
    for word in map(re.escape, sorted(words, key=len, reverse=True)):
        parts.append(rf"(?:severity|priority|level)\s+[\"“]?{word}(?![\w-])")
        parts.append(rf"{word}(?=[\s-]+(?:severity|priority|level|incident|event)|\s*:)")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})", re.IGNORECASE)


def _telling(form: str) -> bool:
    """Whether the form is no ordinary word: it holds a digit beside letters."""
    return any(char.isdigit() for char in form) and any(char.isalpha() for char in form)
