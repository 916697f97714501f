"""What the catalogue and the file as a whole promise."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pikepdf

from tests.integration.export.pdf.conformance.opened import Opened

_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A language as BCP 47 writes it, roughly."""
_ACTIVE: Final = ("/AA", "/JS", "/OpenAction", "/XFA", "/RichMediaContent", "/PresSteps")
_LONGEST_STRING: Final = 32_767
_LONGEST_NAME: Final = 127
_LARGEST: Final = 2**31 - 1
_EDGES: Final = (3, 14_400)
"""Lengths in bytes, whole numbers and the edges of a page that ISO 19005-2, 6.1.13 allows."""
_FINAL: Final = re.compile(rb"%%EOF[\r\n]*\Z")


def header(file: Opened) -> Iterator[str]:
    """Version 1.7, then a comment that shows the file to be binary, an id, and a clean end."""
    first, second, *_ = file.data.split(b"\n", 2)
    if first.strip() != b"%PDF-1.7":
        yield f"the file begins {first!r}"
    if second[:1] != b"%" or sum(byte > 127 for byte in second[1:5]) < 4:
        yield "no comment of four high bytes"
    if not _FINAL.search(file.data):
        yield "something stands behind the end"
    if len(file.pdf.trailer.get("/ID", [])) != 2:
        yield "no id"


def stream_ends(file: Opened) -> Iterator[str]:
    """A line ends before every `endstream` (ISO 19005-2, 6.1.7.1); the packet may hold the word."""
    data = file.data.replace(file.packet.encode(), b"")
    for found in re.finditer(rb"[^\r\n]endstream", data):
        yield f"at byte {found.start()}"


def unencrypted(file: Opened) -> Iterator[str]:
    """Anyone can read it, now and in fifty years."""
    if "/Encrypt" in file.pdf.trailer:
        yield "encrypted"


def tagged(file: Opened) -> Iterator[str]:
    """It says that its structure can be relied on."""
    info: Any = file.root.get("/MarkInfo", {})
    if info.get("/Marked") is not True:
        yield "not marked as tagged"
    if info.get("/Suspects", False) is not False:
        yield "its tags are called suspect"


def language(file: Opened) -> Iterator[str]:
    """It names its language."""
    if not _TAG.fullmatch(str(file.root.get("/Lang", ""))):
        yield f"language {file.root.get('/Lang')!r}"


def title_shown(file: Opened) -> Iterator[str]:
    """The title, not the file's name, heads the window."""
    if file.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "title not displayed"


def colours_known(file: Opened) -> Iterator[str]:
    """Colours are sRGB, whose profile is inside."""
    intents = [i for i in file.root.get("/OutputIntents", []) if i.get("/S") == "/GTS_PDFA1"]
    if not intents:
        yield "no output intent"
    for intent in intents:
        profile = intent.get("/DestOutputProfile", {})
        if profile.get("/N") != 3 or not _is_rgb(profile.read_bytes()):
            yield "the output intent is no RGB profile"


def no_other_colours(file: Opened) -> Iterator[str]:
    """No colour is of a device that the output intent does not tell about."""
    for strokes in (*file.strokes, *file.appearances):
        for colour in strokes.colours - {"/DeviceRGB", "/DeviceGray"}:
            yield f"drawn in {colour}"
    for item in file.dictionaries:
        if "/DeviceCMYK" in str(item.get("/ColorSpace", "")):
            yield "DeviceCMYK among the resources"


def within_limits(file: Opened) -> Iterator[str]:
    """Nothing is longer or larger than old readers can hold: ISO 19005-2, 6.1.13."""
    for item in file.dictionaries:
        for key, value in item.items():
            yield from (f"{key}: {words}" for words in _oversized(key, value))
    for number, page in enumerate(file.pages, 1):
        left, bottom, right, top = (float(edge) for edge in page.MediaBox)
        if not all(_EDGES[0] <= edge <= _EDGES[1] for edge in (right - left, top - bottom)):
            yield f"page {number} is {right - left} by {top - bottom}"


def _oversized(key: str, value: Any) -> Iterator[str]:
    names = [key, *([str(value)] if isinstance(value, pikepdf.Name) else [])]
    if any(len(name.encode()) > _LONGEST_NAME + 1 for name in names):  # the slash is not counted
        yield "a long name"
    if isinstance(value, pikepdf.String) and len(bytes(value)) > _LONGEST_STRING:
        yield f"a string of {len(bytes(value))} bytes"
    if isinstance(value, int) and abs(value) > _LARGEST:
        yield f"the number {value}"


def opaque(file: Opened) -> Iterator[str]:
    """Nothing shines through."""
    for item in file.dictionaries:
        if "/SMask" in item or item.get("/ca", 1) != 1 or item.get("/CA", 1) != 1:
            yield "something is transparent"
        if item.get("/BM", "/Normal") not in {"/Normal", "/Compatible"}:
            yield "something is blended"
    if any("/Group" in page for page in file.pages):
        yield "a page is a transparency group"


def passive(file: Opened) -> Iterator[str]:
    """Nothing acts by itself: no scripts, no actions but links, no layers, no foreign files."""
    for item in file.dictionaries:
        yield from (f"{key} in {item.objgen}" for key in _ACTIVE if key in item)
        if item.get("/Type") == "/Action" and item.get("/S") not in {"/URI", "/GoTo"}:
            yield f"an action {item.get('/S')}"
    if "/OCProperties" in file.root or "/JavaScript" in file.root.get("/Names", {}):
        yield "layers or scripts"
    if file.root.get("/AcroForm", {}).get("/NeedAppearances", False):
        yield "fields are drawn anew by readers"


def bookmarks_lead(file: Opened) -> Iterator[str]:
    """Every heading has its bookmark, and every bookmark leads to a page, in order."""
    pages = {page.objgen: number for number, page in enumerate(file.pages)}
    with file.pdf.open_outline() as outline:
        items = list(_flat(outline.root))
    targets = [i.destination for i in items if isinstance(i.destination, pikepdf.Array)]
    reached = [pages[target[0].objgen] for target in targets if target[0].objgen in pages]
    if len(reached) < len(items):
        yield "a bookmark leads nowhere"
    if any(later < earlier for earlier, later in pairwise(reached)):
        yield "bookmarks go backwards"
    headings = sum(node.tag in {"H1", "H2", "H3"} for node in file.nodes)
    if len(items) != headings:
        yield f"{len(items)} bookmarks for {headings} headings"


def _flat(items: Any) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _flat(item.children)


def _is_rgb(profile: bytes) -> bool:
    return profile[36:40] == b"acsp" and profile[16:20] == b"RGB "
