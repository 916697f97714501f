from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.errors import SignatureValidationError

from app.services.verifying import Verdict
from app.signing.cms_signer import cms_signer
from app.signing.pdf_cms import standing
from tests.integration.signing.samples import made_identity

TIME_STAMPING = "1.3.6.1.5.5.7.3.8"


@pytest.fixture(scope="module")
def stamper():
    signer = cms_signer(made_identity(name="Clock", purposes=(TIME_STAMPING,)))
    return DummyTimeStamper(signer.signing_cert, signer.signing_key)


def test_a_sound_signature_stands(approved_pdf):
    first, second = PdfFileReader(BytesIO(approved_pdf)).embedded_signatures

    assert standing(first, compare=True).permitted is True
    assert standing(second, compare=False).permitted is True
    assert standing(first, compare=False).valid


def test_a_signature_over_sha1_is_refused(plain_pdf, grace):
    metadata = PdfSignatureMetadata(field_name="Seal", md_algorithm="sha1")
    writer = IncrementalPdfFileWriter(BytesIO(plain_pdf))
    signed = PdfSigner(metadata, cms_signer(grace.identity)).sign_pdf(writer)

    with pytest.raises(SignatureValidationError, match="forged"):
        standing(PdfFileReader(signed).embedded_signatures[0], compare=False)


def test_a_document_time_stamp_by_another_program_is_reported(sealed_pdf, stamper, verify_bytes):
    writer = IncrementalPdfFileWriter(BytesIO(sealed_pdf))
    stamped = PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256").getvalue()

    report = verify_bytes(stamped)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert report.signatures[-1].meaning == "Time stamp over the document"


def test_a_time_stamp_on_a_signature_is_remarked(plain_pdf, grace, stamper, verify_bytes):
    signer = PdfSigner(
        PdfSignatureMetadata(field_name="Seal"), cms_signer(grace.identity), timestamper=stamper
    )
    signed = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    report = verify_bytes(signed)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert "time stamp is attached" in report.signatures[0].remarks[0]
