"""The heat map as rows of a table: each part, how often and when last in words, its quarters."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.learning.heat import Heat, HeatRow, Warmth
from app.domain.plan.kinds import Kind
from ui.bridge.words import counted, day
from ui.models.cells import Cell, CellRow
from ui.models.record_names import table_words

PICTURES: Final = {
    Warmth.NEVER: ("circle", "danger"),
    Warmth.LONG_AGO: ("clock", "warning"),
    Warmth.RECENT: ("circle-check", "success"),
}
"""The picture and the colour of each warmth; the words beside them say the same."""


def heat_headings(heat: Heat) -> tuple[str, ...]:
    """The headings: the part, the words, and the quarters."""
    quarters = (f"Q{quarter.number} {quarter.year}" for quarter in heat.quarters)
    return (_tr("Part of the plan"), _tr("Tried out"), *quarters)


def heat_row(row: HeatRow, *, begun: bool) -> CellRow:
    """The row of one part; that it was never tried is no alarm before anything `begun`."""
    picture, tone = PICTURES[row.warmth] if begun else ("circle", "text2")
    last = row.part.trials[-1].name if row.part.trials else ""
    words = Cell(heat_words(row), last, picture, tone, strong=row.warmth is not Warmth.NEVER)
    return CellRow(
        row.part.key,
        (Cell(row.part.name, _kind(row)), words, *map(_count, row.by_quarter)),
    )


def heat_words(row: HeatRow) -> str:
    """Such as `3 times, last 12 May 2026`."""
    if row.warmth is Warmth.NEVER:
        return _tr("Never")
    times = counted(row.part.times, _tr("Once"), _tr("{n} times"))
    if row.part.last is None:
        return _tr("{0}, no day stated").format(times)
    last = day(row.part.last)
    if row.warmth is Warmth.LONG_AGO:
        return _tr("{0}, last {1}: long ago").format(times, last)
    return _tr("{0}, last {1}").format(times, last)


def _count(times: int) -> Cell:
    if not times:
        return Cell("\N{EN DASH}", tone="text3")
    return Cell(str(times), tone="text" if times > 1 else "accent_text", strong=times > 1)


def _kind(row: HeatRow) -> str:
    return _tr("Section") if row.part.kind is Kind.SECTION else table_words(row.part.kind).one


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exercises", text)
