"""Which way text runs: Word has to be told of each run and paragraph that runs leftwards."""

import re
import unicodedata
from typing import Final

_LEFTWARD: Final = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_PIECES: Final = re.compile(rf"[{_LEFTWARD}]+(?:[\W_]+[{_LEFTWARD}]+)*|[^{_LEFTWARD}]+")
"""Leftward words with what stands between them, and all else."""
_ANY: Final = re.compile(rf"[{_LEFTWARD}]")
_STRONG: Final = {"L": False, "R": True, "AL": True}


def pieces(text: str) -> list[str]:
    """`text` cut where its direction changes."""
    return _PIECES.findall(text) if _ANY.search(text) else [text]


def leftward(text: str) -> bool:
    """Whether `text` begins with a letter of a script that runs leftwards."""
    if not _ANY.search(text):
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)
