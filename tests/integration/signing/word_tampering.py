"""Ways to change a signed Word file, each of which a reader must be told about."""

import base64
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing.word_names import DS, NAMESPACES, ORIGIN_RELATION
from tests.integration.signing.samples import replacing, rezipped
from tests.integration.signing.word_forging import SIG, Change, changed, one

Forge = Callable[[bytes], bytes]

DER = Encoding.DER
ORIGIN = ORIGIN_RELATION
DOCUMENT = "word/document.xml"
ROOT_RELS = "_rels/.rels"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
ORIGIN_RELS = "_xmlsignatures/_rels/origin.sigs.rels"


def part(name: str, old: str, new: str) -> Forge:
    """Text replaced in one part."""
    return lambda data: rezipped(data, {name: replacing(old, new)})


def added(**parts: bytes) -> Forge:
    """Parts that nothing leads to; `__` stands for a slash and `_dot_` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): body for name, body in parts.items()}
    return lambda data: rezipped(data, added=named)


def removed(*names: str) -> Forge:
    return lambda data: rezipped(data, removed=names)


def related(rels: str, kind: str, target: str, *, external: bool = False) -> Forge:
    """One relationship more."""
    mode = ' TargetMode="External"' if external else ""
    line = f'<Relationship Id="rId99" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    return part(rels, "</Relationships>", line)


def typed(name: str, kind: str) -> Forge:
    """One content type more."""
    line = f'<Override PartName="{name}" ContentType="{kind}"/></Types>'
    return part(TYPES, "</Types>", line)


def signature(change: Change) -> Forge:
    """The signature's XML changed."""
    return lambda data: changed(data, change)


def chained(*forges: Forge) -> Forge:
    def forge(data: bytes) -> bytes:
        for each in forges:
            data = each(data)
        return data

    return forge


def object_of(root: etree._Element, identifier: str) -> etree._Element:
    (found,) = [each for each in root if each.get("Id") == identifier]
    return found


def wrapped(root: etree._Element) -> None:
    """The signed manifest moved into another object, a forged one in its place."""
    true = object_of(root, "idPackageObject")
    forged = deepcopy(true)
    for each in forged.iter():
        each.attrib.pop("Id", "")
    true.addprevious(forged)
    wrapper = etree.SubElement(root, f"{{{DS}}}Object")
    wrapper.append(true)


def wrapped_properties(root: etree._Element) -> None:
    """Other properties where the signed ones stood, which are moved below them."""
    true = one(root, ".//xd:SignedProperties")
    forged = deepcopy(true)
    del forged.attrib["Id"]
    one(forged, ".//xd:ClaimedRole").text = "CEO"
    true.addprevious(forged)
    one(forged, ".//xd:SigningTime").append(true)


def second_properties(root: etree._Element) -> None:
    """Other properties before the signed ones, in the same object."""
    true = one(root, ".//xd:QualifyingProperties")
    forged = deepcopy(true)
    del one(forged, "xd:SignedProperties").attrib["Id"]
    true.addprevious(forged)


def same_id(root: etree._Element) -> None:
    """A second object of the same id."""
    true = object_of(root, "idPackageObject")
    true.addprevious(deepcopy(true))


def shadowed_id(root: etree._Element) -> None:
    """The id once more, in a spelling that some readers take for one."""
    one(root, "ds:KeyInfo").set("id", "idPackageObject")


def unsigned_object(root: etree._Element) -> None:
    etree.SubElement(root, f"{{{DS}}}Object", Id="idValidSigLnImg").text = "AAAA"


def stranger(root: etree._Element) -> None:
    etree.SubElement(root, "{urn:other}Manifest")


def with_certificate(certificate: bytes, *, first: bool) -> Change:
    """KeyInfo with one certificate more."""

    def change(root: etree._Element) -> None:
        own = one(root, ".//ds:X509Certificate")
        other = deepcopy(own)
        other.text = base64.b64encode(certificate).decode()
        (own.addprevious if first else own.addnext)(other)

    return change


def with_other_certificate(certificate: bytes) -> Change:
    def change(root: etree._Element) -> None:
        one(root, ".//ds:X509Certificate").text = base64.b64encode(certificate).decode()

    return change


def of_digest(root: etree._Element) -> None:
    """The digest of a part, in the manifest."""
    value = one(root, "ds:Object/ds:Manifest/ds:Reference/ds:DigestValue")
    value.text = base64.b64encode(bytes(32)).decode()


def referring(uri: str) -> Change:
    def change(root: etree._Element) -> None:
        one(root, "ds:SignedInfo/ds:Reference").set("URI", uri)

    return change


