"""Blanks to fill in, by hand or on screen."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from app.domain.document.tree import Form, FormField
from app.export import theme
from app.export.form_columns import column_weights
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run

_LABEL_SHARE, _BLANK_SHARE = 0.34, 0.66


def form(block: Form, width: int) -> list[Element]:
    """A title over a grid of labels and blanks."""
    made = [paragraph("FormTitle", [text_run(block.title)])] if block.title else []
    for tabled, fields in groupby(block.fields, lambda field: bool(field.columns)):
        if tabled:
            for field in fields:
                made += _table(field, width)
        else:
            made += _blanks(block.title, fields, width)
    return made


def _blanks(title: str, fields: Iterable[FormField], width: int) -> list[Element]:
    widths = grid.shares(width, (_LABEL_SHARE, _BLANK_SHARE))
    purpose = grid.Purpose("PlanForm", title=title, head_column=True)
    return [grid.table(purpose, widths, [_row(field, widths) for field in fields]), gap()]


def _table(field: FormField, width: int) -> list[Element]:
    """Label and hint over heads and empty rows."""
    widths = grid.shares(width, column_weights(field.columns))
    purpose = grid.Purpose(
        "PlanForm", field.label, f"{field.label}: {', '.join(field.columns)}", head_row=True
    )
    heads = [
        grid.cell(one, [paragraph("FormHint", [text_run(head)])], fill=theme.Colour.TINT)
        for one, head in zip(widths, field.columns, strict=True)
    ]
    rows = [_empty(widths) for _ in range(max(field.lines, 1))]
    stays = w("keepNext")
    label = [paragraph("FormLabel", [text_run(field.label)], stays)]
    if field.hint:
        label.append(paragraph("FormHint", [text_run(field.hint)], stays))
    return [*label, grid.table(purpose, widths, [grid.row(heads, head=True), *rows]), gap()]


def _empty(widths: Sequence[int]) -> Element:
    return _high(grid.row([grid.cell(one, [], style="FactValue") for one in widths]), 1)


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
    return _high(row, field.lines)


def _high(row: Element, lines: int) -> Element:
    height = twips(theme.BLANK_LINE * max(lines, 1))
    row[0].append(w("trHeight", val=height, hRule="atLeast"))
    return row
