"""Whether the first row of a table holds the heads of its columns."""

from collections.abc import Sequence
from typing import Final

from app.services.importing.columns import looks_like_email, looks_like_phone
from app.services.importing.heads import known_heads
from app.services.importing.tables import TableRow

LONGEST_HEAD: Final = 60
"""Characters; what is longer is a value."""


def looks_headed(first: Sequence[str], rest: Sequence[TableRow]) -> bool:
    """Whether `first` names what stands below it.

    A value that no head can be says no; a head that is known says yes. Else each cell has to be
    filled, with a column below it that holds numbers or addresses.
    """
    filled = [cell.strip() for cell in first if cell.strip()]
    if not rest or not filled or any(map(_is_value, filled)):
        return bool(filled) and not rest and known_heads(filled) == len(filled)
    if known_heads(filled):
        return True
    return len(filled) == len(first) and any(_holds_values(rest, at) for at in range(len(first)))


def _holds_values(rest: Sequence[TableRow], at: int) -> bool:
    cells = [cell for row in rest if (cell := row.cells[at].strip())]
    return bool(cells) and all(map(_is_value, cells))


def _is_value(cell: str) -> bool:
    return (
        len(cell) > LONGEST_HEAD
        or looks_like_email(cell)
        or looks_like_phone(cell)
        or cell.replace(".", "").replace("-", "").replace("/", "").isdecimal()
    )
