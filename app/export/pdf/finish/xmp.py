"""The XMP packet of a PDF/A and PDF/UA file: ISO 16684-1, ISO 19005, ISO 14289-1."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.export.pdf.finish.dates import xmp_date


@dataclass(frozen=True, slots=True)
class Description:
    """What the packet says; blank texts are left out. `archive_part` is 2 or 3."""

    title: str
    author: str
    subject: str
    keywords: str
    identifier: str
    source: str
    language: str
    creator: str
    created: datetime
    archive_part: int


def packet(description: Description) -> bytes:
    """Return the packet as UTF-8."""
    created = xmp_date(description.created)
    parts = (
        _alternative("dc:title", description.title),
        _sequence("dc:creator", description.author),
        _alternative("dc:description", description.subject),
        _bag("dc:language", description.language),
        _simple("dc:identifier", description.identifier),
        _simple("dc:source", description.source),
        _simple("dc:format", "application/pdf"),
        _simple("pdf:Keywords", description.keywords),
        _simple("pdf:Producer", description.creator),
        _simple("xmp:CreatorTool", description.creator),
        _simple("xmp:CreateDate", created),
        _simple("xmp:ModifyDate", created),
        _simple("xmp:MetadataDate", created),
        _simple("pdfaid:part", str(description.archive_part)),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
    )
    return (_HEAD + "".join(parts) + _EXTENSION + _TAIL).encode()


def _escaped(value: str) -> str:
    return value.translate(_ESCAPES)


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>\n" if value else ""


def _alternative(name: str, value: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li></rdf:Alt>'
    return f"<{name}>{item}</{name}>\n" if value else ""


def _sequence(name: str, value: str) -> str:
    item = f"<rdf:Seq><rdf:li>{_escaped(value)}</rdf:li></rdf:Seq>"
    return f"<{name}>{item}</{name}>\n" if value else ""


def _bag(name: str, value: str) -> str:
    item = f"<rdf:Bag><rdf:li>{_escaped(value)}</rdf:li></rdf:Bag>"
    return f"<{name}>{item}</{name}>\n" if value else ""


_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

_HEAD: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
"""

_EXTENSION: Final = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
"""PDF/A wants every schema beyond its own described in the file."""

_TAIL: Final = """</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
