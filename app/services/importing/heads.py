"""Which place a head means, in whatever case, accents and marks it is written."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from app.domain.plan.kinds import Kind
from app.services.importing.fields import import_fields
from app.services.importing.synonyms import SYNONYMS

SURE, LIKELY = 2, 1
"""A head that is known whole, and one in which only a known one is found."""

_TRANSCRIBED = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l"})
_LEAST_WORD = 4
"""Letters; a shorter word inside a head means nothing."""

_OTHERS = frozenset({"type", "label", "typ", "fax", "photo", "id", "notes", "birthday", "yomi"})
"""Words that make a head mean something else than the rest of it says."""


def plain_head(head: str) -> str:
    """`head` in lower case, without accents, its words parted by single spaces."""
    parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", head)
    bare = unicodedata.normalize("NFKD", parted.casefold().translate(_TRANSCRIBED))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", letters))


def meaning_of(head: str, kind: Kind) -> tuple[str, int]:
    """The key of the place that `head` means for `kind`, and how sure that is; blank, 0 if none."""
    said = plain_head(head)
    known = _known(kind)
    if said in known:
        return known[said], SURE
    if not said or _OTHERS.intersection(said.split()):
        return "", 0
    inside = [word for word in known if len(word) >= _LEAST_WORD and _is_within(word, said)]
    return (known[max(inside, key=len)], LIKELY) if inside else ("", 0)


def is_known_head(text: str) -> bool:
    """Whether `text` is what a column of some table is called."""
    said = plain_head(text)
    return any(said in _known(kind) for kind in SYNONYMS)


def known_heads(texts: Iterable[str]) -> int:
    """How many of `texts` are."""
    return sum(map(is_known_head, texts))


def _is_within(word: str, said: str) -> bool:
    return f" {word} " in f" {said} "


@cache
def _known(kind: Kind) -> dict[str, str]:
    """The key of each known head; keys are heads too, and the first place to claim one has it."""
    found: dict[str, str] = {}
    for field in import_fields(kind):
        found.setdefault(plain_head(field.key), field.key)
    for key, words in SYNONYMS[kind].items():
        for word in words:
            found.setdefault(word, key)
    return found
