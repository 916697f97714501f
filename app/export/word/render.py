"""A document as a Word file."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.document.tree import Document
from app.export.uncollected import uncollected


@dataclass(frozen=True, slots=True)
class DocxResult:
    """The file, and a digest of its parts that survives another compressor."""

    data: bytes
    parts_digest: str


def render(document: Document, pages: Mapping[str, int], donor: bytes | None = None) -> DocxResult:
    """The file of `document`, the same bytes for the same document and letterhead.

    `pages` maps anchors to pages of the PDF: shown until Word counts its own. Attachments
    stay with the PDF. `donor` is a letterhead, a .docx or .dotx whose styles, header, footer and
    logo are used.

    Raises:
        IrplanError: `donor` is no letterhead, or carries what no plan may take on.
    """
    from app.export.word.canonical import canonical, parts_digest
    from app.export.word.package import package

    with uncollected():
        data = canonical(package(document, pages, donor))
        return DocxResult(data, parts_digest(data))
