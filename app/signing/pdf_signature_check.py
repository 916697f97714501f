"""Judging one PDF signature: its value, its time, what it covers, what was added after it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from app.services.verifying import (
    TIME_SOURCE_SIGNER,
    Coverage,
    Profile,
    SignatureReport,
    Trust,
)
from app.signing.certificates import facts_of
from app.signing.pdf_cms import PdfStanding, is_pades, standing, time_stamp_token
from app.signing.pdf_coverage import Place, changes_after, coverage_of, coverage_problems
from app.signing.pdf_levels import Evidence, PlacedStamp, profile_of, proofs_in
from app.signing.pdf_reading import READER_FAILURES
from app.signing.stamp_check import CheckedStamp, check_stamp, digest_of
from app.signing.trust import certificate_problems, trust_in
from app.signing.validation_data import path_of, revoked_at

BROKEN = PdfStanding(intact=False, valid=False)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read out of a signature before it is judged."""

    signature: EmbeddedPdfSignature
    certificate: x509.Certificate | None
    brought: tuple[x509.Certificate, ...]
    """The certificates it brought along for its own one."""
    signed_at: datetime | None
    stamp: CheckedStamp | None

    @property
    def moment(self) -> datetime | None:
        """The best known moment of signing: the authority's, else the signer's."""
        if self.stamp is not None and self.stamp.report.holds:
            return self.stamp.report.at
        return self.signed_at


def check_signature(
    place: Place, trusted: Sequence[x509.Certificate], stamps: tuple[PlacedStamp, ...] = ()
) -> SignatureReport:
    """The report on one person's signature; `stamps` are those over the document."""
    signature = place.signature
    found, weaknesses = judged(place)
    reading = _read(signature, trusted)
    intact = found.intact and found.valid
    problems = [
        *weaknesses,
        *coverage_problems(place),
        *_certificate_problems(reading),
    ]
    return SignatureReport(
        field=signature.field_name,
        meaning=_text(signature, "/Reason"),
        role="",
        location=_text(signature, "/Location"),
        signed_at=reading.signed_at,
        time_source=TIME_SOURCE_SIGNER,
        certificate=None if reading.certificate is None else facts_of(reading.certificate),
        trust=_trust(reading, trusted),
        intact=intact,
        coverage=coverage_of(signature),
        changes_after=changes_after(place, found),
        problems=tuple(problems),
        remarks=_remarks(place, reading),
        slot=signature.field_name,
        time_stamp=None if reading.stamp is None else reading.stamp.report,
        profile=_profile(reading, stamps) if intact else None,
    )


def judged(place: Place) -> tuple[PdfStanding, list[str]]:
    """Where the signature stands, and why it cannot be relied on."""
    try:
        found = standing(place.signature, compare=place.compare)
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


def _read(signature: EmbeddedPdfSignature, trusted: Sequence[x509.Certificate]) -> _Reading:
    certificate, brought = _certificates(signature)
    signed_at = _signed_at(signature)
    stamp = _stamp(signature, trusted, signed_at)
    return _Reading(signature, certificate, brought, signed_at, stamp)


def _certificates(
    signature: EmbeddedPdfSignature,
) -> tuple[x509.Certificate | None, tuple[x509.Certificate, ...]]:
    try:
        own = x509.load_der_x509_certificate(signature.signer_cert.dump())
        others = (each.dump() for each in signature.other_embedded_certs)
        return own, tuple(map(x509.load_der_x509_certificate, others))
    except READER_FAILURES:
        return None, ()


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    try:
        moment = signature.self_reported_timestamp
    except READER_FAILURES:
        return None
    return None if moment is None or moment.tzinfo is None else moment.astimezone(UTC)


def _stamp(
    signature: EmbeddedPdfSignature,
    trusted: Sequence[x509.Certificate],
    signed_at: datetime | None,
) -> CheckedStamp | None:
    try:
        token = time_stamp_token(signature)
    except (SignatureValidationError, *READER_FAILURES):
        token = b""
    if token is None:
        return None
    value = bytes(signature.signer_info["signature"].native)
    return check_stamp(token, digest_of(value), trusted, signed_at)


def _certificate_problems(reading: _Reading) -> list[str]:
    if reading.certificate is None:
        return ["The signature carries no readable certificate."]
    problems = certificate_problems(reading.certificate, reading.signed_at)
    revoked = _revoked_at(reading)
    if revoked is not None and (reading.moment is None or revoked <= reading.moment):
        problems.append(
            f"The certificate, or one of its issuers, was revoked on {revoked:%Y-%m-%d}, before "
            "the signature was made."
        )
    return problems


def _revoked_at(reading: _Reading) -> datetime | None:
    if reading.certificate is None:
        return None
    proofs = proofs_in(reading.signature.reader)
    path = path_of(reading.certificate, (*reading.brought, *proofs.certificates))
    return revoked_at(path, proofs)


def _trust(reading: _Reading, trusted: Sequence[x509.Certificate]) -> Trust:
    own = reading.certificate
    if own is None:
        return Trust.NONE
    return trust_in(own, reading.brought, trusted, reading.signed_at or own.not_valid_after_utc)


def _profile(reading: _Reading, stamps: tuple[PlacedStamp, ...]) -> Profile | None:
    signature, own = reading.signature, reading.certificate
    if own is None:
        return None
    evidence = Evidence((own, *reading.brought), signature.signed_revision, reading.stamp, stamps)
    return profile_of(signature.reader, evidence, pades=is_pades(signature))


def _text(signature: EmbeddedPdfSignature, key: str) -> str:
    value = signature.sig_object.get(key, "")
    return str(value) if isinstance(value, str) else ""


def _remarks(place: Place, reading: _Reading) -> tuple[str, ...]:
    remarks = []
    if place.last and coverage_of(place.signature) is Coverage.EARLIER_REVISION:
        remarks.append(
            "Validation data were appended after it; they show nothing to a reader, and no "
            "signature covers them."
        )
    revoked = _revoked_at(reading)
    if revoked is not None and reading.moment is not None and revoked > reading.moment:
        remarks.append(
            f"The certificate, or one of its issuers, was revoked on {revoked:%Y-%m-%d}, after "
            "the signature was made."
        )
    return tuple(remarks)
