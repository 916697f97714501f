"""The renderers as a port wants them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.document.tree import Document
    from app.services.exporting import RenderedPdf


class FileRenderers:
    """The PDF and Word renderers, loaded when first used."""

    def pdf(self, document: Document) -> RenderedPdf:
        """The document as PDF."""
        from app.export.pdf.render import render
        from app.services.exporting import RenderedPdf

        result = render(document)
        missing = "".join(result.missing_glyphs)
        return RenderedPdf(result.data, result.pages, result.anchors, missing)

    def docx(self, document: Document, page_of: Mapping[str, int]) -> bytes:
        """The document as DOCX."""
        from app.export.word.render import render

        return render(document, page_of).data

    def differences(self, document: Document, docx: bytes) -> tuple[str, ...]:
        """Where the headings or tables of the DOCX differ from the document's."""
        from app.domain.document.outline import differences, outline
        from app.export.word.outline import outline as read_back

        return differences(outline(document), read_back(docx))

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it."""
        from app.export.files import prepare_folder

        prepare_folder(folder)

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file or nothing."""
        from app.export.files import write_file

        write_file(path, data)
