"""Rows of cells made into a table: limits kept, ragged rows filled, empty ones left out."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.exchange.tables.refusals import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    CellTooLong,
    NothingInTable,
    TooManyColumns,
    TooManyRows,
)
from app.services.importing.heading import looks_headed
from app.services.importing.tables import (
    Table,
    TableRow,
    Tell,
    distinct,
    quiet,
    with_first_row_as_heads,
)

TOLD_EVERY: Final = 500
"""Rows between two reports of progress."""
SHOWN: Final = 3
"""So many rows are named in a remark."""

Numbered = tuple[int, list[str]]
"""A row with the line of the file it begins on."""


def made_table(
    name: str, rows: Iterable[Numbered], remarks: tuple[str, ...], tell: Tell = quiet
) -> Table:
    """The table of these rows, whose first one may hold the heads.

    Raises:
        IrplanError: there are none, or too many of something.
    """
    widths: list[tuple[int, int]] = []
    kept = list(_within_limits(name, _noted(rows, widths), tell))
    if not kept:
        raise NothingInTable(name)
    width = max(len(cells) for _, cells in kept)
    filled = [TableRow(number, (*cells, *[""] * (width - len(cells)))) for number, cells in kept]
    ragged = [number for number, wide in widths if wide != widths[0][1]]
    if ragged:
        remarks = (*remarks, _said_of_ragged(ragged, widths[0][1]))
    table = Table(name, distinct(("",) * width), tuple(filled), remarks)
    table = _without_blank_columns(table)
    first = table.rows[0].cells
    return with_first_row_as_heads(table) if looks_headed(first, table.rows[1:]) else table


def _noted(rows: Iterable[Numbered], widths: list[tuple[int, int]]) -> Iterator[Numbered]:
    """The same rows; `widths` gets the number and the cells of each that is not empty."""
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            widths.append((number, len(cells)))
        yield number, cells


def _within_limits(name: str, rows: Iterable[Numbered], tell: Tell) -> Iterator[Numbered]:
    count = 0
    for number, cells in rows:
        trimmed = _trimmed(cells)
        if not trimmed:
            continue
        count += 1
        if count > MOST_ROWS + 1:  # one may hold the heads
            raise TooManyRows(name)
        if len(trimmed) > MOST_COLUMNS:
            raise TooManyColumns(name, number)
        if max(map(len, trimmed)) > LONGEST_CELL:
            raise CellTooLong(name, number)
        if count % TOLD_EVERY == 0:
            tell(count / (MOST_ROWS + 1), f"Row {number}")
        yield number, trimmed


def _trimmed(cells: list[str]) -> list[str]:
    """Without the empty cells at the end."""
    last = len(cells)
    while last and not cells[last - 1].strip():
        last -= 1
    return cells[:last]


def _without_blank_columns(table: Table) -> Table:
    filled = [
        at for at in range(len(table.heads)) if any(row.cells[at].strip() for row in table.rows)
    ]
    rows = tuple(TableRow(row.number, tuple(row.cells[at] for at in filled)) for row in table.rows)
    return Table(table.name, distinct(("",) * len(filled)), rows, table.remarks)


def _said_of_ragged(numbers: list[int], width: int) -> str:
    if len(numbers) == 1:
        return f"Row {numbers[0]} does not have {width} cells as the first row has; look at it."
    shown = ", ".join(map(str, numbers[:SHOWN]))
    more = f" and {len(numbers) - SHOWN:,} more" if len(numbers) > SHOWN else ""
    return f"Rows {shown}{more} do not have {width} cells as the first row has; look at them."
