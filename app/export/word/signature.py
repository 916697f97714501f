"""Room for one signature."""

from app.domain.document.signature_lines import WORD_LINES
from app.domain.document.tree import SignatureBox
from app.export import theme
from app.export.word import grid
from app.export.word.oxml import Element, w
from app.export.word.page import twips
from app.export.word.paragraphs import gap, paragraph
from app.export.word.runs import text_run
from app.export.word.scope import Scope
from app.export.word.signature_line import signature_line

_LABEL_SHARE, _BLANK_SHARE = 0.25, 0.75


def signature_box(block: SignatureBox, scope: Scope) -> list[Element]:
    """A bordered block: what is signed and as what, then name, signature and date.

    The two who may sign in Word get a line of Word's own; the others are told where they sign.
    """
    wording = scope.wording
    widths = grid.shares(twips(theme.SIGNATURE_WIDTH), (_LABEL_SHARE, _BLANK_SHARE))
    purpose = grid.Purpose("PlanForm", title=f"{block.label}: {block.meaning}", head_column=True)
    rows = [
        _head(block, sum(widths)),
        _line(wording.signer, _value(block.signer), widths, theme.BLANK_LINE),
        *(_here(block, scope, widths) if block.field in WORD_LINES else _elsewhere(scope, widths)),
    ]
    return [grid.table(purpose, widths, rows), gap()]


def _here(block: SignatureBox, scope: Scope, widths: list[int]) -> list[Element]:
    wording = scope.wording
    line = signature_line(block, wording, scope.registrar, scope.count("line"))
    place = _value("") if line is None else ("FactValue", line)
    return [
        _line(wording.signature, place, widths, theme.SIGNATURE_HEIGHT),
        _line(wording.date, _value(""), widths, theme.BLANK_LINE, last=True),
    ]


def _elsewhere(scope: Scope, widths: list[int]) -> list[Element]:
    told = ("SignatureText", text_run(scope.wording.signs_pdf))
    return [_line(scope.wording.signature, told, widths, theme.BLANK_LINE, last=True)]


def _head(block: SignatureBox, width: int) -> Element:
    label = paragraph("SignatureLabel", [text_run(block.label)], w("keepNext"))
    meaning = paragraph("SignatureText", [text_run(block.meaning)], w("keepNext"))
    return grid.row([grid.cell(width, [label, meaning], fill=theme.Colour.TINT, span=2)])


def _value(text: str) -> tuple[str, Element]:
    return "FactValue", text_run(text)


def _line(
    label: str, value: tuple[str, Element], widths: list[int], height: float, *, last: bool = False
) -> Element:
    keep = [] if last else [w("keepNext")]
    style, run = value
    row = grid.row(
        [
            grid.cell(widths[0], [paragraph("SignatureText", [text_run(label)], *keep)]),
            grid.cell(widths[1], [paragraph(style, [run], *keep)]),
        ]
    )
    row[0].append(w("trHeight", val=twips(height), hRule="atLeast"))
    return row
