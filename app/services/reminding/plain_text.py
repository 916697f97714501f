"""Text of people's own, so that nothing in it can begin a line, a header or an escape."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cs"})
"""Controls, and halves of characters that cannot be encoded."""


def one_line(text: str) -> str:
    """`text` on one line."""
    return seen(" ".join(text.split()))


def lines(text: str) -> str:
    """`text` with a line feed for whatever ends a line somewhere."""
    return "\n".join(seen(line) for line in text.strip().splitlines())


def seen(text: str) -> str:
    """`text` without what is no character to read; line ends go, too."""
    return "".join(char for char in text if unicodedata.category(char) not in _UNSEEN)
