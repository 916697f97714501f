"""The port through which documents become files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol

from app.domain.document.tree import Document


class FileFormat(Enum):
    """The formats a plan is exported to; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A rendered PDF, its page count and the page of each anchor.

    `remarks` say what in it cannot be shown as it was written, and where it stands.
    """

    data: bytes
    pages: int
    page_of: Mapping[str, int]
    missing_glyphs: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A Word file that lends styles, header and footer; `remarks` say what it cannot lend."""

    data: bytes = field(repr=False)
    remarks: tuple[str, ...] = ()


class Renderers(Protocol):
    """Turns documents into files."""

    def pdf(self, document: Document) -> RenderedPdf:
        """The document as PDF."""

    def letterhead(self, path: Path) -> Letterhead:
        """The letterhead in a .docx or .dotx.

        Raises:
            IrplanError: it cannot be read or used.
        """

    def docx(
        self, document: Document, page_of: Mapping[str, int], donor: bytes | None = None
    ) -> bytes:
        """The document as DOCX, with the page numbers the PDF came to.

        `donor` is the data of a letterhead.
        """

    def differences(self, document: Document, pdf: bytes, docx: bytes) -> tuple[str, ...]:
        """Where headings or tables of PDF and DOCX differ; both are read, one sentence each."""

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file or nothing."""
