"""Clickable areas: ISO 32000-1, 12.5.6.5, each announced by its own words."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, assert_never

from pikepdf import Dictionary, Name, Object, Pdf, String

from app.export.pdf.finish.places import annotate, landing
from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.string_limit import within_limit
from app.export.pdf.trace import AnchorTarget, LinkArea, Trace, WebTarget

_BEGUN: Final = b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[%a %a %a %a]/StructParent %d"
_PLACE: Final = b"/Dest[0/XYZ 0 %a 0]>>"
"""An annotation without its words, and a place without its page; parsed it is made several times
faster than built."""


def add_links(pdf: Pdf, trace: Trace, structure: StructureTree) -> None:
    """Add every link of `trace` that leads somewhere."""
    pages = [page.obj for page in pdf.pages]
    placed: defaultdict[int, list[Object]] = defaultdict(list)
    for link in trace.links:
        annotation = pdf.make_indirect(_entry(link, trace, pages, structure.next_key))
        placed[link.page].append(annotation)
        structure.own(link.element, link.page, annotation)
    for page, annotations in placed.items():
        annotate(pages[page], annotations)


def _entry(link: LinkArea, trace: Trace, pages: Sequence[Object], key: int) -> Object:
    begun = _BEGUN % (*map(_rounded, link.area), key)
    match link.target:
        case WebTarget(url):
            entry = Object.parse(begun + b">>")
            entry.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(url))
        case AnchorTarget(anchor):
            place = trace.anchors[anchor]
            entry = Object.parse(begun + _PLACE % landing(place))
            entry.Dest[0] = pages[place.page]
        case _:
            assert_never(link.target)
    entry.Contents = String(within_limit(link.description))
    return entry


def _rounded(length: float) -> float:
    """To hundredths of a point."""
    return round(length, 2)
