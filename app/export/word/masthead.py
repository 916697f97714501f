"""The head of a document that has no page to spare for a cover."""

from app.domain.document.tree import Cover
from app.export import theme
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run


def masthead(block: Cover, width: int) -> list[Element]:
    """A one-cell table on a coloured ground, a paragraph for everything a cover says."""
    facts = [("MastheadText", f"{label}: {value}") for label, value in block.facts]
    said = [
        ("MastheadText", block.organisation),
        ("MastheadTitle", block.title),
        ("MastheadText", block.subtitle),
        *facts,
    ]
    content = [paragraph(style, [text_run(text)]) for style, text in said if text.strip()]
    made = grid.cell(width, content, fill=theme.Colour.BRAND, style="MastheadText")
    made[0].append(_margins())
    return [grid.table(grid.Purpose("PlanCallout"), [width], [grid.row([made])]), gap()]


def _margins() -> Element:
    across, down = twips(theme.MASTHEAD_PADDING_X), twips(theme.MASTHEAD_PADDING_Y)
    sides = (("top", down), ("left", across), ("bottom", down), ("right", across))
    return w("tcMar", *(w(side, w=size, type="dxa") for side, size in sides))
