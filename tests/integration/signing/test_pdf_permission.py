from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from app.signing.cms_signer import cms_signer
from app.signing.errors import (
    CertificationTooLateError,
    ChangedSinceSigningError,
    DocumentLockedError,
    FieldMissingError,
    FieldSignedError,
)
from tests.integration.signing.samples import statement
from tests.integration.signing.tampering import annotated, flipped, retitled, updated


def test_a_missing_field_is_named(ada, plain_pdf):
    with pytest.raises(FieldMissingError, match="Witness"):
        ada.sign_pdf(plain_pdf, statement(), field="Witness")


def test_a_field_is_signed_once(ada, sealed_pdf):
    with pytest.raises(FieldSignedError, match="Seal"):
        ada.sign_pdf(sealed_pdf, statement(), field="Seal")


def test_only_the_first_signature_can_certify(ada, sealed_pdf):
    with pytest.raises(CertificationTooLateError):
        ada.sign_pdf(sealed_pdf, statement(), field="Author", certify=True)


def test_a_document_certified_against_all_changes_takes_no_signature(grace, plain_pdf, ada):
    metadata = PdfSignatureMetadata(
        field_name="Seal", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    signer = PdfSigner(metadata, cms_signer(grace.identity))
    locked = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(plain_pdf))).getvalue()

    with pytest.raises(DocumentLockedError, match="Seal"):
        ada.sign_pdf(locked, statement(), field="Author")


def test_a_field_locked_by_an_earlier_signature_takes_no_signature(grace, plain_pdf, ada):
    writer = IncrementalPdfFileWriter(BytesIO(plain_pdf))
    field = writer.root["/AcroForm"]["/Fields"][0]
    lock = FieldMDPSpec(FieldMDPAction.INCLUDE, ["Author"]).as_sig_field_lock()
    field["/Lock"] = writer.add_object(lock)
    writer.update_container(field)
    signer = PdfSigner(PdfSignatureMetadata(field_name="Seal"), cms_signer(grace.identity))
    locked = signer.sign_pdf(writer).getvalue()

    with pytest.raises(DocumentLockedError, match="Author"):
        ada.sign_pdf(locked, statement(), field="Author")

    assert ada.sign_pdf(locked, statement(), field="Reviewer")


@pytest.mark.parametrize("change", [annotated, retitled])
def test_a_document_changed_since_it_was_signed_takes_no_signature(ada, sealed_pdf, change):
    with pytest.raises(ChangedSinceSigningError):
        ada.sign_pdf(updated(sealed_pdf, change), statement(), field="Author")


def test_a_document_with_a_flipped_bit_takes_no_signature(ada, sealed_pdf, plain_pdf):
    position = plain_pdf.index(b"ReportLab Generated")

    with pytest.raises(ChangedSinceSigningError):
        ada.sign_pdf(flipped(sealed_pdf, position), statement(), field="Author")
