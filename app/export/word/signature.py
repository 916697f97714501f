"""Room for one signature."""

from app.domain.document.tree import SignatureBox, Wording
from app.export import theme
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run

_LABEL_SHARE, _BLANK_SHARE = 0.25, 0.75


def signature_box(block: SignatureBox, wording: Wording) -> list[Element]:
    """A bordered block: what is signed and as what, then name, signature and date."""
    widths = grid.shares(twips(theme.SIGNATURE_WIDTH), (_LABEL_SHARE, _BLANK_SHARE))
    rows = [
        _head(block, sum(widths)),
        _line(wording.signer, block.signer, widths, theme.BLANK_LINE),
        _line(wording.signature, "", widths, theme.SIGNATURE_HEIGHT),
        _line(wording.date, "", widths, theme.BLANK_LINE, last=True),
    ]
    purpose = grid.Purpose("PlanForm", title=f"{block.label}: {block.meaning}", head_column=True)
    return [grid.table(purpose, widths, rows), gap()]


def _head(block: SignatureBox, width: int) -> Element:
    label = paragraph("SignatureLabel", [text_run(block.label)], w("keepNext"))
    meaning = paragraph("SignatureText", [text_run(block.meaning)], w("keepNext"))
    return grid.row([grid.cell(width, [label, meaning], fill=theme.Colour.TINT, span=2)])


def _line(
    label: str, value: str, widths: list[int], height: float, *, last: bool = False
) -> Element:
    keep = [] if last else [w("keepNext")]
    row = grid.row(
        [
            grid.cell(widths[0], [paragraph("SignatureText", [text_run(label)], *keep)]),
            grid.cell(widths[1], [paragraph("FactValue", [text_run(value)], *keep)]),
        ]
    )
    row[0].append(w("trHeight", val=twips(height), hRule="atLeast"))
    return row
