from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from app.services.signing import Level, Stamping, TimeStamper
from app.signing import add_time_stamp
from app.signing.errors import (
    ChangedSinceSigningError,
    DocumentLockedError,
    EncryptedPdfError,
    NotAPdfError,
    NothingToStampError,
    TimeStampError,
)
from tests.integration.signing.samples import simple_signer, statement


@pytest.fixture
def stamping(server):
    return Stamping(server.at("/stamp"))


def kinds(data):
    return [each.sig_object_type for each in PdfFileReader(BytesIO(data)).embedded_signatures]


def test_the_adapter_fits_its_port():
    stamper: TimeStamper = add_time_stamp

    assert stamper is not None


def test_a_stamp_is_appended_to_the_signed_file(sealed_pdf, stamping):
    stamped = add_time_stamp(sealed_pdf, stamping)

    assert stamped.data.startswith(sealed_pdf)
    assert stamped.level is Level.B_T
    assert kinds(stamped.data) == ["/Sig", "/DocTimeStamp"]


def test_people_sign_on_after_a_stamp(sealed_pdf, stamping, grace, verify_bytes):
    stamped = add_time_stamp(sealed_pdf, stamping).data

    approved = grace.sign_pdf(stamped, statement(), field="Approver").data
    again = add_time_stamp(approved, stamping).data

    assert kinds(again) == ["/Sig", "/DocTimeStamp", "/Sig", "/DocTimeStamp"]
    report = verify_bytes(again)
    assert not report.problems
    assert all(each.holds for each in report.signatures)


def test_an_unsigned_file_is_refused(plain_pdf, stamping, server):
    with pytest.raises(NothingToStampError, match="sign it first"):
        add_time_stamp(plain_pdf, stamping)

    assert server.asked == []


def test_a_locked_file_is_refused(plain_pdf, stamping, grace):
    metadata = PdfSignatureMetadata(
        field_name="Seal", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    signer = PdfSigner(metadata, simple_signer(grace.identity))
    locked = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    with pytest.raises(DocumentLockedError, match="not even a time stamp"):
        add_time_stamp(locked, stamping)


@pytest.mark.parametrize("added", [b"\n", b"%more"])
def test_a_file_that_went_on_after_its_signature_is_refused(sealed_pdf, stamping, added):
    with pytest.raises(ChangedSinceSigningError):
        add_time_stamp(sealed_pdf + added, stamping)


def test_a_flipped_byte_is_refused(sealed_pdf, stamping):
    broken = sealed_pdf.replace(b"Incident response plan", b"incident response plan", 1)

    with pytest.raises((ChangedSinceSigningError, NotAPdfError)):
        add_time_stamp(broken, stamping)


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF\n"])
def test_bytes_that_are_no_pdf_are_refused(data, stamping):
    with pytest.raises(NotAPdfError):
        add_time_stamp(data, stamping)


def test_an_encrypted_pdf_is_refused(plain_pdf, stamping):
    import pikepdf

    output = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf)) as pdf:
        pdf.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(EncryptedPdfError):
        add_time_stamp(output.getvalue(), stamping)


@pytest.mark.parametrize("path", ["/refuse", "/rubbish", "/flaky"])
def test_an_authority_that_fails_changes_nothing(sealed_pdf, server, path):
    with pytest.raises(TimeStampError):
        add_time_stamp(sealed_pdf, Stamping(server.at(path)))


def test_an_authority_has_to_be_named(sealed_pdf):
    with pytest.raises(TimeStampError, match="no time-stamp server is named"):
        add_time_stamp(sealed_pdf, Stamping())
