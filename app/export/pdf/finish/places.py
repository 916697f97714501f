"""Rectangles and destinations as PDF objects."""

from collections.abc import Iterable
from typing import Final

from pikepdf import Array, Name, Object

from app.export.pdf.trace import PlacedAnchor, Rectangle

_ZOOM_KEPT: Final = Name.XYZ


def rectangle(area: Rectangle) -> Array:
    """Return `area` rounded to hundredths of a point."""
    return Array([round(value, 2) for value in area])


def destination(page: Object, place: PlacedAnchor) -> Array:
    """Return what leads to `place` on its `page`, a little above it, keeping the reader's zoom."""
    return Array([page, _ZOOM_KEPT, 0, landing(place), 0])


def landing(place: PlacedAnchor) -> float:
    """Return the height of the page at which one arrives to see `place`."""
    return round(place.top + 8.0, 2)


def annotate(page: Object, annotations: Iterable[Object]) -> None:
    """Put `annotations` on a page, after those it has."""
    before = page.get("/Annots", ())
    page.Annots = Array([*before, *annotations])
