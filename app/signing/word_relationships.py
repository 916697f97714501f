"""The relationships of a package, and the transform that signs chosen ones.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from app.signing.safe_xml import canonical, parse_xml
from app.signing.word_elements import declaration
from app.signing.word_names import (
    RELATIONSHIPS,
    ROOT_RELATIONSHIPS_PART,
    SIGNATURE_FOLDER,
    UNSIGNED_RELATIONS,
)
from app.signing.word_package import BadPackageError, Package

_LINES, _LINE = f"{{{RELATIONSHIPS}}}Relationships", f"{{{RELATIONSHIPS}}}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One line of a `.rels` part."""

    id: str
    type: str
    target: str
    """The part's name; blank for an external target or a place in the source itself."""


def relationship_parts(package: Package) -> list[str]:
    """The names of all `.rels` parts but those of the signatures, sorted."""
    return sorted(
        part
        for part in package.parts
        if part.endswith(".rels")
        and posixpath.basename(posixpath.dirname(part)) == "_rels"
        and not part.startswith(SIGNATURE_FOLDER)
    )


def relationships(package: Package, part: str) -> Iterator[Relationship]:
    """The relationships in one `.rels` part, in its order.

    Raises:
        BadPackageError: The part is missing, not XML, holds anything else, or uses one id twice.
    """
    seen: set[str] = set()
    base = posixpath.dirname(posixpath.dirname(part))
    root = package.xml(part)
    if root.tag != _LINES or root.attrib or not all(map(_is_line, root)) or _says(root.text):
        raise BadPackageError(f"{part} holds something else than relationships")
    for line in root:
        identifier = line.get("Id", "")
        if identifier in seen:
            raise BadPackageError(f"{part} uses the id {identifier} twice")
        seen.add(identifier)
        yield Relationship(identifier, line.get("Type", ""), _target(package, base, line))


def is_volatile(rels: str, line: Relationship) -> bool:
    """Whether Office leaves a line of the part `rels` unsigned, and what it leads to.

    Such lines lead from the package to its properties; elsewhere they would hide a part.
    """
    return rels == ROOT_RELATIONSHIPS_PART and line.type in UNSIGNED_RELATIONS


def transform(data: bytes, ids: Collection[str], types: Collection[str] = frozenset()) -> bytes:
    """What is digested of a `.rels` part: the chosen lines, in canonical form.

    ECMA-376 part 2, 13.2.4.24: keep lines by id or type, sort by id, state the target mode,
    drop everything else.

    Raises:
        BadXmlError: `data` is not XML.
    """
    kept = no_relationships()
    lines = parse_xml(data).findall(f"{{{RELATIONSHIPS}}}Relationship")
    chosen = [line for line in lines if line.get("Id") in ids or line.get("Type") in types]
    for line in sorted(chosen, key=lambda line: line.get("Id", "")):
        copy = etree.SubElement(kept, f"{{{RELATIONSHIPS}}}Relationship")
        for key, value in line.items():
            copy.set(key, value)
        if not copy.get("TargetMode"):
            copy.set("TargetMode", "Internal")
    return canonical(kept)


def no_relationships() -> etree._Element:
    """The root of a `.rels` part without lines."""
    namespace = declaration(None, RELATIONSHIPS)
    return etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=namespace)


def _is_line(child: etree._Element) -> bool:
    """Whether it is a line that every reader sees, with no more words around it than blanks."""
    return child.tag == _LINE and not len(child) and not _says(child.text) and not _says(child.tail)


def _says(text: object) -> bool:
    return bool(str(text or "").strip())


def _target(package: Package, base: str, line: etree._Element) -> str:
    target = line.get("Target", "").partition("#")[0]
    if line.get("TargetMode", "Internal") != "Internal" or not target:
        return ""
    part = posixpath.normpath(posixpath.join(base, target))
    return part if part in package.parts else unquote(part)
