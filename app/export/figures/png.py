"""Drawings as PNG images, by way of a one-page PDF so that both look alike.

ReportLab and pypdfium2 are imported on first use.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from app.domain.document.drawing import Drawing
from app.export.figures.vector import painted
from app.export.typefaces import Face, font

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_SIDE: Final = 12_000
"""Pixels of the longer side that no image exceeds, whatever resolution was asked for."""
_COLOURS: Final = 64
"""Most colours of an image; a drawing has few inks, and the rest smooths the edges of letters."""
_CONSIDERED: Final = 256
_STEP: Final = 20
"""Levels between two colours; Pillow, which looks only roughly, would mix up nearer ones."""

_Colour = tuple[int, int, int]


def png(drawing: Drawing, dpi: int = 200) -> bytes:
    """Return `drawing` on white as PNG, `dpi` pixels to the inch."""
    import pypdfium2

    longest = max(drawing.width, drawing.height, 1.0)
    scale = min(dpi / 72, LARGEST_SIDE / longest)
    document = pypdfium2.PdfDocument(_page(drawing))
    try:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    target = BytesIO()
    _indexed(image).save(target, "PNG", dpi=(scale * 72, scale * 72))
    return target.getvalue()


def _indexed(image: "Image") -> "Image":
    """Return `image` in its most frequent colours: a third of the bytes, and no ink is changed."""
    from PIL import Image

    sample = image.resize((image.width // 3 or 1, image.height // 3 or 1), Image.Resampling.NEAREST)
    counted = cast("list[tuple[int, _Colour]]", sample.getcolors(sample.width * sample.height))
    chosen: list[_Colour] = []
    for _, colour in sorted(counted, key=lambda entry: (-entry[0], entry[1]))[:_CONSIDERED]:
        if len(chosen) < _COLOURS and all(_apart(colour, other) for other in chosen):
            chosen.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for colour in chosen for level in colour])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def _apart(one: _Colour, other: _Colour) -> bool:
    return any(abs(a - b) >= _STEP for a, b in zip(one, other, strict=True))


def _page(drawing: Drawing) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    from app.export.subsets import Subsets

    font(Face.REGULAR)
    canvas = Canvas(
        BytesIO(),
        pagesize=(max(drawing.width, 1.0), max(drawing.height, 1.0)),
        invariant=1,
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
    )
    canvas.addLiteral(painted(drawing, Subsets(canvas), 0.0, drawing.height))
    canvas.showPage()
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return data
