"""Room for one signature."""

from app.domain.document.tree import SignatureBox
from app.export import theme
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run

_LABEL_SHARE, _BLANK_SHARE = 0.25, 0.75
_SIGNER, _SIGNATURE, _DATE = "Name", "Signature", "Date"


def signature_box(block: SignatureBox) -> list[Element]:
    """A bordered block: what is signed and as what, then name, signature and date."""
    widths = grid.shares(twips(theme.SIGNATURE_WIDTH), (_LABEL_SHARE, _BLANK_SHARE))
    rows = [
        _head(block, sum(widths)),
        _line(_SIGNER, block.signer, widths, theme.BLANK_LINE),
        _line(_SIGNATURE, "", widths, theme.SIGNATURE_HEIGHT),
        _line(_DATE, "", widths, theme.BLANK_LINE),
    ]
    purpose = grid.Purpose("PlanForm", title=f"{block.label}: {block.meaning}", head_column=True)
    return [grid.table(purpose, widths, rows), gap()]


def _head(block: SignatureBox, width: int) -> Element:
    label = paragraph("SignatureLabel", [text_run(block.label)], w("keepNext"))
    meaning = paragraph("SignatureText", [text_run(block.meaning)], w("keepNext"))
    return grid.row([grid.cell(width, [label, meaning], fill=theme.Colour.TINT, span=2)])


def _line(label: str, value: str, widths: list[int], height: float) -> Element:
    keep = [] if label == _DATE else [w("keepNext")]
    row = grid.row(
        [
            grid.cell(widths[0], [paragraph("SignatureText", [text_run(label)], *keep)]),
            grid.cell(widths[1], [paragraph("FactValue", [text_run(value)], *keep)]),
        ]
    )
    row[0].append(w("trHeight", val=twips(height), hRule="atLeast"))
    return row
