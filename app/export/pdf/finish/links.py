"""Clickable areas: ISO 32000-1, 12.5.6.5, each announced by its own words."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, assert_never

from pikepdf import Dictionary, Name, Object, Pdf, String

from app.export.pdf.finish.places import annotate, destination
from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.trace import AnchorTarget, LinkArea, Trace, WebTarget

_AREA: Final = b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[%a %a %a %a]>>"
"""An annotation without words and target; parsed it is made several times faster than built."""


def add_links(pdf: Pdf, trace: Trace, structure: StructureTree) -> None:
    """Add every link of `trace` that leads somewhere."""
    pages = [page.obj for page in pdf.pages]
    placed: defaultdict[int, list[Object]] = defaultdict(list)
    for link in trace.links:
        annotation = pdf.make_indirect(_entry(link, trace, pages))
        placed[link.page].append(annotation)
        structure.own(link.element, link.page, annotation)
    for page, annotations in placed.items():
        annotate(pages[page], annotations)


def _entry(link: LinkArea, trace: Trace, pages: Sequence[Object]) -> Object:
    entry = Object.parse(_AREA % tuple(map(_rounded, link.area)))
    entry.Contents = String(link.description)
    match link.target:
        case WebTarget(url):
            entry.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(url))
        case AnchorTarget(anchor):
            place = trace.anchors[anchor]
            entry.Dest = destination(pages[place.page], place)
        case _:
            assert_never(link.target)
    return entry


def _rounded(length: float) -> float:
    """To hundredths of a point."""
    return round(length, 2)
