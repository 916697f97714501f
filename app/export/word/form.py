"""Blanks to fill in, by hand or on screen."""

from app.domain.document.tree import Form, FormField
from app.export import theme
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run

_LABEL_SHARE, _BLANK_SHARE = 0.34, 0.66


def form(block: Form, width: int) -> list[Element]:
    """A title over a grid of labels and blanks."""
    widths = grid.shares(width, (_LABEL_SHARE, _BLANK_SHARE))
    title = [paragraph("FormTitle", [text_run(block.title)])] if block.title else []
    if not block.fields:
        return title
    purpose = grid.Purpose("PlanForm", title=block.title, head_column=True)
    rows = [_row(field, widths) for field in block.fields]
    return [*title, grid.table(purpose, widths, rows), gap()]


def _row(field: FormField, widths: list[int]) -> Element:
    label = [paragraph("FormLabel", [text_run(field.label)])]
    if field.hint:
        label.append(paragraph("FormHint", [text_run(field.hint)]))
    row = grid.row(
        [
            grid.cell(widths[0], label, fill=theme.Colour.TINT),
            grid.cell(widths[1], [], style="FactValue"),
        ]
    )
    height = twips(theme.BLANK_LINE * max(field.lines, 1))
    row[0].append(w("trHeight", val=height, hRule="atLeast"))
    return row
