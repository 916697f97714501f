"""Levels and samples as rows of tables."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.plan import Kind, Plan
from app.services.classifying.judging import judged_in
from app.services.classifying.sampling import Outcome, SampleVerdict, verdicts
from ui.models.cells import Cell, CellRow
from ui.models.classification_words import listed, times_text, verdict_text
from ui.models.record_names import name_of
from ui.models.record_order import in_order

LOOKS = {
    Outcome.PASSES: ("circle-check", "success"),
    Outcome.ELSEWHERE: ("circle-x", "danger"),
    Outcome.NOWHERE: ("circle-alert", "warning"),
}
"""The icon and colour of each outcome."""


def severity_rows(plan: Plan) -> tuple[CellRow, ...]:
    """A row for each severity, the worst first."""
    return tuple(_severity(plan, level) for level in in_order(plan, Kind.SEVERITY))


def scale_rows(plan: Plan, kind: Kind) -> tuple[CellRow, ...]:
    """A row for each level of impact or urgency, the worst first."""
    return tuple(
        CellRow(level.id, (Cell(level.name, strong=True), _meaning(level)))
        for level in in_order(plan, kind)
    )


def sample_rows(plan: Plan) -> tuple[CellRow, ...]:
    """A row for each sample with how it comes out."""
    return tuple(_sample(plan, found) for found in verdicts(plan))


def _severity(plan: Plan, level: SeverityLevel) -> CellRow:
    declared = level.declared_by
    who = "" if declared is None else name_of(plan, Kind.ROLE, declared)
    below = _tr("declared by {0}").format(who) if who else ""
    told = listed(name_of(plan, Kind.ROLE, role) for role in level.informed)
    return CellRow(
        level.id,
        (
            Cell(level.name, strong=True),
            _meaning(level),
            _times(level.respond_in_hours, level.respond_out_of_hours),
            _times(level.update_every, level.update_every),
            _times(level.escalate_in_hours, level.escalate_out_of_hours),
            Cell(told, below) if told else Cell(_tr("Nobody yet"), below, tone="warning"),
        ),
    )


def _meaning(level: Any) -> Cell:  # noqa: ANN401 - a level of any of the three scales
    said = " ".join(level.meaning.split())
    return Cell(said) if said else Cell(_tr("Not defined"), tone="warning")


def _times(inside: Any, outside: Any) -> Cell:  # noqa: ANN401 - spans or None
    first, below = times_text(inside, outside)
    return Cell(first, below, tone="warning" if inside is None else "")


def _sample(plan: Plan, found: SampleVerdict) -> CellRow:
    sample = found.sample
    picture, tone = LOOKS[found.outcome]
    said = verdict_text(found)
    return CellRow(
        sample.id,
        (
            Cell(said, picture=picture, tone=tone, strong=found.outcome is not Outcome.PASSES),
            Cell(" ".join(sample.description.split())),
            Cell(name_of(plan, Kind.IMPACT, sample.impact), _whence(plan, sample)),
            Cell(name_of(plan, Kind.URGENCY, sample.urgency)),
            Cell(name_of(plan, Kind.SEVERITY, sample.expected)),
        ),
    )


def _whence(plan: Plan, sample: SampleIncident) -> str:
    """The dimensions that give the impact; blank where it was chosen as it is."""
    found = judged_in(plan, sample)
    return "" if found is None else _tr("from {0}").format(listed(d.name for d in found.dimensions))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classification", text)