def transformed(path: str, algorithm: str) -> Change:
    """A Reference under `path` that digests what an algorithm makes of its target."""

    def change(root: etree._Element) -> None:
        reference = one(root, path)
        for old in reference.findall("ds:Transforms", NAMESPACES):
            reference.remove(old)
        transforms = etree.Element(f"{{{DS}}}Transforms")
        etree.SubElement(transforms, f"{{{DS}}}Transform", Algorithm=algorithm)
        reference.insert(0, transforms)

    return change


def digested(path: str, algorithm: str) -> Change:
    def change(root: etree._Element) -> None:
        one(root, f"{path}/ds:DigestMethod").set("Algorithm", algorithm)

    return change


def made_with(method: str) -> Change:
    def change(root: etree._Element) -> None:
        one(root, "ds:SignedInfo/ds:SignatureMethod").set("Algorithm", method)

    return change


def without_properties(root: etree._Element) -> None:
    """Plain XML-DSig: nothing in it fixes the certificate."""
    (properties,) = [
        each for each in root if each.find("xd:QualifyingProperties", NAMESPACES) is not None
    ]
    root.remove(properties)
    info = one(root, "ds:SignedInfo")
    info.remove(info[-1])


# ---------------------------------------------------------------------------------- the zip file


def second_document(data: bytes) -> bytes:
    output = BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(output, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(DOCUMENT, b"<other/>")
    return output.getvalue()


def hidden(data: bytes) -> bytes:
    """A second document between the parts, which the directory does not name."""
    output = BytesIO(data)
    with zipfile.ZipFile(output, "a") as archive:
        archive.writestr("word/hidden.xml", b"<other/>")
        del archive.filelist[-1]
        del archive.NameToInfo["word/hidden.xml"]
    return output.getvalue()


def named_only(data: bytes) -> bytes:
    """A part that stands in the directory and nowhere else."""
    return _with_ghost(data, "word/ghost.xml", 40)


def overlapping(data: bytes) -> bytes:
    """Two names for the bytes of one part."""
    return _with_ghost(data, "word/twin.xml", 0)


def _with_ghost(data: bytes, name: str, offset: int) -> bytes:
    output = BytesIO(data)
    with zipfile.ZipFile(output, "a") as archive:
        ghost = zipfile.ZipInfo(name)
        ghost.header_offset = offset
        ghost.CRC = ghost.compress_size = ghost.file_size = 0
        archive.filelist.append(ghost)
        archive._didModify = True  # type: ignore[attr-defined]
    return output.getvalue()


def commented(data: bytes) -> bytes:
    output = BytesIO(data)
    with zipfile.ZipFile(output, "a") as archive:
        archive.comment = b"reviewed"
    return output.getvalue()


def header_field(offset: int, value: int, *, short: bool = False) -> Forge:
    """A field in the header of the first part changed; the directory tells the truth."""
    form = "<H" if short else "<L"

    def forge(data: bytes) -> bytes:
        size = struct.calcsize(form)
        return data[:offset] + struct.pack(form, value) + data[offset + size :]

    return forge


def encrypted(data: bytes) -> bytes:
    """Flagged as encrypted in the directory and before the part."""
    directory = data.index(b"PK\x01\x02")
    both = header_field(6, 1, short=True)(data)
    return header_field(directory + 8, 1, short=True)(both)


def miscounted(data: bytes) -> bytes:
    end = len(data) - 22
    (count,) = struct.unpack("<H", data[end + 10 : end + 12])
    return data[: end + 8] + struct.pack("<2H", count + 1, count + 1) + data[end + 12 :]


def told_twice(data: bytes) -> bytes:
    """A second record of the directory's place, for readers of large files (zip64)."""
    end = len(data) - 22
    count, size, place = struct.unpack("<H2L", data[end + 10 : end + 20])
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, place)
    return data[:end] + record + struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1) + data[end:]


def huge(data: bytes) -> bytes:
    """A size that is told elsewhere."""
    directory = data.index(b"PK\x01\x02")
    return header_field(directory + 24, 0xFFFFFFFF)(data)


def declared(data: bytes) -> bytes:
    """The signature with a document type and an entity in it."""

    def change(content: bytes) -> bytes:
        head, rest = content.split(b"?>", 1)
        entity = b'?><!DOCTYPE Signature [<!ENTITY who "Ada">]>'
        return head + entity + re.sub(rb"(<xd:ClaimedRole>)[^<]*", rb"\1&who;", rest)

    return rezipped(data, {SIG: change})
