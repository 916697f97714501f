"""Words on standard output."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent; only what is complete has 100."""
    return f"{min(int(share * 100 + 1e-9), 100)}%"


def say(*lines: str) -> None:
    """Print each line."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def say_json(data: object) -> None:
    """Print `data` as JSON, in which what could steer a terminal is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    say("\n".join("".join(map(_escaped, line)) for line in text.split("\n")))


def printable(text: str) -> str:
    """`text`, which may be anybody's, on one line and without what could steer a terminal."""
    plain = " ".join(text.split())
    return "".join(char if _is_printed(char) else "\N{REPLACEMENT CHARACTER}" for char in plain)


def say_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under heads, columns as wide as their widest cell."""
    lines = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        say("  ".join(padded).rstrip())


def _is_printed(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


def _escaped(char: str) -> str:
    return char if _is_printed(char) else json.dumps(char)[1:-1]
