"""The zip of a foreign Word document, read by name into memory and never further than agreed."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from app.export.word.donor.refusals import (
    LetterheadActive,
    LetterheadDamaged,
    LetterheadEncrypted,
    LetterheadTooLarge,
    NotALetterhead,
)
from app.export.word.oxml import Element

LARGEST_FILE_MB: Final = 30
LARGEST_PART_MB: Final = 20
LARGEST_WHOLE_MB: Final = 60
MOST_ENTRIES: Final = 2_000
_MB: Final = 1_000_000
_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How Word documents of before 2007 begin, and those with a password."""
_SEALED: Final = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG: Final = 0x1
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = frozenset({f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"})
_OTHER: Final = (
    "The letterhead is no Word document of today's format: save it in Word as .docx or .dotx and "
    "choose that."
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to; the `target` of an `external` one is an address."""

    ident: str
    kind: str
    target: str
    external: bool


class Archive:
    """A package whose parts are read when asked for.

    Raises:
        IrplanError: it is no Word document, or one that lends nothing.
    """

    def __init__(self, data: bytes) -> None:
        self._read = 0
        self._zip = _opened(data)
        names = self._zip.namelist()
        if len(names) > MOST_ENTRIES:
            raise LetterheadTooLarge(LARGEST_WHOLE_MB)
        if len({name.casefold() for name in names}) < len(names):
            raise LetterheadDamaged
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in self._zip.infolist()):
            raise LetterheadEncrypted
        self._names = {name.casefold(): name for name in names}
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether there is a part of this name, such as `word/styles.xml`."""
        return part.casefold() in self._names

    def data(self, part: str) -> bytes:
        """The bytes of a part, counted against what may be read in all."""
        name = self._names.get(part.casefold())
        if name is None:
            raise LetterheadDamaged
        most = min(LARGEST_PART_MB * _MB, LARGEST_WHOLE_MB * _MB - self._read)
        try:
            with self._zip.open(name) as entry:
                found = entry.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise LetterheadDamaged from error
        if len(found) > most:
            raise LetterheadTooLarge(LARGEST_WHOLE_MB)
        self._read += len(found)
        return found

    def xml(self, part: str) -> Element:
        """The root of a part; document types, and with them entities, are damage."""
        data = self.data(part)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise LetterheadDamaged
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise LetterheadDamaged from error

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; those of the package for a blank name."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(listed):
            return {}
        found = (
            _relation(entry, folder)
            for entry in self.xml(listed).iter(f"{{{_PACKAGE}/relationships}}Relationship")
        )
        return {relation.ident: relation for relation in found}

    def related(self, part: str, kind: str) -> str:
        """The part that `part` relates to as `kind`, such as `styles`; blank for none."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external and self.has(relation.target):
                return relation.target
        return ""

    def _main(self) -> str:
        if not self.has("[Content_Types].xml"):
            raise NotALetterhead(_OTHER)
        types = self._types()
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in types.values()):
            raise LetterheadActive
        if any("vbaproject" in name or "/activex/" in name for name in self._names):
            raise LetterheadActive
        main = self.related("", "officeDocument")
        if not main or types.get(f"/{main}".casefold()) not in _MAIN:
            raise NotALetterhead(_OTHER)
        return main

    def _types(self) -> dict[str, str]:
        """Content types by part name, and by ending for those that go by it."""
        found = {}
        for entry in self.xml("[Content_Types].xml").iter(f"{{{_PACKAGE}/content-types}}*"):
            key = entry.get("PartName") or entry.get("Extension") or ""
            found[key.casefold()] = entry.get("ContentType", "")
        return found


def _opened(data: bytes) -> zipfile.ZipFile:
    if len(data) > LARGEST_FILE_MB * _MB:
        raise LetterheadTooLarge(LARGEST_FILE_MB)
    if data.startswith(_COMPOUND):
        raise LetterheadEncrypted if _SEALED in data else NotALetterhead(_OTHER)
    if not data.startswith(_ZIP):
        raise NotALetterhead(_OTHER)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise LetterheadDamaged from error


def _relation(entry: Element, folder: str) -> Relation:
    target = entry.get("Target", "")
    external = entry.get("TargetMode", "") == "External"
    if not external:
        joined = target if target.startswith("/") else f"/{folder}/{target}"
        target = posixpath.normpath(joined).lstrip("/")
    kind = entry.get("Type", "")
    named = kind.removeprefix(f"{_OFFICE}/") if kind.startswith(f"{_OFFICE}/") else ""
    return Relation(entry.get("Id", ""), named, target, external)
