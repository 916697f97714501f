"""Short spellings for tables and the values that stand in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.document.inline import plain
from app.domain.document.tree import Anchor, Cell, Column, Inlines, OpenPoint, Table, Tone
from app.domain.plan.dates import date_text
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Record, kind_of
from app.export.compose.place_names import record_place

NOT_STATED = "not stated"
"""Printed, set apart, where the organisation has said nothing."""


def words(text: str) -> Inlines:
    """`text`, or a visible gap when it is blank."""
    return plain(text) if text.strip() else (OpenPoint(NOT_STATED),)


def cell(text: str, tone: Tone = Tone.NEUTRAL, *, strong: bool = False) -> Cell:
    """One paragraph a line of `text`; a visible gap when it is blank."""
    lines = [line for line in text.splitlines() if line.strip()] or [""]
    return Cell(tuple(words(line) for line in lines), tone, strong)


def marked(record: Record, content: Cell | str) -> Cell:
    """The first cell of a record's row, which is the place called by the record."""
    shown = cell(content) if isinstance(content, str) else content
    first, *others = shown.paragraphs or ((),)
    place = Anchor(record_place(kind_of(record), record.id))
    return replace(shown, paragraphs=((place, *first), *others))


def optional(text: str) -> Cell:
    """Like `cell`, but blank stays blank: nothing has to be stated here."""
    return cell(text) if text.strip() else Cell()


def listed(items: Sequence[str]) -> Cell:
    """One paragraph an item; a visible gap when there is none."""
    stated = tuple(plain(item) for item in items if item.strip())
    return Cell(stated) if stated else cell("")


def stacked(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part.strip())


def span(duration: Duration | None) -> str:
    """A duration in words; blank while undecided."""
    return "" if duration is None else str(duration)


def day(when: date | None) -> str:
    """A date such as 30 November 2026; blank when there is none."""
    return "" if when is None else date_text(when)


def moment(when: datetime | None) -> str:
    """A time such as 30 November 2026, 16:40 UTC; blank when there is none."""
    if when is None:
        return ""
    try:
        when = when.astimezone(UTC)
    except OverflowError:  # at either end of the calendar, where no clock runs
        return date_text(when)
    return f"{date_text(when)}, {when:%H:%M} UTC"


def table(
    caption: str,
    heads: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[Cell | str]],
    anchor: str = "",
    *,
    wide: bool = False,
) -> Table:
    """A table whose first cells head their rows; plain strings become cells."""
    made = tuple(
        tuple(cell(item) if isinstance(item, str) else item for item in row) for row in rows
    )
    columns = tuple(Column(title, weight) for title, weight in heads)
    return Table(caption, columns, made, anchor, row_heads=True, wide=wide)
