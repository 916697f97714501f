"""A table as a reader hands it over: heads, rows of text, and what had to be assumed."""

from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.plan.texts import cleaned


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `number` is the line of the file it begins on, or the place of its card, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every row has as many cells as there are `heads`; no two heads are the same.

    `name` is that of the file, or says where the table came from. `remarks` are sentences on what
    the reader assumed or left out. `head_row` is the row the heads were taken from, None where
    they are made up. `counted` says what a number counts: `row` or `card`.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    remarks: tuple[str, ...] = ()
    head_row: TableRow | None = None
    counted: str = "row"

    def column(self, at: int) -> tuple[str, ...]:
        """The cells of a column, from the top."""
        return tuple(row.cells[at] for row in self.rows)


class Tell(Protocol):
    """Told the share done, from 0 to 1, and what is being done; raises when it is to stop."""

    def __call__(self, share: float, what: str, /) -> None:
        """Take notice."""


def quiet(share: float, what: str) -> None:
    """Tell nobody."""


def with_first_row_as_heads(table: Table) -> Table:
    """The same, its first row taken for heads; unchanged where it has heads, or no rows."""
    if table.head_row is not None or not table.rows:
        return table
    first = table.rows[0]
    heads = distinct(first.cells)
    return replace(table, heads=heads, rows=table.rows[1:], head_row=first)


def with_made_up_heads(table: Table) -> Table:
    """The same, its heads taken for the first row; unchanged where they are made up already."""
    if table.head_row is None:
        return table
    heads = distinct(("",) * len(table.heads))
    return replace(table, heads=heads, rows=(table.head_row, *table.rows), head_row=None)


def distinct(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Heads on one line, each once: blank ones are numbered, as are those that come again."""
    made: dict[str, None] = {}
    for at, head in enumerate(heads, start=1):
        said = " ".join(cleaned(head).split()) or f"Column {at}"
        shown, count = said, 2
        while shown in made:
            shown, count = f"{said} ({count})", count + 1
        made[shown] = None
    return tuple(made)
