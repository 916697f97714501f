"""A foreign header or footer, rid of whatever can run, fetch, ask or clash."""

from dataclasses import dataclass, field
from typing import Final

from app.export.word.donor.archive import Archive, Relation
from app.export.word.donor.fields import defused
from app.export.word.donor.pictures import picture
from app.export.word.donor.pruning import remove, unwrap
from app.export.word.links import target
from app.export.word.oxml import NAMESPACES, Element
from app.export.word.stationery import Image, Leaf

_W: Final = f"{{{NAMESPACES['w']}}}"
_R: Final = f"{{{NAMESPACES['r']}}}"
_ID: Final = f"{_R}id"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNWRAPPED: Final = ("sdtContent", "ins", "moveTo", "customXml", "smartTag")
_REMOVED: Final = (
    "object", "control", "altChunk", "subDoc", "del", "moveFrom", "sdtPr", "sdtEndPr",
    "customXmlPr", "smartTagPr", "commentRangeStart", "commentRangeEnd", "commentReference",
    "footnoteReference", "endnoteReference", "bookmarkStart", "bookmarkEnd", "permStart",
    "permEnd", "proofErr", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    "tblGridChange", "numPr", "sectPr", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd", "lastRenderedPageBreak",
)  # fmt: skip
_PICTURES: Final = (f"{_COMPATIBILITY}AlternateContent", f"{_W}drawing", f"{_W}pict")
"""What holds a picture; the outermost of them goes when a picture may not stay."""
_TRACES: Final = frozenset({"href", "action", "paraId", "textId"})
"""Attributes that lead elsewhere beside the relationships, or number an editing session."""

EMBEDDED: Final = "Embedded objects in the header or footer of the letterhead were left out."
FETCHED: Final = (
    "Pictures in the header or footer of the letterhead that cannot be taken along were left out."
)


def field_remark(names: tuple[str, ...]) -> str:
    """What is said of fields that became text."""
    return (
        f"Fields in the header or footer of the letterhead stand as plain text: {', '.join(names)}."
    )


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A header or footer that may be lent, and what was left out of it."""

    leaf: Leaf
    remarks: tuple[str, ...] = ()


def cleaned(archive: Archive, part: str) -> Cleaned:
    """The header or footer called `part`.

    Raises:
        LetterheadDamaged: it cannot be read.
    """
    content = archive.xml(part)
    remarks = []
    if content.find(f".//{_W}object") is not None or content.find(f".//{_W}control") is not None:
        remarks.append(EMBEDDED)
    fields = defused(content)
    if fields:
        remarks.append(field_remark(fields))
    for name in _REMOVED:
        _each(content, name, removed=True)
    for name in ("sdt", *_UNWRAPPED):
        _each(content, name, removed=False)
    leaf = _connected(content, _Related(archive, archive.relations(part)))
    if leaf.lacking:
        remarks.append(FETCHED)
    _tidied(content)
    return Cleaned(Leaf(content, leaf.images, leaf.links), tuple(remarks))


def connected(archive: Archive, part: str) -> Leaf | None:
    """A part with its pictures, such as the theme; None when one of them cannot come along."""
    content = archive.xml(part)
    found = _connected(content, _Related(archive, archive.relations(part)))
    return None if found.lacking else Leaf(content, found.images, found.links)


@dataclass(frozen=True, slots=True)
class _Related:
    """What the relationships of one part lead to."""

    archive: Archive
    relations: dict[str, Relation]

    def image(self, ident: str) -> Image | None:
        relation = self.relations.get(ident)
        if relation is None or relation.external or relation.kind != "image":
            return None
        known = self.archive.has(relation.target)
        return picture(self.archive.data(relation.target)) if known else None

    def link(self, ident: str) -> str:
        relation = self.relations.get(ident)
        fits = relation is not None and relation.external and relation.kind == "hyperlink"
        return target(relation.target) if relation is not None and fits else ""


@dataclass(slots=True)
class _Connections:
    """What a part keeps of its relationships, and whether it is `lacking` a picture."""

    images: dict[str, Image] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    lacking: bool = False


def _connected(content: Element, related: _Related) -> _Connections:
    found = _Connections()
    for element in list(content.iter()):
        for name, ident in _references(element):
            address = related.link(ident) if name == _ID else ""
            image = None if address else related.image(ident)
            if address:
                found.links[ident] = address
            elif image is not None:
                found.images[ident] = image
            else:
                found.lacking |= not _without(element)
    kept = {ident for element in content.iter() for _, ident in _references(element)}
    found.images = {ident: image for ident, image in found.images.items() if ident in kept}
    found.links = {ident: address for ident, address in found.links.items() if ident in kept}
    return found


def _references(element: Element) -> list[tuple[str, str]]:
    return [(str(name), str(ident)) for name, ident in element.items() if str(name).startswith(_R)]


def _without(element: Element) -> bool:
    """Take out what needs a relationship that may not stay; whether nothing was seen of it."""
    local = element.tag.rpartition("}")[2]
    if local == "hyperlink":
        unwrap(element)
        return True
    if local.startswith("hlink"):
        remove(element)
        return True
    if local == "svgBlip":  # the pixels beside the vectors stay
        above = element.getparent()
        remove(element if above is None else above)
        return True
    holders = [above for above in element.iterancestors() if above.tag in _PICTURES]
    remove(holders[-1] if holders else element)
    return False


def _each(content: Element, name: str, *, removed: bool) -> None:
    for element in list(content.iter(f"{_W}{name}")):
        if removed:
            remove(element)
        else:
            unwrap(element)


def _tidied(content: Element) -> None:
    """No addresses outside relationships, no links to lost bookmarks, no traces of editing."""
    for link in list(content.iter(f"{_W}hyperlink")):
        if link.get(_ID) is None:
            unwrap(link)
    for equation in list(content.iter(f"{_MATH}oMathPara", f"{_MATH}oMath")):
        remove(equation)
    for element in content.iter():
        for name in list(element.attrib):
            local = str(name).rpartition("}")[2]
            if local in _TRACES or local.startswith("rsid"):
                del element.attrib[name]
