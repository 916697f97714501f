"""What links and signature fields promise."""

from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from tests.integration.export.pdf.conformance.opened import Opened

_OWNERS: Final = {"/Link": "Link", "/Widget": "Form"}
"""The structure element that each kind of annotation belongs to."""
_SCHEMES: Final = ("https://", "mailto:")


_PRINT: Final = 4
_LOCKED: Final = 128


def printed(file: Opened) -> Iterator[str]:
    """They are printed and not hidden: that flag is set; a time stamp's may not move either."""
    for _, note in file.annotations:
        allowed = {_PRINT, _PRINT | _LOCKED} if _is_stamp(note) else {_PRINT}
        if int(note.get("/F", 0)) not in allowed:
            yield f"{_name(note)} has the flags {note.get('/F')}"


def worded(file: Opened) -> Iterator[str]:
    """Each is announced in words."""
    for _, note in _seen(file):
        key = "/TU" if note.Subtype == "/Widget" else "/Contents"
        if not str(note.get(key, "")).strip():
            yield f"{_name(note)} has no {key}"


def owned(file: Opened) -> Iterator[str]:
    """Each belongs to one link or form, and the parent tree leads there."""
    holders = [(held, node) for node in file.nodes for held in node.objects]
    by_note: dict[Any, list[Any]] = {}
    for held, node in holders:
        by_note.setdefault(held, []).append(node)
    for _, note in _seen(file):
        nodes = by_note.get(note.objgen, [])
        owner = file.owners.get(int(note.get("/StructParent", -1)))
        if len(nodes) != 1 or nodes[0].tag != _OWNERS.get(str(note.Subtype)):
            yield f"{_name(note)} is held by {[node.tag for node in nodes]}"
        elif not isinstance(owner, pikepdf.Dictionary) or owner.objgen != nodes[0].entry.objgen:
            yield f"the parent tree does not lead from {_name(note)} to its element"


def tabbed(file: Opened) -> Iterator[str]:
    """Tabs move in the order of the structure."""
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number} has the order {page.get('/Tabs')}"


def placed(file: Opened) -> Iterator[str]:
    """Each covers an area on its page; fields have an appearance."""
    for page, note in _seen(file):
        left, bottom, right, top = (float(value) for value in note.Rect)
        width, height = (float(value) for value in page.MediaBox[2:])
        if not (0 <= left < right <= width and 0 <= bottom < top <= height):
            yield f"{_name(note)} lies at {left, bottom, right, top}"
        if note.Subtype == "/Widget" and list(note.get("/AP", {}).keys()) != ["/N"]:
            yield f"{_name(note)} has no appearance"


def lead_somewhere(file: Opened) -> Iterator[str]:
    """Links lead to a page of the file, or to an https or mail address."""
    pages = {page.objgen for page in file.pages}
    for _, note in file.annotations:
        if note.Subtype != "/Link":
            continue
        place, address = note.get("/Dest"), str(note.get("/A", {}).get("/URI", ""))
        inside = isinstance(place, pikepdf.Array) and place[0].objgen in pages
        if not inside and not address.startswith(_SCHEMES):
            yield f"{_name(note)} leads to {address or place!r}"


def _seen(file: Opened) -> Iterator[tuple[Any, Any]]:
    """All but time stamps over the document, which take no room and are read by nobody.

    PDF/UA-1 asks nothing of an annotation without an area (ISO 14289-1, 7.18.1).
    """
    return ((page, note) for page, note in file.annotations if not _is_stamp(note))


def _is_stamp(note: Any) -> bool:
    left, bottom, right, top = (float(value) for value in note.Rect)
    value = note.get("/V", {})
    empty = left == right and bottom == top
    return empty and isinstance(value, pikepdf.Dictionary) and value.get("/Type") == "/DocTimeStamp"


def _name(note: Any) -> str:
    words = note.get("/T", note.get("/Contents", ""))
    return f"{str(note.Subtype)[1:]} {str(words)!r}"
