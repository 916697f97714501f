"""Reading pipe tables: a header line, a line of dashes, then one line for each row."""

import re
from collections.abc import Sequence

from app.domain.document.prose.inline_reader import read_inlines
from app.domain.document.prose.nodes import Inlines, Table
from app.domain.document.prose.syntax import BLANK, start_of


def opens_table(lines: Sequence[str], at: int) -> bool:
    """Whether line `at` is a header: the line below has the dashes for just as many cells."""
    if "|" not in lines[at] or at + 1 == len(lines):
        return False
    dashes = lines[at + 1]
    if "|" not in dashes or not _DASHES.fullmatch(dashes):
        return False
    return len(_sources(lines[at])) == len(_sources(dashes))


def read_table(lines: Sequence[str], at: int) -> tuple[Table, int]:
    """The table whose header is line `at`, rows as ragged as written, and the line after it."""
    end = at + 2
    while end < len(lines) and lines[end].strip(BLANK) and start_of(lines[end]) is None:
        end += 1
    rows = tuple(_cells(line) for line in lines[at + 2 : end])
    return Table(_cells(lines[at]), rows), end


def _cells(line: str) -> tuple[Inlines, ...]:
    return tuple(map(read_inlines, _sources(line)))


def _sources(line: str) -> list[str]:
    """The text of each cell; an escaped bar is a bar even inside code."""
    row = line.strip(BLANK).removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.replace("\\|", "|").strip(BLANK) for cell in _BAR.split(row)]


_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"[ \t]*+\|?+(?:[ \t]*+:?+-++:?+[ \t]*+(?:\||\Z))++[ \t]*+")
