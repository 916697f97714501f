"""Label and value pairs."""

from app.domain.document.inline import plain
from app.domain.document.tree import Facts, Inlines
from app.export.word import grid
from app.export.word.oxml import Element
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import runs
from app.export.word.scope import Scope

_LABEL_SHARE, _VALUE_SHARE = 0.28, 0.72


def facts(block: Facts, scope: Scope, width: int) -> list[Element]:
    """A two-column table whose labels head their rows; nothing when there are no pairs."""
    widths = grid.shares(width, (_LABEL_SHARE, _VALUE_SHARE))
    rows = [_row(label, value, scope, widths) for label, value in block.rows]
    purpose = grid.Purpose("PlanFacts", head_column=True)
    return [grid.table(purpose, widths, rows), gap()] if rows else []


def _row(label: str, value: Inlines, scope: Scope, widths: list[int]) -> Element:
    head = grid.cell(widths[0], [paragraph("FactLabel", runs(plain(label), scope))])
    scope.spot = label
    said = grid.cell(widths[1], [paragraph("FactValue", runs(value, scope))])
    scope.spot = ""
    return grid.row([head, said])
