from io import BytesIO

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.errors import SignatureValidationError

from app.services.proving.slots import NONE
from app.services.verifying import Verdict
from app.signing.pdf_cms import standing, time_stamp_token
from tests.integration.signing.samples import made_identity, simple_signer

TIME_STAMPING = "1.3.6.1.5.5.7.3.8"


@pytest.fixture(scope="module")
def stamper():
    signer = simple_signer(made_identity(name="Clock", purposes=(TIME_STAMPING,)))
    return DummyTimeStamper(signer.signing_cert, signer.signing_key)


def test_a_sound_signature_stands(approved_pdf):
    first, second = PdfFileReader(BytesIO(approved_pdf)).embedded_signatures

    assert standing(first, compare=True).permitted is True
    assert standing(second, compare=False).permitted is True
    assert standing(first, compare=False).valid


def test_a_signature_over_sha1_is_refused(plain_pdf, grace):
    metadata = PdfSignatureMetadata(field_name="Seal", md_algorithm="sha1")
    writer = IncrementalPdfFileWriter(BytesIO(plain_pdf))
    signed = PdfSigner(metadata, simple_signer(grace.identity)).sign_pdf(writer)

    with pytest.raises(SignatureValidationError, match="forged"):
        standing(PdfFileReader(signed).embedded_signatures[0], compare=False)


def test_a_document_time_stamp_by_another_program_is_reported(sealed_pdf, stamper, verify_bytes):
    writer = IncrementalPdfFileWriter(BytesIO(sealed_pdf))
    stamped = PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256").getvalue()

    report = verify_bytes(stamped, required=NONE)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert [one.stamp.authority for one in report.document_stamps] == ["Clock"]
    assert [one.slot for one in report.signatures] == ["Seal"]


def test_a_time_stamp_on_a_signature_is_told(plain_pdf, grace, stamper, verify_bytes):
    signer = PdfSigner(
        PdfSignatureMetadata(field_name="Seal"), simple_signer(grace.identity), timestamper=stamper
    )
    signed = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    report = verify_bytes(signed, required=NONE)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    stamp = report.signatures[0].time_stamp
    assert stamp is not None
    assert (stamp.authority, stamp.holds) == ("Clock", True)


def test_a_value_made_with_another_digest_than_named_is_refused(sealed_pdf):
    signature = PdfFileReader(BytesIO(sealed_pdf)).embedded_signatures[0]
    signature.signer_info["signature_algorithm"] = {"algorithm": "sha1_rsa"}

    with pytest.raises(SignatureValidationError, match="another algorithm"):
        standing(signature, compare=False)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_signature_bears_one_time_stamp_at_most(sealed_pdf, count):
    signature = PdfFileReader(BytesIO(sealed_pdf)).embedded_signatures[0]
    token = cms.ContentInfo({"content_type": "data", "content": b"x"})
    stamped = {"type": "signature_time_stamp_token", "values": [token] * count}
    signature.signer_info["unsigned_attrs"] = [stamped]

    if count > 1:
        with pytest.raises(SignatureValidationError, match="more than one"):
            time_stamp_token(signature)
    else:
        assert time_stamp_token(signature) == (token.dump() if count else None)
