"""Finds what a person means from a few of its letters."""

WORD_START = 8
IN_A_ROW = 5
AT_START = 12
WHOLE = 60
"""Worth of a letter that begins a word, follows its neighbour, begins the text; of a substring."""

LOOSEST = 3
"""Letters lying further apart than this many times their number were not meant."""


def score(query: str, text: str) -> int | None:
    """How well `text` answers `query`, more being better; None when it does not.

    Letters must appear in order and near each other; case, and blanks in the query, do not
    count.
    """
    return score_low(query.strip().lower(), text.lower())


def score_low(query: str, low: str) -> int | None:
    """As `score`, of a query and a text that are in small letters already."""
    if not query:
        return 0
    at = low.find(query)
    if at >= 0:
        return WHOLE + _worth(low, at, -2) - len(low) // 12
    return _scattered("".join(query.split()), low)


def _scattered(wanted: str, low: str) -> int | None:
    total, at, previous, first = 0, -1, -2, -1
    for letter in wanted:
        at = low.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
        total += _worth(low, at, previous)
        previous = at
    near = at - first < LOOSEST * len(wanted)
    return total - len(low) // 12 if near else None


def _worth(text: str, at: int, previous: int) -> int:
    if at == 0:
        return AT_START
    if not text[at - 1].isalnum():
        return WORD_START
    return IN_A_ROW if at == previous + 1 else 0
