"""Records found by words, without walking through their table."""

import re
from collections.abc import Iterable
from typing import Final

from app.domain.plan.ids import RecordId

_WORD: Final = re.compile(r"\w+")


def words_in(text: str) -> frozenset[str]:
    """Every word of `text`, as it is written."""
    return frozenset(_WORD.findall(text))


def first_word(text: str) -> str:
    """The word `text` begins with; blank when it holds none."""
    found = _WORD.search(text)
    return found[0] if found is not None else ""


class WordIndex:
    """The words that stand for each record; one without any is not kept."""

    def __init__(self) -> None:
        self._words: dict[RecordId, frozenset[str]] = {}
        self._keys: dict[str, set[RecordId]] = {}

    def put(self, key: RecordId, words: frozenset[str]) -> None:
        """Let `words`, and no others, stand for the record `key`."""
        before = self._words.pop(key, frozenset())
        for word in before - words:
            self._keys[word].discard(key)
            if not self._keys[word]:
                del self._keys[word]
        for word in words - before:
            self._keys.setdefault(word, set()).add(key)
        if words:
            self._words[key] = words

    def with_any(self, words: Iterable[str]) -> set[RecordId]:
        """The records for which one of `words` stands."""
        return {key for word in words for key in self._keys.get(word, ())}

    def with_all(self, words: Iterable[str]) -> set[RecordId]:
        """The records for which all of `words` stand; every one when there are none."""
        holding = sorted((self._keys.get(word, set()) for word in words), key=len)
        return holding[0].intersection(*holding[1:]) if holding else set(self._words)
