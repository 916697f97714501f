"""Signing a PDF in a field it already has: PAdES B-B by an incremental update.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import TextStampStyle
from typing_extensions import override

from app.services.signing import Statement
from app.signing.cms_signer import cms_signer
from app.signing.errors import EncryptedPdfError, NotAPdfError
from app.signing.identity import Identity
from app.signing.pdf_appearance import appearance
from app.signing.pdf_permission import check_permission
from app.signing.pdf_reading import READER_FAILURES, UnreadablePdfError, open_pdf


@dataclass(frozen=True, slots=True)
class PdfPlacement:
    """Where in the PDF a signature goes, and how it is shown."""

    field: str
    font: Path
    certify: bool = False
    """Allow later changes only as signatures in empty fields; for the first signature."""


def sign_pdf(
    data: bytes, identity: Identity, statement: Statement, placement: PdfPlacement
) -> bytes:
    """`data`, byte for byte, followed by one signature more.

    Raises:
        NotAPdfError: The bytes cannot be read as a PDF.
        EncryptedPdfError: The PDF is encrypted.
        FieldMissingError: There is no such signature field.
        FieldSignedError: Somebody has signed there.
        DocumentLockedError: An earlier signature forbids this one.
        CertificationTooLateError: `certify` on a PDF that has a signature.
        ChangedSinceSigningError: An earlier signature no longer holds.
    """
    reader = _open(data)
    try:
        check_permission(reader, placement.field, certify=placement.certify)
        style = appearance(statement, identity.facts, placement.font)
        signed = _append_signature(reader, identity, statement, placement, style)
    except (UnreadablePdfError, *READER_FAILURES) as error:
        raise _not_a_pdf() from error
    if not signed.startswith(data):
        raise _not_a_pdf()
    return signed


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


def _append_signature(
    reader: PdfFileReader,
    identity: Identity,
    statement: Statement,
    placement: PdfPlacement,
    style: TextStampStyle,
) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name=placement.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=statement.text,
        location=statement.location or None,
        name=identity.facts.name,
        certify=placement.certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    signer = _PunctualSigner(metadata, cms_signer(identity), style, statement.signed_at)
    output = BytesIO()
    signer.sign_pdf(_QuietWriter.from_reader(reader), existing_fields_only=True, output=output)
    return output.getvalue()


class _QuietWriter(IncrementalPdfFileWriter):
    """Leaves title, dates and XMP alone, so that a verifier can insist that nobody touched them."""

    @override
    def _update_meta(self) -> None:
        """Skip pyHanko's new modification date; the signature carries its own time."""


class _PunctualSigner(PdfSigner):
    """Signs at the caller's time instead of the machine's."""

    def __init__(
        self,
        metadata: PdfSignatureMetadata,
        signer: SimpleSigner,
        style: TextStampStyle,
        signed_at: datetime,
    ) -> None:
        super().__init__(metadata, signer, stamp_style=style)
        self._signed_at = signed_at

    @override
    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self._signed_at
        return session
