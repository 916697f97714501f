"""What the file says about itself, in its two places."""

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as Xml

from tests.integration.export.pdf.conformance.opened import Opened

_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
_TWICE: Final = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
"""Entries of the information dictionary, and where the packet repeats them."""
_DATE: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)")


def packet(file: Opened) -> Iterator[str]:
    """The packet is there, readable without unpacking, well-formed, and of no fixed size."""
    stream = file.root.get("/Metadata")
    if stream is None or stream.get("/Subtype") != "/XML" or "/Filter" in stream:
        yield "no plain packet"
    if re.search(r"<\?xpacket [^>]*(bytes|encoding)=", file.packet):
        yield "the packet tells its size or encoding"
    if _description(file) is None:
        yield "the packet is no RDF"


def archive_claim(file: Opened) -> Iterator[str]:
    """PDF/A-3a with attachments, PDF/A-2a without."""
    part = "3" if any("/EF" in item for item in file.dictionaries) else "2"
    claimed = (_value(file, "pdfaid:part"), _value(file, "pdfaid:conformance"))
    if claimed != (part, "A"):
        yield f"claims PDF/A {claimed}, is {part}A"


def access_claim(file: Opened) -> Iterator[str]:
    """PDF/UA-1, in words that the file explains."""
    if _value(file, "pdfuaid:part") != "1":
        yield "does not claim PDF/UA-1"
    if f"pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}<" not in file.packet:
        yield "does not explain the words of PDF/UA"


def said_twice(file: Opened) -> Iterator[str]:
    """Dictionary and packet say the same, and there is a title."""
    info: Any = file.pdf.trailer.get("/Info", {})
    if not str(info.get("/Title", "")).strip():
        yield "no title"
    for key, name in _TWICE.items():
        said = str(info.get(key, ""))
        here = _iso(said) if key.endswith("Date") else said
        there = _value(file, name)
        if here != there:
            yield f"{key} is {here!r} in one place, {there!r} in the other"


def _description(file: Opened) -> Any:
    try:
        return Xml.fromstring(file.packet.encode()).find(f"{_RDF}RDF/{_RDF}Description")
    except Xml.ParseError:
        return None


def _value(file: Opened, name: str) -> str:
    """The first text of a property, whatever it is wrapped in."""
    found = _description(file)
    item = None if found is None else found.find(name, _SPACES)
    return "" if item is None else "".join(item.itertext()).strip()


def _iso(date: str) -> str:
    """A date of the dictionary as the packet writes it."""
    match = _DATE.fullmatch(date)
    if match is None:
        return date
    year, month, day, hour, minute, second, hours, minutes = match.groups()
    zone = f"{hours or '+00'}:{minutes or '00'}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
