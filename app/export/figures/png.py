"""Drawings as PNG images, by way of a one-page PDF so that both look alike.

ReportLab and pypdfium2 are imported on first use.
"""

from io import BytesIO
from typing import Final

from app.domain.document.drawing import Drawing
from app.export.figures.vector import paint
from app.export.typefaces import Face, font

LARGEST_SIDE: Final = 12_000
"""Pixels of the longer side that no image exceeds, whatever resolution was asked for."""


def png(drawing: Drawing, dpi: int = 300) -> bytes:
    """Return `drawing` on white as PNG, `dpi` pixels to the inch."""
    import pypdfium2

    longest = max(drawing.width, drawing.height, 1.0)
    scale = min(dpi / 72, LARGEST_SIDE / longest)
    document = pypdfium2.PdfDocument(_page(drawing))
    try:
        image = document[0].render(scale=scale).to_pil()
    finally:
        document.close()
    target = BytesIO()
    image.save(target, "PNG", dpi=(scale * 72, scale * 72))
    return target.getvalue()


def _page(drawing: Drawing) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    font(Face.REGULAR)
    canvas = Canvas(
        BytesIO(),
        pagesize=(max(drawing.width, 1.0), max(drawing.height, 1.0)),
        invariant=1,
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
    )
    paint(drawing, canvas, 0.0, drawing.height)
    canvas.showPage()
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return data
