"""The matrix: under all answers every impact meets every urgency in a cell."""

from itertools import product

from app.domain.interview.template import StartingRecord
from app.domain.plan.classification import ImpactLevel, MatrixCell, UrgencyLevel, cell_id
from app.domain.plan.plan import Kind
from app.persistence.library.checks.presence import Presence
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems


def check_matrix(parts: TemplateParts, problems: Problems) -> None:
    """Note each cell that is missing or not called by its impact and urgency."""
    misnamed = set()
    for placed in parts.records(MatrixCell):
        cell = placed.item
        wanted = cell_id(cell.impact, cell.urgency)
        if cell.id != wanted:
            misnamed.add(wanted)
            problems.note(placed.file, f"{placed.place}.id", f"'{cell.id}' is not '{wanted}'")
    presence = Presence(parts)
    impacts = _levels(parts, ImpactLevel)
    for impact, urgency in product(impacts, _levels(parts, UrgencyLevel)):
        wanted = cell_id(impact.item.record.id, urgency.item.record.id)
        if wanted not in misnamed and presence.lacking(
            Kind.CELL, wanted, impact.item, urgency.item
        ):
            problems.note(impact.file, "records", f"the matrix lacks '{wanted}'")


def _levels(
    parts: TemplateParts, level: type[ImpactLevel | UrgencyLevel]
) -> list[Placed[StartingRecord]]:
    return [placed for placed in parts.starting if isinstance(placed.item.record, level)]
