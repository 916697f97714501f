"""The history inside a signed PDF: what stood before the first signature, and what changed since.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib

from asn1crypto.parser import peek
from lxml import etree
from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from app.signing.pdf_reading import UnreadablePdfError, open_pdf
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


def original_length(data: bytes, reader: PdfFileReader, first: EmbeddedPdfSignature) -> int | None:
    """Bytes of the file as it was before its first signature; None if it never was unsigned.

    Readers hash exactly these first bytes to compare with the unsigned export.
    """
    if first.signed_revision == 0:
        return None
    table = reader.xrefs.get_xref_container_info(first.signed_revision - 1)
    mark = data.find(END_MARK, table.end_location)
    return None if mark < 0 else _after_line_end(data, mark + len(END_MARK))


def properties_changed(data: bytes, reader: PdfFileReader, first: EmbeddedPdfSignature) -> bool:
    """Whether title, author, subject or keywords differ, or the signed state cannot be read.

    pyHanko counts a changed XMP packet among permitted updates; for a plan it is not. Dates and
    producer may differ: other signing programs update them.
    """
    end = int(first.byte_range[2]) + int(first.byte_range[3])
    if end == len(data):
        return False
    try:
        return _properties(open_pdf(data[:end])) != _properties(reader)
    except UnreadablePdfError:
        return True


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


def _after_line_end(data: bytes, end: int) -> int:
    if data[end : end + 2] == b"\r\n":
        return end + 2
    return end + 1 if data[end : end + 1] in (b"\n", b"\r") else end


def _properties(reader: PdfFileReader) -> tuple[list[object], list[tuple[str, str]]]:
    info = _entry(reader.trailer_view, "/Info")
    packet = _entry(reader.root, "/Metadata")
    values = [_entry(info, key) for key in INFO_KEYS] if isinstance(info, DictionaryObject) else []
    return values, _described(packet.data) if isinstance(packet, StreamObject) else []


def _entry(holder: DictionaryObject, key: str) -> object:
    """Only brackets follow an indirect reference; `get` would return the reference."""
    return holder[key] if key in holder else None  # noqa: SIM401


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
