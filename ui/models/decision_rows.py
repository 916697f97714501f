"""The decisions whether to notify as rows of a table."""

from datetime import UTC

from PySide6.QtCore import QCoreApplication

from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Kind, Plan
from app.services.notifying.sheet import moment_words
from ui.models.cells import Cell, CellRow
from ui.models.record_names import name_of


def decision_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (_tr("Incident"), _tr("Duty"), _tr("Decision"), _tr("By and when"), _tr("Why"))


def decision_row(plan: Plan, decision: NotificationDecision) -> CellRow:
    """The row for one decision; what is missing says so."""
    at = decision.at
    when = _tr("no time stated")
    if at is not None:
        when = _tr("{0} UTC").format(moment_words(at.astimezone(UTC)).partition(" (")[0])
    return CellRow(
        decision.id,
        (
            Cell(decision.incident or _tr("No reference"), strong=True),
            Cell(name_of(plan, Kind.OBLIGATION, decision.obligation)),
            _verdict(decision),
            Cell(decision.by or _tr("Nobody named"), when, tone="" if decision.by else "warning"),
            _reason(decision),
        ),
    )


def _verdict(decision: NotificationDecision) -> Cell:
    if decision.notify is None:
        return Cell(_tr("Not decided yet"), picture="hourglass", tone="warning", strong=True)
    if decision.notify:
        return Cell(_tr("Notify"), picture="circle-check", tone="success", strong=True)
    return Cell(_tr("Do not notify"), picture="circle-minus", tone="text2", strong=True)


def _reason(decision: NotificationDecision) -> Cell:
    if decision.reason.strip():
        return Cell(decision.reason)
    return Cell(_tr("No reason stated"), tone="warning")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notifications", text)
