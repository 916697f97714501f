"""Facts, callouts and forms: content in a frame of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, assert_never

from app.domain.document.tree import (
    Callout,
    Facts,
    Form,
    FormField,
    ListBlock,
    Paragraph,
    Voice,
)
from app.export.pdf.blank_tables import blank_table_flows
from app.export.pdf.grid import Grid, GridCell, GridLook, GridRow
from app.export.pdf.lists import list_flows
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.row import Beside, Row, levelled
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.text_block import TextBlock, inked
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import (
    BLANK_LINE,
    CALLOUT_BODY,
    CALLOUT_LEAD,
    CALLOUT_TITLE,
    CELL_PADDING_X,
    FACT_LABEL,
    FACT_VALUE,
    FORM_HINT,
    FORM_LABEL,
    FORM_TITLE,
    TONES,
    Colour,
)

_AFTER: Final = 12.0
_LABEL_SHARE: Final = 0.3
"""Share of the width for the labels of facts and forms."""
_PLAIN: Final = GridLook()
_BLANKS: Final = GridLook(boxed=True)
_CALLOUT_PADDING_X: Final = 14.0
_CALLOUT_PADDING_Y: Final = 9.0
_BETWEEN: Final = 10.0
"""The gap between two remarks beside each other."""


def facts_flow(facts: Facts, setter: Typesetter, width: float, parent: Element) -> Flow:
    """Set label and value pairs under each other."""
    body = parent.add("Table").add("TBody")
    widths = (width * _LABEL_SHARE, width * (1 - _LABEL_SHARE))
    rows = []
    for label, value in facts.rows:
        row = body.add("TR")
        head = _row_head(row)
        left = setter.block(label, FACT_LABEL, widths[0] - 2 * CELL_PADDING_X, head)
        right = setter.block(value, FACT_VALUE, widths[1] - 2 * CELL_PADDING_X, row.add("TD"))
        rows.append(GridRow((_cell(left), _cell(right))))
    grid = Grid(widths, tuple(rows), _PLAIN, UPRIGHT.text_height)
    return Flow(grid, before=4.0, after=_AFTER)


def callout_flow(callout: Callout, setter: Typesetter, width: float, parent: Element) -> Flow:
    """Set a remark on a tinted ground with a coloured edge, or two beside each other."""
    if callout.beside is None:
        return Flow(_callout_grid(callout, setter, width, parent), before=6.0, after=_AFTER)
    half = (width - _BETWEEN) / 2
    left = _callout_grid(callout, setter, half, parent)
    right = _callout_grid(callout.beside, setter, half, parent)
    pair = (Beside(0.0, left), Beside(half + _BETWEEN, right))
    return Flow(Row(levelled(pair)), before=6.0, after=_AFTER)


def _callout_grid(callout: Callout, setter: Typesetter, width: float, parent: Element) -> Grid:
    tone = TONES[callout.tone]
    element = parent.add("Div")
    room = width - 2 * _CALLOUT_PADDING_X
    look = replace(CALLOUT_TITLE, colour=tone.text)
    layers = []
    if callout.title.strip():
        layers.append(Layer(setter.block(callout.title, look, room, element.add("P"))))
    after = look.after
    for flow in _callout_body(callout, setter, room, element):
        layers.append(Layer(flow.piece, max(after, flow.before)))
        after = flow.after
    grid_look = GridLook(_CALLOUT_PADDING_X, _CALLOUT_PADDING_Y, row_rule="", edge=tone.edge)
    row = GridRow((GridCell(Stack(tuple(layers)), tone.ground),))
    return Grid((width,), (row,), grid_look, UPRIGHT.text_height)


def _callout_body(
    callout: Callout, setter: Typesetter, room: float, element: Element
) -> Iterator[Flow]:
    colour = TONES[callout.tone].text
    look, lead = replace(CALLOUT_BODY, colour=colour), replace(CALLOUT_LEAD, colour=colour)
    for block in callout.content:
        match block:
            case Paragraph(content, Voice.LEAD):
                text = setter.block(content, lead, room, element.add("P"))
                yield Flow(text, after=lead.after)
            case Paragraph():
                text = setter.block(block.content, look, room, element.add("P"))
                yield Flow(text, after=look.after)
            case ListBlock():
                yield from list_flows(block, setter, room, element, look)
            case _:
                assert_never(block)


def form_flows(form: Form, setter: Typesetter, width: float, parent: Element) -> Iterator[Flow]:
    """Set a title and blanks to fill in by hand."""
    if form.title.strip():
        title = setter.block(form.title, FORM_TITLE, width, parent.add("P"))
        yield Flow(title, FORM_TITLE.before, FORM_TITLE.after, keeps_next=True)
    for tabled, fields in groupby(form.fields, lambda field: bool(field.columns)):
        if tabled:
            for field in fields:
                yield from blank_table_flows(field, setter, width, parent, _AFTER)
        else:
            yield _blanks(fields, setter, width, parent)


def _blanks(fields: Iterable[FormField], setter: Typesetter, width: float, parent: Element) -> Flow:
    body = parent.add("Table").add("TBody")
    widths = (width * _LABEL_SHARE, width * (1 - _LABEL_SHARE))
    rows = tuple(_blank(field, setter, widths, body) for field in fields)
    return Flow(Grid(widths, rows, _BLANKS, UPRIGHT.text_height), after=_AFTER)


def _blank(
    field: FormField, setter: Typesetter, widths: tuple[float, float], body: Element
) -> GridRow:
    row = body.add("TR")
    head = _row_head(row)
    room = widths[0] - 2 * CELL_PADDING_X
    layers = [Layer(setter.block(field.label, FORM_LABEL, room, head))]
    if field.hint.strip():
        layers.append(Layer(setter.block(field.hint, FORM_HINT, room, head), 1.0))
    row.add("TD")
    height = BLANK_LINE * max(field.lines, 1) + (4.0 if field.lines > 1 else 2.0)
    return GridRow((GridCell(Stack(tuple(layers)), Colour.TINT), GridCell()), height)


def _row_head(row: Element) -> Element:
    head = row.add("TH")
    head.scope = "Row"
    return head


def _cell(block: TextBlock) -> GridCell:
    return GridCell(Stack(tuple(map(Layer, inked([block])))))
