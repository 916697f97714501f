"""Rectangles and destinations as PDF objects."""

from pikepdf import Array, Name, Object, Pdf

from app.export.pdf.trace import PlacedAnchor, Rectangle


def rectangle(area: Rectangle) -> Array:
    """Return `area` rounded to hundredths of a point."""
    return Array([round(value, 2) for value in area])


def destination(pdf: Pdf, place: PlacedAnchor) -> Array:
    """Return what leads to `place`, a little above it, keeping the reader's zoom."""
    page = pdf.pages[place.page].obj
    return Array([page, Name.XYZ, 0, round(place.top + 8.0, 2), 0])


def annotate(pdf: Pdf, page: int, annotation: Object) -> None:
    """Put `annotation` on a page."""
    target = pdf.pages[page].obj
    if Name.Annots not in target:
        target.Annots = Array()
    target.Annots.append(annotation)
