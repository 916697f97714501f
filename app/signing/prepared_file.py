"""What a file that was exported before has prepared for those who sign it.

Imports pyHanko and lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence

from pyhanko.pdf_utils.reader import PdfFileReader

from app.services.countersigning import PreparedField, PreparedFile
from app.services.proving.plain import one_line
from app.services.verifying import FileKind
from app.signing.errors import EncryptedPdfError, NotAPdfError, NotAWordFileError
from app.signing.foreign_files import kind_of
from app.signing.pdf_reading import READER_FAILURES, UnreadablePdfError, open_pdf, signature_fields
from app.signing.safe_xml import BadXmlError
from app.signing.word_package import BadPackageError, read_package
from app.signing.word_verify import verify_package

LONGEST_SUBJECT = 300
"""Characters; a title is a line, and goes into every signature."""


def prepared(data: bytes) -> PreparedFile:
    """What the bytes have prepared; an `app.services.countersigning.Prepared`.

    Raises:
        NotAPdfError: They begin like a PDF and are none.
        EncryptedPdfError: They are an encrypted PDF.
        NotAWordFileError: They begin like a Word document and are none.
    """
    match kind_of(data):
        case FileKind.PDF:
            return _pdf(data)
        case FileKind.DOCX:
            return _word(data)
        case FileKind.OTHER:
            return PreparedFile(FileKind.OTHER)


def _pdf(data: bytes) -> PreparedFile:
    try:
        reader = open_pdf(data)
        if reader.encrypted:
            raise EncryptedPdfError("The PDF is encrypted: export it again without encryption.")
        return _of_reader(reader)
    except (UnreadablePdfError, *READER_FAILURES) as error:
        raise NotAPdfError(
            "The document is damaged or not a PDF: export it again, then sign it."
        ) from error


def _of_reader(reader: PdfFileReader) -> PreparedFile:
    said = [str(each.sig_object.get("/Reason", "")) for each in reader.embedded_signatures]
    title = str(reader.trailer["/Info"].get("/Title", "")) if "/Info" in reader.trailer else ""
    fields = tuple(PreparedField(each.name, each.signed) for each in signature_fields(reader))
    return PreparedFile(FileKind.PDF, fields, _subject(said, title), not said)


def _word(data: bytes) -> PreparedFile:
    try:
        found = verify_package(read_package(data), ())
    except (BadPackageError, BadXmlError) as error:
        raise NotAWordFileError(
            f"The document is damaged or not a Word file ({error}): export it again, then sign it."
        ) from error
    slots = [each.slot for each in found.signatures]
    fields = tuple(PreparedField(line, line in slots) for line in found.prepared)
    said = [each.meaning for each in found.signatures]
    return PreparedFile(FileKind.DOCX, fields, _subject(said, ""), not slots)


def _subject(said: Sequence[str], title: str) -> str:
    """What earlier signatures were about, as `Statement.text` puts it, or else the title."""
    subjects = [reason.partition(": ")[2] for reason in said]
    return one_line(next(filter(None, subjects), title)).strip()[:LONGEST_SUBJECT]
