"""The renderers as a port wants them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.document.tree import Document
    from app.services.rendering import Letterhead, RenderedPdf


class FileRenderers:
    """The PDF and Word renderers, loaded when first used."""

    def pdf(self, document: Document) -> RenderedPdf:
        """The document as PDF."""
        from app.export.pdf.render import render
        from app.services.rendering import RenderedPdf

        result = render(document)
        missing = "".join(result.missing_glyphs)
        return RenderedPdf(result.data, result.pages, result.anchors, missing, result.remarks)

    def letterhead(self, path: Path) -> Letterhead:
        """The letterhead in a .docx or .dotx.

        Raises:
            IrplanError: it cannot be read or used.
        """
        from app.export.word.donor.opening import opened
        from app.services.rendering import Letterhead

        found = opened(path)
        return Letterhead(found.data, found.remarks)

    def docx(
        self, document: Document, page_of: Mapping[str, int], donor: bytes | None = None
    ) -> bytes:
        """The document as DOCX, on a letterhead if there is a `donor`."""
        from app.export.word.render import render

        return render(document, page_of, donor).data

    def differences(self, document: Document, pdf: bytes, docx: bytes) -> tuple[str, ...]:
        """Where the headings or tables of PDF and DOCX differ."""
        from app.export.parity.comparing import file_differences

        return file_differences(document, pdf, docx)

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it."""
        from app.export.files import prepare_folder

        prepare_folder(folder)

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file or nothing."""
        from app.export.files import write_file

        write_file(path, data)
