"""Whether a PDF does things by itself: scripts, and actions that start programs.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from typing import Final

from pyhanko.pdf_utils.reader import PdfFileReader

from app.signing.pdf_bodies import names_any, texts_in
from app.signing.pdf_reading import READER_FAILURES

LIVELY: Final = frozenset(
    {
        *(b"JavaScript", b"Launch", b"ImportData", b"SubmitForm"),
        *(b"XFA", b"RichMedia", b"RichMediaExecute", b"Rendition"),
    }
)
NOTE: Final = (
    "The file seems to hold scripts, or actions that start programs or send data: what it shows "
    "may change by itself. A plan exported by irplan has none; do not let the reader program run "
    "them."
)
UNKNOWN: Final = "Whether the file holds scripts could not be told."


def lively(reader: PdfFileReader) -> tuple[str, ...]:
    """The note about a PDF that acts by itself; none for others."""
    try:
        revisions = range(reader.xrefs.total_revisions)
        found = any(names_any(texts_in(reader, each), LIVELY) for each in revisions)
    except READER_FAILURES:
        return (UNKNOWN,)
    return (NOTE,) if found else ()
