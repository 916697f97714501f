"""What the file says about itself, twice: in its information dictionary and as XMP."""

from typing import Final

from pikepdf import Dictionary, Name, Pdf, String

from app.domain.document.tree import Document, Metadata
from app.export.characters import one_line
from app.export.pdf.finish.dates import pdf_date
from app.export.pdf.finish.xmp import Description, packet
from app.export.pdf.string_limit import within_limit

PRODUCER: Final = "irplan"


def add_metadata(pdf: Pdf, document: Document) -> None:
    """Write title, author, dates, language and the standards the file claims to meet."""
    description = _description(document)
    info = {
        "/Title": description.title,
        "/Author": description.author,
        "/Subject": description.subject,
        "/Keywords": description.keywords,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": pdf_date(description.created),
        "/ModDate": pdf_date(description.created),
    }
    entries = {key: String(value) for key, value in info.items() if value}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))
    stream = pdf.make_stream(packet(description))
    stream.Type = Name.Metadata
    stream.Subtype = Name.XML
    pdf.Root.Metadata = stream
    pdf.Root.Lang = String(description.language)


def _description(document: Document) -> Description:
    data = document.metadata
    return Description(
        title=_line(data.title) or _line(document.cover.title) or _line(data.document_id),
        author=_line(data.author) or _line(data.organisation),
        subject=_line(data.subject),
        keywords=within_limit(", ".join(map(one_line, data.keywords))),
        identifier=one_line(f"{data.document_id} {data.version}"),
        source=_fingerprint(data),
        language=one_line(data.language) or "en",
        creator=PRODUCER,
        created=data.created,
        archive_part=3 if document.attachments else 2,
    )


def _line(text: str) -> str:
    return within_limit(one_line(text))


def _fingerprint(data: Metadata) -> str:
    return f"sha256:{one_line(data.content_hash)}" if data.content_hash else ""
