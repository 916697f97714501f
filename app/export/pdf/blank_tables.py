"""Tables of a form: heads over empty rows that are filled in by hand."""

from collections.abc import Iterator
from typing import Final

from app.domain.document.tree import FormField
from app.export.form_columns import column_weights
from app.export.pdf.grid import Grid, GridCell, GridLook, GridRow
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.shared_widths import shared_widths
from app.export.theme import BLANK_LINE, CELL_PADDING_X, FORM_HINT, FORM_LABEL, Colour

_BEFORE: Final = 6.0
_BOXED: Final = GridLook(boxed=True)


def blank_table_flows(
    field: FormField, setter: Typesetter, width: float, parent: Element, after: float
) -> Iterator[Flow]:
    """Set label, hint, heads and empty rows; `after` is the space below."""
    layers = [Layer(setter.block(field.label, FORM_LABEL, width, parent.add("P")))]
    if field.hint.strip():
        layers.append(Layer(setter.block(field.hint, FORM_HINT, width, parent.add("P")), 1.0))
    yield Flow(Stack(tuple(layers)), _BEFORE, 2.0, keeps_next=True)
    table = parent.add("Table")
    widths = _widths(field, setter, width)
    head = _head(field, setter, widths, table.add("THead").add("TR"))
    body = table.add("TBody")
    rows = tuple(_empty(len(widths), body) for _ in range(max(field.lines, 1)))
    echo = _head(field, setter, widths, None)
    yield Flow(Grid(widths, rows, _BOXED, UPRIGHT.text_height, head, echo), after=after)


def _widths(field: FormField, setter: Typesetter, width: float) -> tuple[float, ...]:
    claims = [setter.widest_word(head, FORM_HINT) + 2 * CELL_PADDING_X for head in field.columns]
    return shared_widths(column_weights(field.columns), claims, width)


def _head(
    field: FormField, setter: Typesetter, widths: tuple[float, ...], row: Element | None
) -> GridRow:
    cells = []
    for text, width in zip(field.columns, widths, strict=True):
        element = row.add("TH") if row is not None else None
        if element is not None:
            element.scope = "Column"
        block = setter.block(text, FORM_HINT, width - 2 * CELL_PADDING_X, element)
        cells.append(GridCell(Stack((Layer(block),)), Colour.TINT))
    return GridRow(tuple(cells))


def _empty(columns: int, body: Element) -> GridRow:
    row = body.add("TR")
    for _ in range(columns):
        row.add("TD")
    return GridRow((GridCell(),) * columns, BLANK_LINE + 2.0)
