"""The clocks of an incident as rows of a table, the most urgent first."""

from datetime import UTC, datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.deadlines.results import Deadline, Missing, NoLimit, Timed
from app.services.notifying.sheet import left_words, moment_words, need_words
from ui.models.cells import Cell, CellRow


def deadline_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (_tr("Due"), _tr("Time left"), _tr("Notice"), _tr("Basis"))


def deadline_row(deadline: Deadline, now: datetime) -> CellRow:
    """The row for one notice, as of `now`."""
    notice = _tr("{0}\nTo: {1}").format(
        deadline.duty_name, deadline.recipient or _tr("nobody named")
    )
    basis = Cell(deadline.rule, "\n".join(deadline.remarks))
    cells = (*_when(deadline, now), Cell(deadline.name, notice, strong=True), basis)
    return CellRow(f"{deadline.duty}/{deadline.step}", cells)


def urgency(timed: Timed, now: datetime) -> tuple[str, str]:
    """The picture and the colour of a notice with a time."""
    if timed.embargo:
        return ("hourglass", "text2") if timed.at > now else ("circle-check", "success")
    if timed.at < now:
        return "circle-alert", "danger"
    soon = (timed.at - now).total_seconds() < _SOON_S
    return ("clock", "warning") if soon else ("clock", "accent_text")


def _when(deadline: Deadline, now: datetime) -> tuple[Cell, Cell]:
    match deadline.result:
        case Timed() as timed:
            picture, tone = urgency(timed, now)
            shown, _, offset = moment_words(timed.local).partition(" (")
            due = _tr("Not before {0}").format(shown) if timed.embargo else shown
            there = f"{timed.zone} ({offset}"
            utc = _tr("{0} UTC").format(moment_words(timed.at.astimezone(UTC)).partition(" (")[0])
            return (
                Cell(due, f"{there}\n{utc}", strong=True),
                Cell(left_words(timed, now), picture=picture, tone=tone, strong=True),
            )
        case NoLimit():
            return Cell(_tr("No numeric limit")), Cell("\u2013", tone="text3")
        case Missing(needs=needs):
            wanted = _tr(" or ").join(need_words(need) for need in needs)
            said = _tr("Needs: {0}").format(wanted)
            return Cell(said, picture="circle-help", tone="text2"), Cell("\u2013", tone="text3")
        case _:
            assert_never(deadline.result)


_SOON_S = 24 * 3600
"""A notice due within a day stands out."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notifications", text)
