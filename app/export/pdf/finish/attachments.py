"""Files carried inside the document: ISO 19005-3, 6.8."""

import re
from pathlib import PurePosixPath
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.domain.document.tree import Attachment, Document
from app.export.characters import one_line
from app.export.pdf.finish.dates import pdf_date
from app.export.pdf.string_limit import within_limit

_MEDIA_TYPE: Final = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+", re.ASCII | re.IGNORECASE)


def attach(pdf: Pdf, document: Document) -> None:
    """Embed the attachments under safe names, in the order of these names."""
    if not document.attachments:
        return
    modified = pdf_date(document.metadata.created)
    names = Array()
    files = Array()
    for name, attachment in sorted(_named(document.attachments).items()):
        file = pdf.make_indirect(_file(pdf, name, attachment, modified))
        names.append(String(name))
        names.append(file)
        files.append(file)
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.Root.AF = files


def _named(attachments: tuple[Attachment, ...]) -> dict[str, Attachment]:
    """Give every attachment a name without folders that no other one has."""
    named: dict[str, Attachment] = {}
    for attachment in attachments:
        base = one_line(attachment.name).replace("\\", "/")
        path = PurePosixPath(PurePosixPath(base).name or "attachment")
        name, count = path.name, 1
        while name in named:
            count += 1
            name = f"{path.stem}-{count}{path.suffix}"
        named[name] = attachment
    return named


def _file(pdf: Pdf, name: str, attachment: Attachment, modified: str) -> Dictionary:
    stream = _embedded(pdf, attachment, modified)
    return Dictionary(
        Type=Name.Filespec,
        F=String(name),
        UF=String(name),
        Desc=String(within_limit(one_line(attachment.description))),
        AFRelationship=Name.Data,
        EF=Dictionary(F=stream, UF=stream),
    )


def _embedded(pdf: Pdf, attachment: Attachment, modified: str) -> Object:
    stream = pdf.make_stream(attachment.data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/" + _media_type(attachment))
    stream.Params = Dictionary(Size=len(attachment.data), ModDate=String(modified))
    return stream


def _media_type(attachment: Attachment) -> str:
    known = _MEDIA_TYPE.fullmatch(attachment.media_type)
    return attachment.media_type if known else "application/octet-stream"
