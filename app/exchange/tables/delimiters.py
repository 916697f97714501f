"""What parts the cells of a CSV file: told by the file, or found by trying."""

import csv
from collections import Counter
from itertools import islice
from typing import Final

_KNOWN: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 60
"""Lines; enough to see which mark parts them evenly."""
_STATED: Final = "sep="
"""What Excel reads, and some programs write, in a first line of its own."""


def stated_delimiter(text: str) -> tuple[str, str]:
    """The mark a first line such as `sep=;` names, and the text below; blank if none does."""
    first, _, rest = text.partition("\n")
    line = first.strip("\r \t")
    if line.lower().startswith(_STATED) and line[len(_STATED) :] in _KNOWN:
        return line[len(_STATED) :], rest
    if first.rstrip("\r").lower() == f"{_STATED}\t":
        return "\t", rest
    return "", text


def found_delimiter(text: str) -> str:
    """The mark that parts most lines into equally many cells; a comma where nothing does."""
    lines = list(islice(_lines(text), _LOOKED_AT))
    return max(_KNOWN, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[float, int]:
    """The share of rows with as many cells as most have, and how many these are."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=mark) if any(row)]
    except csv.Error:
        return 0.0, 0
    widths = Counter(map(len, rows))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if width < 2:
        return 0.0, 0
    return round(count / len(rows), 1), width


def _lines(text: str) -> list[str]:
    return text[:200_000].splitlines(keepends=True)
