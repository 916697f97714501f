"""The matrix: every impact meets every urgency in exactly one cell."""

from app.domain.plan.classification import ImpactLevel, MatrixCell, UrgencyLevel, cell_id
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems


def check_matrix(parts: TemplateParts, problems: Problems) -> None:
    """Note each cell that is missing or not called by its impact and urgency."""
    impacts = [placed.item.id for placed in parts.records(ImpactLevel)]
    urgencies = [placed.item.id for placed in parts.records(UrgencyLevel)]
    met: set[tuple[str, str]] = set()
    for placed in parts.records(MatrixCell):
        cell = placed.item
        met.add((cell.impact, cell.urgency))
        if cell.id != cell_id(cell.impact, cell.urgency):
            sentence = f"'{cell.id}' is not '{cell_id(cell.impact, cell.urgency)}'"
            problems.note(placed.file, f"{placed.place}.id", sentence)
    for impact in impacts:
        for urgency in urgencies:
            if (impact, urgency) not in met:
                file = next(placed.file for placed in parts.records(ImpactLevel))
                problems.note(file, "records", f"the matrix lacks '{cell_id(impact, urgency)}'")
