"""Rows as the text of a table that other programs paste."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text may begin that a spreadsheet would reckon instead of showing it."""

_HARMLESS = re.compile(r"[+-]?[\d\s().,/-]+")
"""A number, a telephone number or a day, which nobody can abuse."""


def as_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Headings and rows, cells parted by tabs; a cell of several lines stands in quotes."""
    out = StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    for row in (headings, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula."""
    if not text.lstrip(" ").startswith(STARTS) or _HARMLESS.fullmatch(text):
        return text
    return f"'{text}"
