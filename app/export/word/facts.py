"""Label and value pairs."""

from app.domain.document.inline import plain
from app.domain.document.tree import Facts
from app.export.word import grid
from app.export.word.oxml import Element
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import runs
from app.export.word.scope import Scope

_LABEL_SHARE, _VALUE_SHARE = 0.28, 0.72


def facts(block: Facts, scope: Scope, width: int) -> list[Element]:
    """A two-column table whose labels head their rows; nothing when there are no pairs."""
    widths = grid.shares(width, (_LABEL_SHARE, _VALUE_SHARE))
    rows = [
        grid.row(
            [
                grid.cell(widths[0], [paragraph("FactLabel", runs(plain(label), scope))]),
                grid.cell(widths[1], [paragraph("FactValue", runs(value, scope))]),
            ]
        )
        for label, value in block.rows
    ]
    purpose = grid.Purpose("PlanFacts", head_column=True)
    return [grid.table(purpose, widths, rows), gap()] if rows else []
