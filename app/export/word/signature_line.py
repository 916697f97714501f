"""A line that somebody signs on in Word, as Office makes them (VML)."""

from app.domain.document.drawing import Drawing, Ink, Label, Path
from app.domain.document.signature_lines import line_id
from app.domain.document.tree import SignatureBox, Wording
from app.export.figures.measure import shortened
from app.export.figures.png import png
from app.export.word.legible import one_line
from app.export.word.oxml import Element, element, w
from app.export.word.scope import Registrar

LINE_WIDTH, LINE_HEIGHT = 200.0, 62.0
"""Points; signed lines show a picture of the same shape."""
DOTS_PER_INCH = 200
_EDGE, _SMALL = 6.0, 8.0
_FIRST_SHAPE_ID = 1025
_LONGEST_NAME = 100
"""Letters of a suggested signer; Word's own dialog takes no more."""
_OFFICE_PROVIDER = "{00000000-0000-0000-0000-000000000000}"


def signature_line(
    block: SignatureBox, wording: Wording, registrar: Registrar, ordinal: int
) -> Element | None:
    """A run with the line of `block`; None where its part takes none.

    `ordinal` counts the lines of the document from 1.
    """
    if registrar.image is None:
        return None
    picture = registrar.image(png(_picture(block), DOTS_PER_INCH))
    kind = _shape_type() if ordinal == 1 else None
    shape = _shape(block, wording, picture, ordinal)
    return w("r", w("rPr", w("noProof")), w("pict", kind, shape))


def _picture(block: SignatureBox) -> Drawing:
    """A cross and a rule to sign on, and under it who is to sign as what.

    It says nothing about whether somebody has: readers without signature lines show it ever after.
    """
    room = LINE_WIDTH - 2 * _EDGE
    below = [text for text in (block.signer, block.label) if text.strip()]
    labels = (
        Label(_EDGE, 46.0 + 11.0 * row, shortened(one_line(text), room, _SMALL), _SMALL)
        for row, text in enumerate(below)
    )
    return Drawing(
        LINE_WIDTH,
        LINE_HEIGHT,
        (
            Label(_EDGE, 30.0, "X", 15.0, Ink.MUTED),
            Path(((_EDGE, 35.0), (LINE_WIDTH - _EDGE, 35.0)), Ink.INK, 0.7),
            *labels,
        ),
    )


def _shape_type() -> Element:
    path = {"o:extrusionok": "f", "gradientshapeok": "t", "o:connecttype": "rect"}
    attributes = {
        "id": "_x0000_t75",
        "coordsize": "21600,21600",
        "o:spt": "75",
        "o:preferrelative": "t",
        "path": "m@4@5l@4@11@9@11@9@5xe",
        "filled": "f",
        "stroked": "f",
    }
    return element(
        "v:shapetype",
        attributes,
        element("v:stroke", {"joinstyle": "miter"}),
        element("v:path", path),
        element("o:lock", {"v:ext": "edit", "aspectratio": "t"}),
    )


def _shape(block: SignatureBox, wording: Wording, picture: str, ordinal: int) -> Element:
    said = f"{wording.signature}: {block.label}" + (f", {block.signer}" if block.signer else "")
    attributes = {
        "id": f"_x0000_i{_FIRST_SHAPE_ID + ordinal}",
        "type": "#_x0000_t75",
        "alt": one_line(said, 400),
        "style": f"width:{LINE_WIDTH:g}pt;height:{LINE_HEIGHT:g}pt",
    }
    locks = ("ungrouping", "rotation", "cropping", "verticies", "text", "grouping")
    return element(
        "v:shape",
        attributes,
        element("v:imagedata", {"r:id": picture, "o:title": ""}),
        element("o:lock", {"v:ext": "edit", **dict.fromkeys(locks, "t")}),
        element("o:signatureline", _line(block)),
    )


def _line(block: SignatureBox) -> dict[str, str]:
    return {
        "v:ext": "edit",
        "id": line_id(block.field),
        "provid": _OFFICE_PROVIDER,
        "o:suggestedsigner": one_line(block.signer, _LONGEST_NAME),
        "o:suggestedsigner2": one_line(block.label, _LONGEST_NAME),
        "issignatureline": "t",
    }
