"""Appending to a PDF: signatures, the evidence they carry along, and time stamps.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from io import BytesIO

from asn1crypto import cms, crl
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle
from typing_extensions import override

from app.signing.certificates import der
from app.signing.levels import Evidence
from app.signing.revocation import Proof
from app.signing.time_stamp import token_for_digest

DIGEST = "sha256"


def append_signature(
    reader: PdfFileReader,
    signer: Signer,
    metadata: PdfSignatureMetadata,
    style: TextStampStyle,
    evidence: Evidence,
) -> bytes:
    """The whole file with one revision more: a signature, and the proof it covers with it.

    Raises:
        TimeStampError: The authority that `evidence` names failed.
        SigningError: The key's token did not sign.
    """
    writer = _QuietWriter.from_reader(reader)
    if evidence.proof.certificates:
        _add_proof(writer, evidence.proof)
    signing = _PunctualSigner(metadata, signer, style, evidence)
    output = BytesIO()
    signing.sign_pdf(writer, existing_fields_only=True, output=output)
    return output.getvalue()


def append_time_stamp(reader: PdfFileReader, field: str, evidence: Evidence) -> bytes:
    """The whole file with one revision more: a stamp over all of it, in a new field `field`.

    Raises:
        TimeStampError: The authority that `evidence` names failed.
    """
    stamper = PdfTimeStamper(_Authority(evidence), field_name=field)
    output = BytesIO()
    stamper.timestamp_pdf(_QuietWriter.from_reader(reader), DIGEST, output=output)
    return output.getvalue()


def _add_proof(writer: BasePdfFileWriter, proof: Proof) -> None:
    """In the signature's own revision, so that nothing stands after what it covers."""
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=[asn1_x509.Certificate.load(der(each)) for each in proof.certificates],
        crls=[crl.CertificateList.load(each.public_bytes(Encoding.DER)) for each in proof.lists],
    )


class _Authority(TimeStamper):
    """Asks for stamps through our own request, which is bounded and checks what comes back."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._evidence = evidence

    @override
    async def async_dummy_response(self, md_algorithm: str) -> cms.ContentInfo:
        """The stamp that was had already; only its length is of interest here."""
        return cms.ContentInfo.load(self._evidence.sample)

    @override
    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        if md_algorithm != DIGEST:
            raise NotImplementedError(md_algorithm)
        evidence = self._evidence
        token = token_for_digest(message_digest, evidence.authority, evidence.at)
        return cms.ContentInfo.load(token)


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
        signer: Signer,
        style: TextStampStyle,
        evidence: Evidence,
    ) -> None:
        stamper = _Authority(evidence) if evidence.authority else None
        super().__init__(metadata, signer, timestamper=stamper, stamp_style=style)
        self._signed_at = evidence.at

    @override
    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self._signed_at
        return session
