"""Verifying every signature of a PDF, and that nothing slipped in between or after them.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from asn1crypto import cms
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from app.services.proving.carried import Carried
from app.services.verifying import Coverage, DocumentStamp, SignatureReport
from app.signing.pdf_carried import carried_by
from app.signing.pdf_certification import certification_problems
from app.signing.pdf_cms import is_time_stamp
from app.signing.pdf_coverage import Place, changes_after, coverage_of, coverage_problems
from app.signing.pdf_levels import PlacedStamp
from app.signing.pdf_liveliness import lively
from app.signing.pdf_reading import (
    READER_FAILURES,
    SignatureField,
    UnreadablePdfError,
    open_pdf,
    signature_fields,
)
from app.signing.pdf_revisions import original_length, properties_changed
from app.signing.pdf_signature_check import check_signature, judged
from app.signing.stamp_check import check_stamp

MOST_SIGNATURES = 50
MOST_REVISIONS = 500
"""A plan has one revision for each signature, and a few more; each one costs time."""


@dataclass(frozen=True, slots=True)
class PdfFindings:
    """What a PDF's bytes reveal about its signatures."""

    signatures: tuple[SignatureReport, ...]
    stamps: tuple[DocumentStamp, ...]
    prepared: tuple[str, ...]
    """The signature fields, signed or not, but for those of time stamps."""
    whole_file: bool
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    carried: Carried
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
    if reader.xrefs.total_revisions > MOST_REVISIONS:
        raise UnreadablePdfError(f"It has more than {MOST_REVISIONS} revisions.")
    places = _places(data, reader)
    stamps = {
        place.signature.field_name: _stamp(place, trusted)
        for place in places
        if is_time_stamp(place.signature)
    }
    placed = tuple(one for _, one in stamps.values())
    signatures = tuple(
        check_signature(place, trusted, placed)
        for place in places
        if not is_time_stamp(place.signature)
    )
    first = places[0].signature if places else None
    size = None if first is None else original_length(data, reader, first)
    return PdfFindings(
        signatures=signatures,
        stamps=tuple(report for report, _ in stamps.values()),
        prepared=tuple(field.name for field in fields if field.name not in stamps),
        whole_file=any(coverage_of(each.signature) is Coverage.WHOLE_FILE for each in places),
        problems=tuple(_file_problems(reader, fields, places)),
        notes=lively(reader),
        carried=carried_by(reader),
        unsigned_size=size,
        unsigned_sha256="" if size is None else hashlib.sha256(data[:size]).hexdigest(),
    )


def _places(data: bytes, reader: PdfFileReader) -> tuple[Place, ...]:
    embedded: Sequence[EmbeddedPdfSignature] = reader.embedded_signatures
    if len(embedded) > MOST_SIGNATURES:
        raise UnreadablePdfError(f"It has more than {MOST_SIGNATURES} signatures.")
    last = len(embedded) - 1
    return tuple(
        Place(data, signature, first=at == 0, last=at == last)
        for at, signature in enumerate(embedded)
    )


def _stamp(place: Place, trusted: Sequence[x509.Certificate]) -> tuple[DocumentStamp, PlacedStamp]:
    """The report on a time stamp over the document."""
    signature = place.signature
    found, weaknesses = judged(place)
    token = cms.ContentInfo.load(signature.pkcs7_content).dump()  # without what fills its place
    checked = check_stamp(token, signature.compute_digest, trusted)
    problems = (*weaknesses, *coverage_problems(place), *checked.report.problems)
    report = replace(checked.report, problems=problems)
    stamp = DocumentStamp(
        signature.field_name, report, coverage_of(signature), changes_after(place, found)
    )
    return stamp, PlacedStamp(replace(checked, report=report), signature.signed_revision)


def _file_problems(
    reader: PdfFileReader,
    fields: Iterable[SignatureField],
    places: Sequence[Place],
) -> list[str]:
    known = {place.signature.field_name for place in places}
    problems = [
        f"The signature in field {field.name} is of a kind that cannot be checked."
        for field in fields
        if field.signed and field.name not in known
    ]
    if places and properties_changed(reader, places[0].signature):
        problems.append(
            "The document's properties (title, author, subject or keywords) were changed after "
            "the first signature, or cannot be compared."
        )
    return [*problems, *certification_problems(reader, [place.signature for place in places])]
