"""Rows of a table read into drafts, cell by cell, each refused value with its reason."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

from app.domain.plan.kinds import Kind
from app.services.importing.addresses import AddressReader, joined, mark, marked
from app.services.importing.cells import clean_cell, is_formula, on_one_line
from app.services.importing.columns import Columns, name_key
from app.services.importing.days import DayOrder, day_of, order_of
from app.services.importing.drafts import Draft, ImportOptions, StatedChannel
from app.services.importing.fields import (
    FIRST_NAME,
    LAST_NAME,
    WITH_CHANNELS,
    ImportField,
    Reads,
    field_named,
)
from app.services.importing.phones import Phones
from app.services.importing.problems import Problem, ProblemKind
from app.services.importing.tables import Table, TableRow
from app.services.importing.values import choice_of, flag_of, lines_of, span_of

LONGEST_NAME: Final = 200
"""Characters; what is longer is a text in the wrong column."""

REQUIRED: Final = {
    Kind.TRAINING: ("audience",),
    Kind.TERM: ("meaning",),
}
"""Fields beside the name that a record says little without."""

_EXAMPLES: Final = {
    Reads.DAY: (ProblemKind.DAY, "is no day such as 2026-11-30"),
    Reads.SPAN: (ProblemKind.SPAN, "is no span of time such as 4 hours or 90 days"),
    Reads.FLAG: (ProblemKind.FLAG, "is neither yes nor no"),
    Reads.ZONE: (ProblemKind.ZONE, "is no time zone such as Europe/London"),
    Reads.CHOICE: (ProblemKind.CHOICE, "is not one of the choices"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that leads somewhere; `order` is that of its days."""

    at: int
    head: str
    field: ImportField
    order: DayOrder


@dataclass(slots=True)
class _Row:
    """A draft in the making."""

    values: dict[str, Any]
    channels: list[StatedChannel]
    problems: list[Problem]
    out_of_band: bool = False


class RowReader:
    """Reads the rows of one table into drafts of one kind."""

    def __init__(
        self,
        kind: Kind,
        table: Table,
        columns: Columns,
        options: ImportOptions,
        phones: Phones,
        zones: AbstractSet[str],
    ) -> None:
        self.addresses = AddressReader(phones, options)
        self._kind = kind
        self._zones = {zone.casefold(): zone for zone in zones}
        self._columns = tuple(_columns(kind, table, columns))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences on how whole columns are read."""
        return tuple(
            f"The days in \u2018{column.head}\u2019 can be read in two ways; the day is taken to "
            "stand before the month."
            for column in self._columns
            if column.order is DayOrder.EITHER
        )

    def read(self, row: TableRow) -> Draft:
        """What `row` states."""
        made = _Row({}, [], [])
        for column in self._columns:
            self._take(made, column, row.cells[column.at])
        if made.out_of_band:
            made.channels = mark(made.channels)
        name = self._name(made)
        channels = joined(made.channels)
        made.problems += self._missing(made.values, channels, name)
        return Draft(row.number, name, tuple(made.values.items()), channels, tuple(made.problems))

    def _take(self, made: _Row, column: _Column, raw: str) -> None:
        cell, hidden = clean_cell(raw)
        if hidden:
            said = "Characters that do not show, or turn the order of reading, were left out."
            made.problems.append(Problem(ProblemKind.HIDDEN, said, column.head))
        if not cell:
            return
        if _is_suspect(cell, column.field):
            said = "It begins as a formula of a spreadsheet does; it is kept as text."
            made.problems.append(Problem(ProblemKind.FORMULA, said, column.head))
        if column.field.channel is not None or column.field.reads is Reads.REACHED:
            self._reach(made, column, cell)
        else:
            self._state(made, column, cell)

    def _reach(self, made: _Row, column: _Column, cell: str) -> None:
        says = marked(column.field, cell)
        if says is not None:
            made.out_of_band = made.out_of_band or says
            return
        kind, reads = column.field.channel, column.field.reads
        if kind is None:
            channels, problems = self.addresses.reached(cell, column.head)
        else:
            channels, problems = self.addresses.channels(kind, reads, cell, column.head)
        made.channels += channels
        made.problems += problems

    def _state(self, made: _Row, column: _Column, cell: str) -> None:
        value = self._value(column, cell)
        if value is not None:
            made.values[column.field.key] = value
            return
        kind, said = _EXAMPLES[column.field.reads]
        shown = on_one_line(cell)[:LONGEST_NAME]
        text = f"\u2018{shown}\u2019 {said}; it is left out."
        made.problems.append(Problem(kind, text, column.head))

    def _value(self, column: _Column, cell: str) -> Any:  # noqa: ANN401 - a value of any field
        """What `cell` states; None where it makes no sense there."""
        field = column.field
        match field.reads:
            case Reads.LINES:
                return lines_of(cell)
            case Reads.DAY:
                return day_of(cell, column.order)
            case Reads.SPAN:
                return span_of(cell)
            case Reads.FLAG:
                return flag_of(cell)
            case Reads.ZONE:
                return self._zones.get(cell.replace(" ", "_").casefold())
            case _:
                return self._choice_or_text(field, cell)

    def _choice_or_text(self, field: ImportField, cell: str) -> Any:  # noqa: ANN401 - see above
        if field.options is not None:
            return choice_of(cell, field.options)
        named = field.key in {name_key(self._kind), FIRST_NAME, LAST_NAME}
        return on_one_line(cell) if named or self._kind in WITH_CHANNELS else cell

    def _name(self, made: _Row) -> str:
        """What the record is called; the parts of a name are put together."""
        first, last = made.values.pop(FIRST_NAME, ""), made.values.pop(LAST_NAME, "")
        key = name_key(self._kind)
        name = str(made.values.get(key) or f"{first} {last}".strip())
        if len(name) > LONGEST_NAME and self._kind in WITH_CHANNELS:
            said = f"The name has {len(name)} characters; see whether it is in the right column."
            made.problems.append(Problem(ProblemKind.TOO_LONG, said))
        if name:
            made.values[key] = name
        return name

    def _missing(
        self, values: dict[str, Any], channels: Sequence[StatedChannel], name: str
    ) -> Iterator[Problem]:
        if not name:
            said = "The row has no name, so that it cannot be taken over."
            yield Problem(ProblemKind.NO_NAME, said)
            return
        for key in REQUIRED.get(self._kind, ()):
            if not values.get(key):
                said = f"Nothing is stated for the field {key}; fill it in later."
                yield Problem(ProblemKind.BLANK_FIELD, said)
        if self._kind not in WITH_CHANNELS:
            return
        if not channels:
            said = "No way to reach them is stated."
            yield Problem(ProblemKind.NO_CHANNEL, said)
        elif not any(one.channel.out_of_band for one in channels):
            said = "No way works when your own network and accounts are down."
            yield Problem(ProblemKind.NO_OUT_OF_BAND, said)


def _columns(kind: Kind, table: Table, columns: Columns) -> Iterator[_Column]:
    for at, key in enumerate(columns):
        field = field_named(kind, key)
        if field is not None:
            days = table.column(at) if field.reads is Reads.DAY else ()
            yield _Column(at, table.heads[at], field, order_of(days))


def _is_suspect(cell: str, field: ImportField) -> bool:
    """Numbers may begin with a plus, and names in a messenger with an at sign."""
    if field.channel is not None and cell[0] in "+@":
        return cell[0] == "@" and field.reads is Reads.PHONE
    return is_formula(cell)
