"""Adding a finished signature to a package without touching any other part's bytes.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import zipfile
from io import BytesIO

from lxml import etree

from app.signing.safe_xml import document
from app.signing.word_names import (
    CONTENT_TYPES,
    CONTENT_TYPES_PART,
    ORIGIN_PART,
    ORIGIN_RELATION,
    ORIGIN_RELATIONSHIPS_PART,
    ORIGIN_TYPE,
    RELATIONSHIPS,
    ROOT_RELATIONSHIPS_PART,
    SIGNATURE_FOLDER,
    SIGNATURE_RELATION,
    SIGNATURE_TYPE,
)
from app.signing.word_package import Package
from app.signing.word_relationships import no_relationships

COMPRESSION_LEVEL = 6
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say; packages then differ only by what is in them."""
UNIX = 3
OWNER_ONLY = 0o600 << 16


def with_signature(package: Package, signature: bytes, number: int) -> bytes:
    """The package as bytes, with the signature as `sig<number>.xml`; numbers start at 1."""
    name = f"{SIGNATURE_FOLDER}sig{number}.xml"
    parts = {
        **package.parts,
        name: signature,
        CONTENT_TYPES_PART: _content_types(package, name),
        ORIGIN_RELATIONSHIPS_PART: _origin_relationships(package, number),
    }
    if ORIGIN_PART not in parts:
        parts[ORIGIN_PART] = b""
        parts[ROOT_RELATIONSHIPS_PART] = _root_relationships(package)
    return _zipped(parts)


def with_changed(package: Package, parts: dict[str, bytes]) -> bytes:
    """The package as bytes, with some of its parts changed."""
    return _zipped({**package.parts, **parts})


def _content_types(package: Package, name: str) -> bytes:
    root = package.xml(CONTENT_TYPES_PART)
    if "sigs" not in package.defaults:
        line = etree.Element(
            f"{{{CONTENT_TYPES}}}Default", {"Extension": "sigs", "ContentType": ORIGIN_TYPE}
        )
        root.insert(0, line)
    attributes = {"PartName": name, "ContentType": SIGNATURE_TYPE}
    etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", attributes)
    return document(root)


def _origin_relationships(package: Package, number: int) -> bytes:
    if ORIGIN_RELATIONSHIPS_PART in package.parts:
        root = package.xml(ORIGIN_RELATIONSHIPS_PART)
    else:
        root = no_relationships()
    _add_relationship(root, SIGNATURE_RELATION, f"sig{number}.xml")
    return document(root)


def _root_relationships(package: Package) -> bytes:
    root = package.xml(ROOT_RELATIONSHIPS_PART)
    _add_relationship(root, ORIGIN_RELATION, ORIGIN_PART.removeprefix("/"))
    return document(root)


def _add_relationship(root: etree._Element, kind: str, target: str) -> None:
    taken = {line.get("Id") for line in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    attributes = {"Id": f"rId{number}", "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)


def _zipped(parts: dict[str, bytes]) -> bytes:
    first = (CONTENT_TYPES_PART, ROOT_RELATIONSHIPS_PART)
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in (*first, *sorted(parts.keys() - set(first))):
            entry = zipfile.ZipInfo(name.removeprefix("/"), FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = OWNER_ONLY
            archive.writestr(entry, parts[name], compresslevel=COMPRESSION_LEVEL)
    return output.getvalue()
