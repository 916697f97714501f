"""What a foreign Word document may lend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.export.word.donor.archive import Archive, Relation
from app.export.word.donor.cleaning import Cleaned, cleaned, connected
from app.export.word.donor.geometry import NARROW, sheet
from app.export.word.oxml import NAMESPACES, Element, root, w
from app.export.word.page import UPRIGHT, Sheet
from app.export.word.stationery import Leaf

_W: Final = f"{{{NAMESPACES['w']}}}"
_R_ID: Final = f"{{{NAMESPACES['r']}}}id"
_TOLD_OF_FONTS: Final = ("altName", "panose1", "family", "pitch")
"""What helps a reader without a font to take another."""

TIED: Final = "The letterhead is tied to a template in another place; the tie was left out."


@dataclass(frozen=True, slots=True)
class Donor:
    """Everything lent: None and blank where the letterhead has nothing of the kind.

    `edges` holds headers and footers by kind (`default`, `first`, `even`) and place (`header`,
    `footer`); `remarks` say what was left out, a sentence each.
    """

    upright: Sheet
    edges: Mapping[tuple[str, str], Leaf]
    styles: Element | None
    theme: Leaf | None
    fonts: Element | None
    remarks: tuple[str, ...] = field(default=())


def read(data: bytes) -> Donor:
    """Take what may be lent out of the bytes of a .docx or .dotx.

    Raises:
        IrplanError: it is no Word document, is damaged, locked or too large, or carries macros.
    """
    archive = Archive(data)
    sections = list(archive.xml(archive.main).iter(f"{_W}sectPr"))
    upright, narrow = _sheet(sections)
    edges = dict(_edges(archive, sections))
    styles = archive.related(archive.main, "styles")
    theme = archive.related(archive.main, "theme")
    told = [remark for found in edges.values() for remark in found.remarks]
    remarks = (*narrow, *_tied(archive), *told)
    return Donor(
        upright,
        {key: found.leaf for key, found in edges.items()},
        archive.xml(styles) if styles else None,
        connected(archive, theme) if theme else None,
        _fonts(archive),
        tuple(dict.fromkeys(remarks)),
    )


def _sheet(sections: list[Element]) -> tuple[Sheet, tuple[str, ...]]:
    """The last upright sheet, or else the last of all."""
    found = [sheet(properties) for properties in sections]
    if not found:
        return UPRIGHT, ()
    fitting = [one for one in found if one is not None]
    upright = [one for one in fitting if not one.landscape] or fitting
    return (upright[-1], ()) if upright else (UPRIGHT, (NARROW,))


def _edges(archive: Archive, sections: list[Element]) -> Iterator[tuple[tuple[str, str], Cleaned]]:
    """Those of the last section, which inherits what it does not say from those before it."""
    relations = archive.relations(archive.main)
    named: dict[tuple[str, str], str] = {}
    for properties in sections:
        for place in ("header", "footer"):
            for reference in properties.iter(f"{_W}{place}Reference"):
                part = _part(archive, relations, reference)
                if part:
                    named[reference.get(f"{_W}type", "default"), place] = part
    wanted = {"default"}
    wanted |= {"first"} if sections and _on(sections[-1], "titlePg") else set()
    wanted |= {"even"} if _mirrored(archive) else set()
    for (kind, place), part in named.items():
        if kind in wanted:
            yield (kind, place), cleaned(archive, part)


def _part(archive: Archive, relations: dict[str, Relation], reference: Element) -> str:
    relation = relations.get(reference.get(_R_ID, ""))
    if relation is None or relation.external or relation.kind not in {"header", "footer"}:
        return ""
    return relation.target if archive.has(relation.target) else ""


def _mirrored(archive: Archive) -> bool:
    settings = archive.related(archive.main, "settings")
    return bool(settings) and _on(archive.xml(settings), "evenAndOddHeaders")


def _on(element: Element, switch: str) -> bool:
    found = element.find(f"{_W}{switch}")
    return found is not None and found.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _tied(archive: Archive) -> tuple[str, ...]:
    settings = archive.related(archive.main, "settings")
    relations = archive.relations(settings).values() if settings else ()
    return (TIED,) if any(one.kind == "attachedTemplate" for one in relations) else ()


def _fonts(archive: Archive) -> Element | None:
    """The font table without the fonts themselves, which have licences of their own."""
    part = archive.related(archive.main, "fontTable")
    if not part:
        return None
    made = root("w:fonts", ("w",))
    for font in archive.xml(part).findall(f"{_W}font"):
        told = [font.find(f"{_W}{name}") for name in _TOLD_OF_FONTS]
        name = font.get(f"{_W}name", "")
        if name:
            made.append(w("font", *(_valued(one) for one in told if one is not None), name=name))
    return made


def _valued(element: Element) -> Element:
    """The same property with its value alone."""
    local = str(element.tag).rpartition("}")[2]
    return w(local, val=element.get(f"{_W}val", ""))
