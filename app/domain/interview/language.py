"""A language: how the library's own words are said in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_KEPT = re.compile(r"(\{\{.*?\}\}|\{[a-z_]*\}|\]\([^)]*\))", re.DOTALL)
"""Variables, the blanks of labels and the targets of references, which are no words."""


@dataclass(frozen=True)
class Language:
    """What differs from the language the library is written in.

    `texts` gives whole texts by the base's, spaces and line ends apart; `spelling` single words, or
    two with a space between, in lower case. Texts that differ in neither are the same in both
    languages.
    """

    tag: str
    name: str
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    spelling: Mapping[str, str] = field(default_factory=dict, repr=False)

    def words(self, text: str) -> str:
        """`text` of the base in this language."""
        said = self._by_words.get(one_line(text))
        if said is not None:
            return said
        if self._spelled is None:
            return text
        parts = _KEPT.split(text)
        parts[::2] = (self._spelled.sub(self._other, part) for part in parts[::2])
        return "".join(parts)

    def _other(self, found: re.Match[str]) -> str:
        word = found[0]
        said = self.spelling[one_line(word).lower()]
        if word.isupper():
            return said.upper()
        return said.capitalize() if word[0].isupper() else said

    @cached_property
    def _by_words(self) -> dict[str, str]:
        return {one_line(text): said for text, said in self.texts.items()}

    @cached_property
    def _spelled(self) -> re.Pattern[str] | None:
        if not self.spelling:
            return None
        longest_first = sorted(self.spelling, key=len, reverse=True)
        words = (re.escape(word).replace("\\ ", r"\s+") for word in longest_first)
        return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def one_line(text: str) -> str:
    """`text` with every run of spaces and line ends as one space."""
    return " ".join(text.split())
