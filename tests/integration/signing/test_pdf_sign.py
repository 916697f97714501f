from io import BytesIO

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.reader import PdfFileReader

from app.services.verifying import Verdict
from app.signing.errors import EncryptedPdfError, NotAPdfError
from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import FONT, SIGNED, made_identity, statement


def embedded(data):
    return PdfFileReader(BytesIO(data)).embedded_signatures


def test_a_signed_file_begins_with_the_exact_bytes_of_the_unsigned_one(
    plain_pdf, sealed_pdf, approved_pdf
):
    assert sealed_pdf.startswith(plain_pdf)
    assert approved_pdf.startswith(sealed_pdf)


def test_a_signature_is_pades_with_sha256(sealed_pdf):
    signature = embedded(sealed_pdf)[0]

    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.md_algorithm == "sha256"


def test_a_signature_says_what_the_signer_said(sealed_pdf):
    signed = embedded(sealed_pdf)[0].sig_object

    assert signed["/Reason"] == "Sealed as CISO: MGC-IRP-001 version 3.0"
    assert signed["/Name"] == "Ada Lovelace"
    assert "/Location" not in signed


def test_the_signing_time_is_the_callers(sealed_pdf):
    assert embedded(sealed_pdf)[0].self_reported_timestamp == SIGNED


def test_signing_leaves_the_documents_own_dates_alone(plain_pdf, sealed_pdf):
    before = PdfFileReader(BytesIO(plain_pdf)).trailer["/Info"]
    after = PdfFileReader(BytesIO(sealed_pdf)).trailer["/Info"]

    assert after["/ModDate"] == before["/ModDate"]
    assert sealed_pdf.count(b"<x:xmpmeta") == 1


def test_certifying_permits_only_form_filling(sealed_pdf):
    assert embedded(sealed_pdf)[0].docmdp_level.name == "FILL_FORMS"


def test_a_second_signature_does_not_break_the_first(approved_pdf, verify_bytes):
    report = verify_bytes(approved_pdf)

    assert report.verdict is Verdict.INCOMPLETE
    assert all(signature.holds for signature in report.signatures)
    assert [signature.field for signature in report.signatures] == ["Seal", "Approver"]


def test_an_elliptic_curve_signs_too(plain_pdf, verify_bytes):
    signer = IdentitySigner(made_identity(key=ec.generate_private_key(ec.SECP256R1())), FONT)

    signed = signer.sign_pdf(plain_pdf, statement(), field="Author").data

    (signature,) = verify_bytes(signed).signatures
    assert signature.holds


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF\n"])
def test_bytes_that_are_no_pdf_are_refused(ada, data):
    with pytest.raises(NotAPdfError):
        ada.sign_pdf(data, statement(), field="Seal")


def test_a_pdf_cut_in_the_middle_is_refused(ada, plain_pdf):
    with pytest.raises(NotAPdfError):
        ada.sign_pdf(plain_pdf[: len(plain_pdf) // 2], statement(), field="Seal")


def test_an_encrypted_pdf_is_refused(ada, plain_pdf):
    import pikepdf

    output = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf)) as pdf:
        pdf.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(EncryptedPdfError):
        ada.sign_pdf(output.getvalue(), statement(), field="Seal")
