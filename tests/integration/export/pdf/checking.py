"""What an archivable, accessible PDF must have, as findings; an empty list is what we want."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

TEXT_OPERATORS = {"Tj", "TJ", "'", '"'}
CMYK_OPERATORS = {"k", "K"}


def findings(data: bytes) -> list[str]:
    """Every broken promise of the file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            *_catalogue(pdf),
            *_metadata(pdf),
            *(finding for page in pdf.pages for finding in _page(pdf, page)),
            *_ends(data),
        ]


def parents(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    """The parent tree as a mapping."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements, parents first."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed([kid for kid in kids(element) if "/S" in kid]))


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The children of an element that are dictionaries."""
    entries: Any = element.get("/K", [])
    entries = entries if isinstance(entries, pikepdf.Array) else [entries]
    return [kid for kid in entries if isinstance(kid, pikepdf.Object) and hasattr(kid, "keys")]


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The types of all elements in reading order."""
    return [str(element.S)[1:] for element in elements(pdf)]


def _catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if pdf.is_encrypted:
        yield "encrypted"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title not displayed"
    intents = root.get("/OutputIntents", [])
    if not len(intents) or int(intents[0].DestOutputProfile.N) != 3:
        yield "no output intent"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    packet = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
    part = "3" if "/AF" in pdf.Root else "2"
    for wanted in (
        f"<pdfaid:part>{part}</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        f">{pdf.docinfo.get('/Title', '?')}<",
        f">{pdf.docinfo.get('/Author', '?')}<",
        f">{pdf.docinfo.get('/Producer', '?')}<",
    ):
        if wanted not in packet:
            yield f"metadata lacks {wanted}"


def _page(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Iterator[str]:
    name = f"page {page.label}"
    if page.obj.get("/Tabs") != pikepdf.Name.S:
        yield f"{name}: tab order"
    for font in page.obj.Resources.get("/Font", {}).values():
        if "/FontFile2" not in font.get("/FontDescriptor", {}):
            yield f"{name}: font {font.BaseFont} not embedded"
        if "/ToUnicode" not in font:
            yield f"{name}: font {font.BaseFont} without a way back to text"
    yield from (f"{name}: {finding}" for finding in _annotations(pdf, page))
    yield from (f"{name}: {finding}" for finding in _content(pdf, page))


def _annotations(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Iterator[str]:
    owners = parents(pdf)
    for annotation in page.obj.get("/Annots", []):
        if int(annotation.get("/F", 0)) != 4:
            yield "annotation not printed"
        words = annotation.get("/TU" if annotation.Subtype == "/Widget" else "/Contents", "")
        if not str(words):
            yield "annotation without words"
        owner = owners.get(int(annotation.get("/StructParent", -1)))
        held = [kid.get("/Obj") for kid in kids(owner)] if owner is not None else []
        if not any(kid is not None and kid.objgen == annotation.objgen for kid in held):
            yield "annotation outside the structure"


def _content(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Iterator[str]:  # noqa: C901
    depth = marks = 0
    for instruction in pikepdf.parse_content_stream(page):
        sign = str(instruction.operator)
        if sign in {"BDC", "BMC"}:
            depth += 1
            marks += sign == "BDC"
        elif sign == "EMC":
            depth -= 1
        elif sign in TEXT_OPERATORS and depth != 1:
            yield f"text outside marks: {instruction.operands}"
        elif sign in CMYK_OPERATORS:
            yield "colour of unknown meaning"
        if depth not in {0, 1}:
            yield "marks do not balance"
    if depth:
        yield "mark left open"
    if marks != len(parents(pdf).get(int(page.obj.get("/StructParents", -1)), [])):
        yield "marks without an element"


def _ends(data: bytes) -> Iterator[str]:
    if re.search(rb"[^\r\n]endstream", data):
        yield "no line end before endstream"
