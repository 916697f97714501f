"""The finishing pass over a drawn file, in one fixed order."""

from io import BytesIO
from typing import Final

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf

from app.domain.document.tree import Document
from app.export.pdf.finish.archive import add_output_intent, drop_bare_fonts
from app.export.pdf.finish.attachments import attach
from app.export.pdf.finish.bookmarks import add_bookmarks
from app.export.pdf.finish.fields import add_fields
from app.export.pdf.finish.links import add_links
from app.export.pdf.finish.metadata import add_metadata
from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.trace import Trace

_VERSION: Final = "1.7"


def finished(raw: bytes, trace: Trace, document: Document) -> bytes:
    """Return the file of `raw`, complete; equal input gives equal bytes."""
    with Pdf.open(BytesIO(raw)) as pdf:
        structure = StructureTree(pdf, trace)
        add_links(pdf, trace, structure)
        add_fields(pdf, trace, structure)
        structure.write()
        add_bookmarks(pdf, trace)
        attach(pdf, document)
        add_output_intent(pdf)
        drop_bare_fonts(pdf)
        add_metadata(pdf, document)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.Root.PageMode = Name.UseOutlines
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    target = BytesIO()
    pdf.save(
        target,
        min_version=_VERSION,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return target.getvalue()
