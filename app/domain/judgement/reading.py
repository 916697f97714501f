"""Prose of the plan as it was last read: each text is read once."""

import re
from collections.abc import Callable
from functools import lru_cache

from app.domain.document.prose.nodes import Prose
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text

PARSED_PROSE = 1024
"""How many parsed texts are remembered, many times the sections of a plan."""


@lru_cache(maxsize=PARSED_PROSE)
def parsed(source: str) -> Prose:
    """The prose in `source`, remembered."""
    return read(source)


@lru_cache(maxsize=PARSED_PROSE)
def words_of(source: str) -> str:
    """The plain words of the prose in `source`, remembered; variables stay as they are."""
    return plain_text(parsed(source))


@lru_cache(maxsize=PARSED_PROSE)
def quotable_sentences(source: str) -> tuple[str, ...]:
    """The sentences of the prose in `source`, entries and cells being some too.

    An ellipsis stands for each variable, so that its name is not taken for a word of the plan.
    """
    return quoted_sentences(source, lambda _: "…")


def quoted_sentences(source: str, resolve: Callable[[str], str]) -> tuple[str, ...]:
    """The same sentences with what `resolve` gives for each variable."""
    parts = (mark for line in _lines(source) for mark in _SENTENCE_END.split(line))
    filled = (_VARIABLE.sub(lambda found: resolve(found[1]), part.strip()) for part in parts)
    return tuple(part for part in filled if part)


def _lines(source: str) -> list[str]:
    return plain_text(parsed(source)).splitlines()


_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\t")
_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
