"""Verifying every signature of a PDF, and that nothing slipped in between or after them.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from app.services.verifying import SignatureReport
from app.signing.pdf_reading import (
    READER_FAILURES,
    SignatureField,
    UnreadablePdfError,
    open_pdf,
    signature_fields,
)
from app.signing.pdf_revisions import original_length, properties_changed
from app.signing.pdf_signature_check import check_signature


@dataclass(frozen=True, slots=True)
class PdfFindings:
    """What a PDF's bytes reveal about its signatures."""

    signatures: tuple[SignatureReport, ...]
    empty_fields: tuple[str, ...]
    problems: tuple[str, ...]
    unsigned_size: int | None
    unsigned_sha256: str


def verify_pdf(data: bytes, trusted: Sequence[x509.Certificate]) -> PdfFindings:
    """Judge every signature in `data`, in the order of signing.

    Raises:
        UnreadablePdfError: The file is damaged, encrypted or not a PDF.
    """
    reader = open_pdf(data)
    if reader.encrypted:
        raise UnreadablePdfError("The PDF is encrypted.")
    fields = signature_fields(reader)
    try:
        return _findings(data, reader, fields, trusted)
    except READER_FAILURES as error:
        raise UnreadablePdfError(str(error) or type(error).__name__) from error


def _findings(
    data: bytes,
    reader: PdfFileReader,
    fields: Sequence[SignatureField],
    trusted: Sequence[x509.Certificate],
) -> PdfFindings:
    embedded = reader.embedded_signatures
    last = len(embedded) - 1
    signatures = tuple(
        check_signature(data, signature, trusted, first=index == 0, last=index == last)
        for index, signature in enumerate(embedded)
    )
    size = original_length(data, reader, embedded[0]) if embedded else None
    return PdfFindings(
        signatures=signatures,
        empty_fields=tuple(field.name for field in fields if not field.signed),
        problems=tuple(_file_problems(data, reader, fields)),
        unsigned_size=size,
        unsigned_sha256="" if size is None else hashlib.sha256(data[:size]).hexdigest(),
    )


def _file_problems(
    data: bytes, reader: PdfFileReader, fields: Sequence[SignatureField]
) -> list[str]:
    embedded = reader.embedded_signatures
    known = {signature.field_name for signature in embedded}
    problems = [
        f"The signature in field {field.name} is of a kind that cannot be checked."
        for field in fields
        if field.signed and field.name not in known
    ]
    if embedded and properties_changed(data, reader, embedded[0]):
        problems.append(
            "The document's properties (title, author, subject or keywords) were changed after "
            "the first signature, or cannot be compared."
        )
    return problems
