"""The head of a document that has no page to spare for a cover."""

from typing import Final

from app.domain.document.tree import Cover
from app.export.pdf.grid import Grid, GridCell, GridLook, GridRow
from app.export.pdf.pagination import UPRIGHT, Flow
from app.export.pdf.stack import Layer, Stack
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import (
    MASTHEAD_PADDING_X,
    MASTHEAD_PADDING_Y,
    MASTHEAD_TEXT,
    MASTHEAD_TITLE,
    Colour,
)

_AFTER: Final = 10.0
_LOOK: Final = GridLook(MASTHEAD_PADDING_X, MASTHEAD_PADDING_Y, row_rule="")


def masthead_flow(cover: Cover, setter: Typesetter, root: Element) -> Flow:
    """Set everything a cover says on a coloured ground, a line each."""
    element = root.add("Sect")
    width = UPRIGHT.text_width
    facts = (f"{label}: {value}" for label, value in cover.facts)
    said = [
        (cover.organisation, MASTHEAD_TEXT),
        (cover.title, MASTHEAD_TITLE),
        (cover.subtitle, MASTHEAD_TEXT),
        *((fact, MASTHEAD_TEXT) for fact in facts),
    ]
    layers: list[Layer] = []
    after = 0.0
    for text, look in said:
        if text.strip():
            room = width - 2 * MASTHEAD_PADDING_X
            block = setter.block(text, look, room, element.add("P"))
            layers.append(Layer(block, max(after, look.before)))
            after = look.after
    row = GridRow((GridCell(Stack(tuple(layers)), Colour.BRAND),))
    return Flow(Grid((width,), (row,), _LOOK, UPRIGHT.text_height), after=_AFTER)
