"""Clickable areas: ISO 32000-1, 12.5.6.5, each announced by its own words."""

from typing import assert_never

from pikepdf import Array, Dictionary, Name, Pdf, String

from app.export.pdf.finish.places import annotate, destination, rectangle
from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.trace import AnchorTarget, LinkArea, Trace, WebTarget


def add_links(pdf: Pdf, trace: Trace, structure: StructureTree) -> None:
    """Add every link of `trace` that leads somewhere."""
    for link in trace.links:
        entry = _entry(link)
        match link.target:
            case WebTarget(url):
                address = String(url)
                entry.A = Dictionary(Type=Name.Action, S=Name.URI, URI=address)
            case AnchorTarget(anchor):
                entry.Dest = destination(pdf, trace.anchors[anchor])
            case _:
                assert_never(link.target)
        annotation = pdf.make_indirect(entry)
        annotate(pdf, link.page, annotation)
        structure.own(link.element, link.page, annotation)


def _entry(link: LinkArea) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=rectangle(link.area),
        Border=Array([0, 0, 0]),
        F=4,
        Contents=String(link.description),
    )
