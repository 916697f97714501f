"""Signing a PDF in a field it already has: PAdES by an incremental update.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata

from app.domain.document.signature_fields import SignatureRole, role_of
from app.services.signing import UNSTAMPED, Level, SignedData, Stamping, Statement
from app.signing.cms_signer import cms_signer
from app.signing.errors import EncryptedPdfError, NotAPdfError, TimeStampError
from app.signing.identity import Identity
from app.signing.levels import Evidence, evidence_for, without_stamp
from app.signing.pdf_appearance import appearance
from app.signing.pdf_box import field_box
from app.signing.pdf_permission import check_permission
from app.signing.pdf_reading import (
    READER_FAILURES,
    UnreadablePdfError,
    open_pdf,
    signature_fields,
)
from app.signing.pdf_stamp import protected
from app.signing.pdf_typeface import Typefaces
from app.signing.pdf_writer import DIGEST, append_signature

NO_SEAL_LATER = (
    "The organisation's seal is still empty: from now on it can sign this file, "
    "but no longer certify it."
)


@dataclass(frozen=True, slots=True)
class PdfPlacement:
    """Where in the PDF a signature goes, how it is shown, and who vouches for its time."""

    field: str
    font: Path
    certify: bool = False
    """Allow later changes only as signatures in empty fields; for the first signature."""
    stamping: Stamping = UNSTAMPED
    fallback: Path | None = None
    """The TrueType file for characters that `font` lacks."""


def sign_pdf(
    data: bytes, identity: Identity, statement: Statement, placement: PdfPlacement
) -> SignedData:
    """`data`, byte for byte, followed by one signature more.

    Raises:
        NotAPdfError: The bytes cannot be read as a PDF.
        EncryptedPdfError: The PDF is encrypted.
        FieldMissingError: There is no such signature field.
        FieldSignedError: Somebody has signed there.
        DocumentLockedError: An earlier signature forbids this one.
        CertificationTooLateError: `certify` on a PDF that has a signature.
        ChangedSinceSigningError: An earlier signature no longer holds.
        CertificateRevokedError: The issuer has revoked the identity's certificate.
        SigningError: A token did not sign.
    """
    reader = _open(data)
    try:
        check_permission(reader, placement.field, certify=placement.certify)
        remarks = _remarks(reader, placement)
        evidence = evidence_for(identity, placement.stamping, statement.signed_at)
        signed = _signed(data, identity, statement, placement, evidence)
    except (UnreadablePdfError, *READER_FAILURES) as error:
        raise _not_a_pdf() from error
    if not signed.data.startswith(data):
        raise _not_a_pdf()
    return replace(signed, remarks=(*signed.remarks, *remarks))


def _open(data: bytes) -> PdfFileReader:
    try:
        reader = open_pdf(data)
    except UnreadablePdfError as error:
        raise _not_a_pdf() from error
    if reader.encrypted:
        raise EncryptedPdfError("The PDF is encrypted: export it again without encryption.")
    return reader


def _not_a_pdf() -> NotAPdfError:
    return NotAPdfError("The document is damaged or not a PDF: export it again, then sign it.")


def _remarks(reader: PdfFileReader, placement: PdfPlacement) -> tuple[str, ...]:
    """What this signature spoils for those who have not signed yet."""
    seals = [each for each in signature_fields(reader) if role_of(each.name) is SignatureRole.SEAL]
    first = not reader.embedded_signatures
    if first and seals and role_of(placement.field) is not SignatureRole.SEAL:
        return (NO_SEAL_LATER,)
    return ()


def _signed(
    data: bytes,
    identity: Identity,
    statement: Statement,
    placement: PdfPlacement,
    evidence: Evidence,
) -> SignedData:
    try:
        signed = _append(data, identity, statement, placement, evidence)
    except TimeStampError as error:
        evidence = without_stamp(evidence, error)
        signed = _append(data, identity, statement, placement, evidence)
    if evidence.level is Level.B_LTA:
        return protected(signed, evidence)
    return SignedData(signed, evidence.level, evidence.remarks)


def _append(
    data: bytes,
    identity: Identity,
    statement: Statement,
    placement: PdfPlacement,
    evidence: Evidence,
) -> bytes:
    reader = open_pdf(data)  # what was tried with another is not forgotten by it
    metadata = PdfSignatureMetadata(
        field_name=placement.field,
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        reason=statement.text,
        location=statement.location or None,
        name=identity.facts.name,
        certify=placement.certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    style = appearance(
        statement,
        identity.facts,
        Typefaces(placement.font, placement.fallback),
        field_box(reader, placement.field),
    )
    return append_signature(reader, cms_signer(identity), metadata, style, evidence)
