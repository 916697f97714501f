"""Tables as CSV (RFC 4180), in which no spreadsheet takes the words of a plan for a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, spreadsheets guess another encoding than UTF-8."""

_FORMULA: Final = re.compile(r"(^|;)([\s\"\u00ad\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@＝＋－＠])")  # noqa: RUF001 - full-width, on purpose
"""Where a formula would begin; a spreadsheet that parts cells at `;` starts one after it too.

There a quotation mark opens a cell, and is no part of it.
"""


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table under its heads, in UTF-8, every cell quoted and every text made harmless."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(text) for text in row] for row in rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def harmless(text: str) -> str:
    """`text` on one line, an apostrophe before what a spreadsheet would compute."""
    line = " ".join(text.split())
    shown = "".join(char if _is_shown(char) else "\N{REPLACEMENT CHARACTER}" for char in line)
    return _FORMULA.sub(r"\1\2'", shown)


def several(items: Iterable[str]) -> str:
    """Several texts in one cell; blank ones are left out."""
    return "; ".join(item for item in items if item.strip())


def _is_shown(char: str) -> bool:
    """Whether `char` is neither a control, nor half a character, nor one that turns the line."""
    return unicodedata.category(char) not in {"Cc", "Cs"} and char not in _TURNING


_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
