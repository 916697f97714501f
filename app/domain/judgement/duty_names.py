"""The names by which texts speak of a duty to notify."""

import re
from functools import lru_cache
from typing import Final

from app.domain.plan.obligations import Obligation

_ACRONYM: Final = re.compile(r"\b[A-Z][A-Z0-9]{2,}\b")
_LONGEST_RECIPIENT: Final = 60
"""Characters; a longer recipient is a description that no sentence repeats."""


def duty_names(duty: Obligation) -> frozenset[str]:
    """Its name, its recipient, its regime, and the acronyms of it; none of them blank."""
    return _names(duty.name, str(duty.id), duty.regime, duty.recipient)


def is_named(names: frozenset[str], sentence: str) -> bool:
    """Whether one of `names` stands in `sentence` by itself, not as a part of a longer word."""
    return any(_stands_in(name, sentence) for name in names)


@lru_cache(maxsize=4096)
def _names(name: str, key: str, regime: str, recipient: str) -> frozenset[str]:
    law = f"{key} {regime}".upper()
    forms = {
        name.strip(),
        regime.strip(),
        *(word for word in _ACRONYM.findall(name) if word in law),
    }
    if len(recipient) <= _LONGEST_RECIPIENT:
        forms.add(recipient.strip())
    return frozenset(forms - {""})


def _stands_in(name: str, sentence: str) -> bool:
    start = sentence.find(name)
    while start >= 0:
        end = start + len(name)
        if not _joins(sentence[max(start - 1, 0) : start]) and not _joins(sentence[end : end + 1]):
            return True
        start = sentence.find(name, start + 1)
    return False


def _joins(char: str) -> bool:
    """Whether `char`, which is blank at an end of the text, makes a longer word."""
    return char.isalnum() or char in {"_", "-"}
