"""A time stamp over a whole PDF, signatures and all.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from itertools import count

from pyhanko.pdf_utils.reader import PdfFileReader

from app.services.signing import Level, SignedData, Stamping
from app.signing.errors import EncryptedPdfError, NotAPdfError, TimeStampError
from app.signing.levels import Evidence, sampled
from app.signing.pdf_permission import check_stampable
from app.signing.pdf_reading import READER_FAILURES, UnreadablePdfError, open_pdf, signature_fields
from app.signing.pdf_writer import append_time_stamp
from app.signing.time_stamp import unstamped

FIELD = "Timestamp"
"""The name of the first field that holds a stamp; it has no place on a page."""


def add_time_stamp(data: bytes, stamping: Stamping) -> SignedData:
    """`data`, byte for byte, followed by a time stamp; an `app.services.signing.TimeStamper`.

    A file that nobody has signed is refused: its first signature could not certify it any more.

    Raises:
        NotAPdfError: The bytes cannot be read as a PDF.
        EncryptedPdfError: The PDF is encrypted.
        NothingToStampError: Nobody has signed it.
        DocumentLockedError: A signature forbids every change.
        ChangedSinceSigningError: A signature no longer holds.
        TimeStampError: The authority gave no stamp, or none was named.
    """
    try:
        reader = open_pdf(data)
        if reader.encrypted:
            raise EncryptedPdfError("The PDF is encrypted: export it again without encryption.")
        check_stampable(reader)
        evidence = sampled(stamping.authority)
        stamped = append_time_stamp(reader, _free_field(reader), evidence)
    except (UnreadablePdfError, *READER_FAILURES) as error:
        raise NotAPdfError(
            "The document is damaged or not a PDF: choose the signed PDF."
        ) from error
    return SignedData(stamped, Level.B_T)


def protected(signed: bytes, evidence: Evidence) -> SignedData:
    """A signed file with a stamp that protects the proof inside; without one it is a level less."""
    reader = open_pdf(signed)
    try:
        stamped = append_time_stamp(reader, _free_field(reader), evidence)
    except TimeStampError as error:
        return SignedData(signed, Level.B_LT, (*evidence.remarks, unstamped(error)))
    return SignedData(stamped, evidence.level, evidence.remarks)


def _free_field(reader: PdfFileReader) -> str:
    taken = {each.name for each in signature_fields(reader)}
    names = (FIELD if number == 1 else f"{FIELD}{number}" for number in count(1))
    return next(name for name in names if name not in taken)
