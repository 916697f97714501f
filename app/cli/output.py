"""Words on standard output."""

import json
import sys
from collections.abc import Iterable, Sequence


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent; only what is complete has 100."""
    return f"{min(int(share * 100 + 1e-9), 100)}%"


def say(*lines: str) -> None:
    """Print each line."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def say_json(data: object) -> None:
    """Print `data` as JSON."""
    say(json.dumps(data, ensure_ascii=False, indent=2))


def say_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under heads, columns as wide as their widest cell."""
    lines = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        say("  ".join(padded).rstrip())
