"""Judging one PDF signature: its value, what it covers, what was added after it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from cryptography import x509
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.services.verifying import TIME_SOURCE_SIGNER, Coverage, SignatureReport, Trust
from app.signing.certificates import facts_of
from app.signing.pdf_cms import PdfStanding, has_time_stamp, is_time_stamp, standing
from app.signing.pdf_reading import READER_FAILURES
from app.signing.pdf_revisions import gap_is_the_signature
from app.signing.trust import certificate_problems, trust_in

COVERAGES: Mapping[SignatureCoverageLevel | None, Coverage] = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.EARLIER_REVISION,
}
"""Every other level leaves a part of the signature's own revision unprotected."""
CHANGES: Mapping[ModificationLevel | None, str] = {
    ModificationLevel.FORM_FILLING: (
        "Signature or form fields were filled in; the pages are unchanged."
    ),
    ModificationLevel.LTA_UPDATES: "Validation data or document properties were appended.",
    ModificationLevel.NONE: "Bytes were appended that change nothing a reader sees.",
}
"""What was added after a signature; every other kind means the document itself."""
BROKEN = PdfStanding(intact=False, valid=False)


def check_signature(
    data: bytes,
    signature: EmbeddedPdfSignature,
    trusted: Sequence[x509.Certificate],
    *,
    first: bool,
    last: bool,
) -> SignatureReport:
    """The report on one signature.

    The costly comparison of revisions runs for the `first` signature, whose revision all later
    ones extend, and for those that set limits of their own; the `last` must cover every byte.
    """
    found, weaknesses = _standing(signature, compare=first or _sets_limits(signature))
    certificate = _certificate(signature)
    signed_at = _signed_at(signature)
    problems = [
        *weaknesses,
        *_coverage_problems(data, signature, last=last),
        *_certificate_problems(signature, certificate, signed_at),
    ]
    return SignatureReport(
        field=signature.field_name,
        meaning=_meaning(signature),
        role="",
        location=_text(signature, "/Location"),
        signed_at=signed_at,
        time_source=TIME_SOURCE_SIGNER,
        certificate=None if certificate is None else facts_of(certificate),
        trust=_trust(signature, certificate, trusted, signed_at),
        intact=found.intact and found.valid,
        coverage=_coverage(signature),
        changes_after=_changes_after(signature, found),
        problems=tuple(problems),
        remarks=_remarks(signature),
    )


def _standing(signature: EmbeddedPdfSignature, *, compare: bool) -> tuple[PdfStanding, list[str]]:
    """Where the signature stands, and why it cannot be relied on."""
    try:
        found = standing(signature, compare=compare)
    except READER_FAILURES as error:
        return BROKEN, [f"The signature cannot be relied on: {error}."]
    problems = {
        "The signed bytes were changed: their digest differs.": not found.intact,
        "The signature value does not fit the certificate's key.": not found.valid,
        "The document was changed after signing in a way that is not permitted.": (
            found.permitted is False
        ),
    }
    return found, [sentence for sentence, applies in problems.items() if applies]


def _sets_limits(signature: EmbeddedPdfSignature) -> bool:
    return signature.docmdp_level is not None or signature.fieldmdp is not None


def _coverage_problems(data: bytes, signature: EmbeddedPdfSignature, *, last: bool) -> list[str]:
    coverage = _coverage(signature)
    if coverage is Coverage.PARTIAL or not gap_is_the_signature(data, signature):
        return ["The signature does not cover the whole of its revision."]
    if last and coverage is not Coverage.WHOLE_FILE:
        return ["Bytes were appended to the file after its last signature."]
    return []


def _coverage(signature: EmbeddedPdfSignature) -> Coverage:
    return COVERAGES.get(signature.coverage, Coverage.PARTIAL)


def _changes_after(signature: EmbeddedPdfSignature, found: PdfStanding) -> str:
    if _coverage(signature) is not Coverage.EARLIER_REVISION:
        return ""
    if found.permitted is None:
        return "Later signatures were added; the first signature judges what else was."
    return CHANGES.get(found.changes, "The document itself was changed.")


def _certificate(signature: EmbeddedPdfSignature) -> x509.Certificate | None:
    try:
        return x509.load_der_x509_certificate(signature.signer_cert.dump())
    except READER_FAILURES:
        return None


def _certificate_problems(
    signature: EmbeddedPdfSignature,
    certificate: x509.Certificate | None,
    signed_at: datetime | None,
) -> list[str]:
    if certificate is None:
        return ["The signature carries no readable certificate."]
    if is_time_stamp(signature):
        return []
    return certificate_problems(certificate, signed_at)


def _trust(
    signature: EmbeddedPdfSignature,
    certificate: x509.Certificate | None,
    trusted: Sequence[x509.Certificate],
    signed_at: datetime | None,
) -> Trust:
    if certificate is None:
        return Trust.NONE
    issuers = [
        x509.load_der_x509_certificate(each.dump()) for each in signature.other_embedded_certs
    ]
    return trust_in(certificate, issuers, trusted, signed_at or certificate.not_valid_after_utc)


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    try:
        moment = signature.self_reported_timestamp
    except READER_FAILURES:
        return None
    return None if moment is None or moment.tzinfo is None else moment.astimezone(UTC)


def _meaning(signature: EmbeddedPdfSignature) -> str:
    if is_time_stamp(signature):
        return "Time stamp over the document"
    return _text(signature, "/Reason")


def _text(signature: EmbeddedPdfSignature, key: str) -> str:
    value = signature.sig_object.get(key, "")
    return str(value) if isinstance(value, str) else ""


def _remarks(signature: EmbeddedPdfSignature) -> tuple[str, ...]:
    if has_time_stamp(signature):
        return ("A time stamp is attached; whether its authority can be trusted was not checked.",)
    return ()
