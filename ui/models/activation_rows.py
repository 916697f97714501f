"""The use of the plan in incidents as rows of a table."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.plan.lessons import Activation
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.practice import part_key
from app.services.notifying.sheet import moment_words
from ui.models.cells import Cell, CellRow
from ui.models.exercise_rows import belongings
from ui.models.record_names import name_of


def activation_headings() -> tuple[str, ...]:
    """The headings of the table."""
    return (_tr("Incident"), _tr("When"), _tr("Severity"), _tr("Departed from the plan"))


def activation_row(plan: Plan, activation: Activation) -> CellRow:
    """The row of one incident; what is missing says so."""
    category = activation.category
    kind = "" if category is None else name_of(plan, Kind.CATEGORY, category)
    severity = activation.severity
    level = "" if severity is None else name_of(plan, Kind.SEVERITY, severity)
    below = belongings(plan, part_key(Kind.ACTIVATION, activation.id))
    return CellRow(
        activation.id,
        (
            Cell(activation.name, kind, strong=True),
            _when(activation),
            Cell(level) if level else Cell(_tr("Not stated"), tone="warning"),
            Cell(" ".join(activation.followed.split()) or _tr("Nowhere"), below),
        ),
    )


def _when(activation: Activation) -> Cell:
    if activation.started_at is None:
        return Cell(_tr("No time stated"), tone="warning")
    began = _words(activation.started_at)
    if activation.ended_at is None:
        return Cell(began, _tr("still going on"), "hourglass", "warning")
    return Cell(began, _tr("until {0}").format(_words(activation.ended_at)))


def _words(moment: datetime) -> str:
    return _tr("{0} UTC").format(moment_words(moment.astimezone(UTC)).partition(" (")[0])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exercises", text)
