"""Whether two versions of a text say the same and are only written differently."""

import re
import unicodedata
from typing import Final

LONG: Final = 5
"""Letters from which on a word may be misspelt; shorter ones are too often another word."""


def same_but_spelling(before: str, after: str) -> bool:
    """Whether only the spelling differs: a word added, dropped or replaced is never that.

    Blanks, marks of punctuation and of emphasis, and capitals count as spelling. So do, in words
    of at least `LONG` letters, doubled letters, s for z, s for c before e, or for our, and two
    neighbouring letters that changed places. Numbers and signs such as < and % are compared as
    they are.
    """
    old, new = _words(before), _words(after)
    return len(old) == len(new) and all(map(_alike, old, new))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _alike(old: str, new: str) -> bool:
    if old == new:
        return True
    if not (old.isalpha() and new.isalpha() and min(len(old), len(new)) >= LONG):
        return False
    return _plain(old) == _plain(new) or _swapped(old, new)


def _plain(word: str) -> str:
    return _DOUBLED.sub(r"\1", word.replace("z", "s").replace("ce", "se").replace("our", "or"))


def _swapped(old: str, new: str) -> bool:
    """Whether two neighbouring letters changed places and all others are the same."""
    apart = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) != len(new) or len(apart) != 2:
        return False
    first, second = apart
    return second == first + 1 and old[first : second + 1] == new[first : second + 1][::-1]


_IGNORED = re.escape(".,;:!?'\"()[]{}*_#`~\\-") + "\u00ab\u00bb\u2010-\u201f\u2026"
_WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s{_IGNORED}]")
"""A number, a word of letters, or a sign that says something."""
_DOUBLED = re.compile(r"(.)\1+")
