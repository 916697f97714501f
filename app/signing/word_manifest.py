"""Choosing what a package signature covers: all that Office would, part by part.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.signing.word_names import RELATIONSHIPS_TYPE
from app.signing.word_package import BadPackageError, Package
from app.signing.word_relationships import is_volatile, relationship_parts, relationships


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One signed part; of a `.rels` part only the relationships in `ids`."""

    part: str
    content_type: str
    ids: tuple[str, ...] = ()

    @property
    def uri(self) -> str:
        """The part as a manifest names it, content type included."""
        return f"{self.part}?ContentType={self.content_type}"


def manifest_entries(package: Package) -> tuple[ManifestEntry, ...]:
    """Every part reachable by a signed relationship, and those relationships, sorted by name.

    Raises:
        BadPackageError: A relationship points nowhere, or to a part without a content type.
    """
    entries: dict[str, ManifestEntry] = {}
    for rels in relationship_parts(package):
        signed = [line for line in relationships(package, rels) if not is_volatile(rels, line)]
        if signed:
            ids = tuple(relation.id for relation in signed)
            entries[rels] = ManifestEntry(rels, RELATIONSHIPS_TYPE, ids)
        targets = (relation.target for relation in signed if relation.target)
        entries.update((entry.part, entry) for entry in _part_entries(package, targets))
    return tuple(sorted(entries.values(), key=lambda entry: entry.uri))


def _part_entries(package: Package, targets: Iterator[str]) -> Iterator[ManifestEntry]:
    for target in targets:
        content_type = package.content_type(target)
        if target not in package.parts or not content_type:
            raise BadPackageError(f"the part {target} is missing or has no content type")
        yield ManifestEntry(target, content_type)
