"""Which characters and how many of them a text of the plan may hold."""

import unicodedata

LONGEST_TEXT = 100_000
"""Characters; a longer text is a file in the wrong place."""

_ALLOWED_CONTROLS = frozenset("\n\t")
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that make text read otherwise than it is stored."""


def problem_with(text: str) -> str | None:
    """What is wrong with `text`, such as `holds the control character U+0000`; None if nothing."""
    if len(text) > LONGEST_TEXT:
        return f"is {len(text):,} characters long; {LONGEST_TEXT:,} is the most"
    for place, char in enumerate(text, start=1):
        if _refused(char):
            return f"holds the control character U+{ord(char):04X} at {place}"
    return None


def cleaned(text: str) -> str:
    """`text` without what `problem_with` objects to, for text typed or pasted by a person."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    kept = "".join(char for char in unified if not _refused(char))
    return kept[:LONGEST_TEXT]


def _refused(char: str) -> bool:
    if char in _ALLOWED_CONTROLS:
        return False
    return char in _REORDERING or unicodedata.category(char) in {"Cc", "Cs"}
