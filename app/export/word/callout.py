"""Framed remarks."""

from typing import assert_never

from app.domain.document.tree import Callout, ListBlock, Paragraph, Tone, Voice
from app.export import theme
from app.export.word import grid
from app.export.word.lists import list_block
from app.export.word.oxml import Element, w
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import Face, runs, text_run
from app.export.word.scope import Scope

_EDGE_EIGHTHS = 24
_BETWEEN = 200
"""Twips between two remarks beside each other."""
_SEVERITIES = (Tone.SEVERITY_1, Tone.SEVERITY_2, Tone.SEVERITY_3, Tone.SEVERITY_4)


def callout(block: Callout, scope: Scope, width: int) -> list[Element]:
    """A one-cell table: its edge carries the tone, its title the meaning; two beside in one row."""
    purpose = grid.Purpose("PlanCallout", title=block.title)
    if block.beside is None:
        widths, cells = [width], [_cell(block, scope, width)]
    else:
        half = (width - _BETWEEN) // 2
        widths = [half, width - 2 * half, half]
        cells = [
            _cell(block, scope, half),
            grid.cell(width - 2 * half, [], style="CalloutText"),
            _cell(block.beside, scope, half),
        ]
    row = grid.row(cells, whole=block.beside is not None)
    return [gap(keep=True), grid.table(purpose, widths, [row]), gap()]


def _cell(block: Callout, scope: Scope, width: int) -> Element:
    colours = theme.TONES[block.tone]
    soft = block.tone in _SEVERITIES
    ground = theme.Colour.TINT if soft else colours.ground
    face = Face(colour=theme.Colour.INK if soft else colours.text)
    title = [paragraph("CalloutTitle", [text_run(block.title, face=face)])] if block.title else []
    content = [part for inner in block.content for part in _inner(inner, scope)]
    made = grid.cell(width, [*title, *content], fill=ground, style="CalloutText")
    _edge(made, colours.edge)
    return made


def _inner(block: Paragraph | ListBlock, scope: Scope) -> list[Element]:
    match block:
        case Paragraph(content, voice):
            style = "CalloutLead" if voice is Voice.LEAD else "CalloutText"
            return [paragraph(style, runs(content, scope))]
        case ListBlock():
            return list_block(block, scope)
        case _:
            assert_never(block)


def _edge(made: Element, colour: str) -> None:
    line = w("left", val="single", sz=_EDGE_EIGHTHS, space=0, color=colour.lstrip("#"))
    made[0].insert(1, w("tcBorders", line))
