"""The history inside a signed PDF: what stood before the first signature, and what changed since.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib

from asn1crypto.parser import peek
from lxml import etree
from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from app.signing.safe_xml import BadXmlError, parse_xml

END_MARK = b"%%EOF"
INFO_KEYS = ("/Title", "/Author", "/Subject", "/Keywords")
DESCRIBING = frozenset(
    {
        "http://purl.org/dc/elements/1.1/",
        "http://www.aiim.org/pdfa/ns/id/",
        "http://www.aiim.org/pdfua/ns/id/",
    }
)
"""The XMP namespaces whose values a signature must keep."""

_UPDATES = ModificationLevel.LTA_UPDATES
_STRUCTURE = (
    CatalogModificationRule(),
    XrefStreamRule().as_qualified(_UPDATES),
    ObjectStreamRule().as_qualified(_UPDATES),
    DSSCompareRule().as_qualified(_UPDATES),
)
AFTER_SIGNING = StandardDiffPolicy(
    global_rules=[
        *_STRUCTURE,
        DocInfoRule().as_qualified(_UPDATES),
        MetadataUpdateRule().as_qualified(_UPDATES),
    ],
    form_rule=FormUpdatingRule([SigFieldCreationRule(), SigFieldModificationRule()]),
)
"""What later revisions may do: sign and carry proofs along. Other fields keep their values.

Properties may change here, because `properties_changed` looks at what they say.
"""
PROOFS_ONLY = StandardDiffPolicy(global_rules=[*_STRUCTURE], form_rule=None)
"""What may stand behind the last signature: certificates and what shows that none was revoked."""


def original_length(data: bytes, reader: PdfFileReader, first: EmbeddedPdfSignature) -> int | None:
    """Bytes of the file as it was before its first signature; None if it never was unsigned.

    Readers hash exactly these first bytes to compare with the unsigned export.
    """
    if first.signed_revision == 0:
        return None
    table = reader.xrefs.get_xref_container_info(first.signed_revision - 1)
    mark = data.find(END_MARK, table.end_location)
    return None if mark < 0 else _after_line_end(data, mark + len(END_MARK))


def properties_changed(reader: PdfFileReader, first: EmbeddedPdfSignature) -> bool:
    """Whether title, author, subject or keywords differ from those that were signed first.

    pyHanko counts a changed XMP packet among permitted updates; for a plan it is not. Dates and
    producer may differ: other signing programs update them.
    """
    newest = reader.xrefs.total_revisions - 1
    return _properties(reader, first.signed_revision) != _properties(reader, newest)


def only_proofs_follow(data: bytes, reader: PdfFileReader, signature: EmbeddedPdfSignature) -> bool:
    """Whether all that was appended after `signature` is validation data, up to the last byte.

    Signatures of level B-LT are made like that: nobody can sign what tells about their own
    certificate.
    """
    table = reader.xrefs.get_xref_container_info(reader.xrefs.total_revisions - 1)
    mark = data.find(END_MARK, table.end_location)
    if mark < 0 or _after_line_end(data, mark + len(END_MARK)) != len(data):
        return False
    newest = reader.xrefs.total_revisions - 1
    if _proofs(reader, signature.signed_revision) == _proofs(reader, newest):
        return False
    result = PROOFS_ONLY.review_file(reader, signature.signed_revision)
    return isinstance(result, DiffResult) and result.modification_level <= _UPDATES


def gap_is_the_signature(data: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the bytes a signature leaves out are its own value and zeros, nothing else."""
    ranges = [int(number) for number in signature.byte_range]
    if len(ranges) != 4 or ranges[0] != 0 or min(ranges) < 0:
        return False
    start, end = ranges[1], ranges[2]
    gap = data[start:end]
    if end + ranges[3] > len(data) or not (gap.startswith(b"<") and gap.endswith(b">")):
        return False
    try:
        value = bytes.fromhex(gap[1:-1].decode("ascii"))
        padding = value[peek(value) :]
    except ValueError:
        return False
    return value == signature.pkcs7_content and not padding.strip(b"\0")


def _proofs(reader: PdfFileReader, revision: int) -> object:
    """The store of certificates and revocation data (DSS), with what is in its lists."""
    root = _followed(reader, reader.trailer.raw_get("/Root", revision=revision), revision)
    store = _entry(reader, root, "/DSS", revision)
    if not isinstance(store, DictionaryObject):
        return None
    return {str(key): repr(_entry(reader, store, key, revision)) for key in store}


def _after_line_end(data: bytes, end: int) -> int:
    if data[end : end + 2] == b"\r\n":
        return end + 2
    return end + 1 if data[end : end + 1] in (b"\n", b"\r") else end


def _properties(reader: PdfFileReader, revision: int) -> tuple[list[object], list[tuple[str, str]]]:
    root = _followed(reader, reader.trailer.raw_get("/Root", revision=revision), revision)
    described = _entry(reader, root, "/Metadata", revision)
    try:
        info = _followed(reader, reader.trailer.raw_get("/Info", revision=revision), revision)
    except KeyError:
        info = None
    values = [_entry(reader, info, key, revision) for key in INFO_KEYS]
    return values, _described(described.data) if isinstance(described, StreamObject) else []


def _entry(reader: PdfFileReader, holder: object, key: str, revision: int) -> object:
    if not isinstance(holder, DictionaryObject) or key not in holder:
        return None
    return _followed(reader, holder.raw_get(key), revision)


def _followed(reader: PdfFileReader, value: object, revision: int) -> object:
    """What `value` stands for at a revision; streams come whole, unlike from its resolver."""
    if isinstance(value, IndirectObject):
        return reader.get_object(value.reference, revision)
    return value


def _described(packet: bytes) -> list[tuple[str, str]]:
    """What an XMP packet says about the document, however it is laid out."""
    try:
        root = parse_xml(packet)
    except BadXmlError:
        return [("unreadable", hashlib.sha256(packet).hexdigest())]
    return sorted(
        (str(name), str(value))
        for element in root.iter("{*}*")
        for name, value in (*element.items(), (element.tag, _words(element)))
        if value and etree.QName(name).namespace in DESCRIBING
    )


def _words(element: etree._Element) -> str:
    return " ".join(word for text in element.itertext() for word in str(text).split())
