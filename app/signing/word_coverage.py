"""Checking a signature's manifest against the package, and finding what it leaves out.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from app.signing.safe_xml import BadXmlError, canonical, parse_xml
from app.signing.word_digests import weakness
from app.signing.word_names import (
    C14N,
    CONTENT_TYPES_PART,
    NAMESPACES,
    RELATIONSHIP_TRANSFORM,
    SIGNATURE_FOLDER,
    VOLATILE_TYPES,
)
from app.signing.word_package import Package
from app.signing.word_relationships import (
    Relationship,
    is_volatile,
    relationship_parts,
    relationships,
    transform,
)
from app.signing.word_signature_document import digest_method, reference_matches


@dataclass(frozen=True, slots=True)
class Selection:
    """The relationships of one `.rels` part that a signature covers."""

    ids: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()

    def covers(self, relationship: Relationship) -> bool:
        """Whether it was signed by id or by type."""
        return relationship.id in self.ids or relationship.type in self.types


@dataclass(frozen=True, slots=True)
class ManifestFindings:
    """What a manifest covers, and what of it is no longer so."""

    parts: frozenset[str]
    selections: Mapping[str, Selection]
    """By `.rels` part."""
    problems: tuple[str, ...]


def check_manifest(package: Package, manifest: etree._Element) -> ManifestFindings:
    """Compare every reference of the manifest with the package."""
    parts: set[str] = set()
    selections: dict[str, Selection] = {}
    problems: list[str] = []
    for reference in manifest.iterfind("ds:Reference", NAMESPACES):
        part = _part_name(package, reference)
        parts.add(part)
        selection = _selection(reference)
        if selection is not None:
            selections[part] = selection
        problems += _reference_problems(package, part, reference, selection)
    return ManifestFindings(frozenset(parts), selections, tuple(problems))


def uncovered(package: Package, findings: ManifestFindings) -> list[str]:
    """Parts and relationships that stand in the package without being signed, sorted.

    Properties of the file and the signatures themselves are left out, as Office does.
    """
    missing: set[str] = set()
    exempt: set[str] = {CONTENT_TYPES_PART}
    for rels in relationship_parts(package):
        selection = findings.selections.get(rels, Selection())
        lines = list(relationships(package, rels))
        if all(is_volatile(rels, line) for line in lines):
            exempt.add(rels)
        exempt |= {line.target for line in lines if _leads_to_properties(package, rels, line)}
        missing.update(_unsigned_lines(rels, lines, selection))
    unsigned = package.parts.keys() - findings.parts - exempt
    missing.update(part for part in unsigned if not part.startswith(SIGNATURE_FOLDER))
    return sorted(missing)


def _leads_to_properties(package: Package, rels: str, line: Relationship) -> bool:
    """Whether what a volatile line leads to is what it says, not another part in its guise."""
    kind = package.content_type(line.target)
    return is_volatile(rels, line) and (kind in VOLATILE_TYPES or kind.startswith("image/"))


def _unsigned_lines(rels: str, lines: list[Relationship], selection: Selection) -> Iterator[str]:
    for line in lines:
        if not is_volatile(rels, line) and not selection.covers(line):
            yield f"{rels}#{line.id}"


def _part_name(package: Package, reference: etree._Element) -> str:
    part = reference.get("URI", "").partition("?ContentType=")[0]
    return part if part in package.parts else unquote(part)


def _selection(reference: etree._Element) -> Selection | None:
    """None for a part that is signed as it is."""
    for step in reference.iterfind("ds:Transforms/ds:Transform", NAMESPACES):
        if step.get("Algorithm") == RELATIONSHIP_TRANSFORM:
            ids = step.iterfind("mdssi:RelationshipReference", NAMESPACES)
            types = step.iterfind("mdssi:RelationshipsGroupReference", NAMESPACES)
            return Selection(
                frozenset(each.get("SourceId", "") for each in ids),
                frozenset(each.get("SourceType", "") for each in types),
            )
    return None


def _reference_problems(
    package: Package, part: str, reference: etree._Element, selection: Selection | None
) -> Iterator[str]:
    if part not in package.parts:
        yield f"The signed part {part} is missing."
        return
    declared = reference.get("URI", "").partition("?ContentType=")[2]
    if package.content_type(part) != declared:
        yield f"The content type of {part} was changed."
    content = _transformed(package.parts[part], reference, selection)
    if content is None:
        yield f"{part} is signed by a transform that is not allowed."
    elif weakness(digest_method(reference)):
        yield f"The digest of {part} is made with {weakness(digest_method(reference))}."
    elif not reference_matches(reference, content):
        yield f"{part} was changed after signing."


def _transformed(
    data: bytes, reference: etree._Element, selection: Selection | None
) -> bytes | None:
    """What was digested; None for transforms other than the two that packages use."""
    transforms = reference.iterfind("ds:Transforms/ds:Transform", NAMESPACES)
    steps = [each.get("Algorithm") for each in transforms]
    try:
        match steps:
            case []:
                return data
            case [only] if only == C14N:
                return canonical(parse_xml(data))
            case [first, *rest] if first == RELATIONSHIP_TRANSFORM and rest in ([], [C14N]):
                chosen = selection or Selection()
                return transform(data, chosen.ids, chosen.types)
            case _:
                return None
    except BadXmlError:
        return None
