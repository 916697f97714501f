"""Reading an Office package from bytes that may be hostile.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from app.signing.safe_xml import BadXmlError, parse_xml
from app.signing.word_names import CONTENT_TYPES, CONTENT_TYPES_PART, ROOT_RELATIONSHIPS_PART
from app.signing.word_zip import ENCRYPTED, archive_fault

MAX_PARTS = 2_000
MAX_PART_BYTES = 64 << 20
MAX_TOTAL_BYTES = 256 << 20
"""Of all parts together, unpacked; counted while reading, because headers can lie."""
KNOWN_COMPRESSION = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

ARCHIVE_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile lets escape for damaged files, found by changing bytes."""

_LINES = frozenset({f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"})
_SAFE_NAME = re.compile(r"(?!/)[^\\:\x00-\x1f\x7f]{1,255}(?<!/)")


class BadPackageError(Exception):
    """The bytes are not a package that every reader would read alike."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a package by name (`/word/document.xml`), and their content types."""

    parts: Mapping[str, bytes]
    defaults: Mapping[str, str]
    """Content type by lower-case extension."""
    overrides: Mapping[str, str]
    """Content type by part name, which every spelling of it leads to."""

    def content_type(self, part: str) -> str:
        """The part's content type; blank when the package declares none."""
        extension = part.rpartition(".")[2].lower()
        return self.overrides.get(_same(part)) or self.defaults.get(extension, "")

    def xml(self, part: str) -> etree._Element:
        """The root of an XML part.

        Raises:
            BadPackageError: The part is missing or not XML.
        """
        try:
            return parse_xml(self.parts[part])
        except KeyError as error:
            raise BadPackageError(f"the part {part} is missing") from error
        except BadXmlError as error:
            raise BadPackageError(f"{part}: {error}") from error


def read_package(data: bytes) -> Package:
    """The package in `data`.

    Raises:
        BadPackageError: It is damaged, too large, encrypted, ambiguous or not a package.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise BadPackageError("it does not begin like a zip file")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _read_parts(data, archive)
    except ARCHIVE_FAILURES as error:
        raise BadPackageError(f"the zip file is damaged ({error})") from error
    for required in (CONTENT_TYPES_PART, ROOT_RELATIONSHIPS_PART):
        if required not in parts:
            raise BadPackageError(f"the part {required} is missing")
    return _with_types(parts)


def _read_parts(data: bytes, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check_entries(entries)
    fault = archive_fault(data, archive.infolist())
    if fault:
        raise BadPackageError(fault)
    parts: dict[str, bytes] = {}
    left = MAX_TOTAL_BYTES
    for entry in entries:
        content = _read_entry(archive, entry, min(left, MAX_PART_BYTES))
        left -= len(content)
        parts["/" + entry.filename] = content
    return parts


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_PARTS:
        raise BadPackageError(f"it has more than {MAX_PARTS} parts")
    for entry in entries:
        _check_entry(entry)
    names = {_same("/" + entry.filename) for entry in entries}
    if len(names) != len(entries):
        raise BadPackageError("two parts have the same name")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if not _SAFE_NAME.fullmatch(name) or {"", ".", ".."} & set(name.split("/")):
        raise BadPackageError("a part has an unsafe name")
    if entry.flag_bits & ENCRYPTED:
        raise BadPackageError("it is encrypted")
    if entry.compress_type not in KNOWN_COMPRESSION:
        raise BadPackageError("it is compressed in a way Office does not use")


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    with archive.open(entry) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise BadPackageError("it unpacks to more data than a plan can have")
    return content


def _with_types(parts: dict[str, bytes]) -> Package:
    root = Package(parts, {}, {}).xml(CONTENT_TYPES_PART)
    if len(root) != sum(1 for line in root if line.tag in _LINES):
        raise BadPackageError("its list of content types holds something else")
    defaults = _types(root, "Default", "Extension")
    overrides = _types(root, "Override", "PartName")
    return Package(parts, defaults, overrides)


def _types(root: etree._Element, tag: str, key: str) -> dict[str, str]:
    lines = root.findall(f"{{{CONTENT_TYPES}}}{tag}")
    types = {_same(line.get(key, "")): line.get("ContentType", "") for line in lines}
    if len(types) != len(lines):
        raise BadPackageError("it declares the type of one part twice")
    return types


def _same(name: str) -> str:
    """What all spellings of one name have in common: readers fold letters and escapes."""
    return unquote(name).casefold()
