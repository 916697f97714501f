"""How long a string in a PDF may be: ISO 19005-2, 6.1.13."""

from typing import Final

MOST_BYTES: Final = 32_767
"""Of one string, as it is encoded. Streams, such as what pages print, have no such limit."""
_MOST_UNITS: Final = MOST_BYTES // 2 - 2
"""Of two bytes each, with room for the mark of their order and an ellipsis."""


def within_limit(text: str) -> str:
    """Return `text`, or its beginning and an ellipsis if no string could hold it."""
    if len(text) <= _MOST_UNITS // 2:  # no character takes more than two units
        return text
    units = text.encode("utf-16-be")
    if len(units) <= 2 * _MOST_UNITS:
        return text
    kept = units[: 2 * _MOST_UNITS].decode("utf-16-be", "ignore")
    return kept.rstrip() + "\N{HORIZONTAL ELLIPSIS}"
