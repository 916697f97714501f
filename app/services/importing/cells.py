"""The text of a cell as the plan may hold it, and what was remarkable about it."""

import re
from typing import Final

from app.domain.plan.texts import cleaned

BLANKS: Final = frozenset({"-", "--", "\u2013", "\u2014", "./.", "n/a", "#n/a", "null", "nil"})
"""What tables write where they mean that there is nothing, in lower case."""

_UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f"))
"""Characters without a width, or that only turn the direction of reading."""

_FORMULA: Final = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]\s*\S|[\t\r]")
_NUMBER: Final = re.compile(r"[+\-]?[\d\s()./,%-]+")


def clean_cell(text: str) -> tuple[str, bool]:
    """`text` without what does not show, and whether there was such a thing.

    What stands for nothing becomes blank; a non-breaking space becomes a plain one.
    """
    plain = cleaned(text).translate(_UNSEEN)
    hidden = len(plain) != len(text.replace("\r\n", "\n").rstrip("\0"))
    kept = plain.replace("\u00a0", " ").replace("\u202f", " ").strip()
    return ("" if kept.casefold() in BLANKS else kept), hidden


def on_one_line(text: str) -> str:
    """`text` with single spaces for every stretch of white space."""
    return " ".join(text.split())


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate with `text`; plain numbers are none."""
    return _FORMULA.match(text) is not None and _NUMBER.fullmatch(text.strip()) is None
