import pytest

from app.services.countersigning import PreparedField, PreparedFile
from app.services.signing import Stamping
from app.services.verifying import FileKind
from app.signing import add_time_stamp, prepared
from app.signing.errors import EncryptedPdfError, NotAPdfError, NotAWordFileError
from tests.integration.signing.samples import statement, unsigned_pdf
from tests.integration.signing.word_samples import lined_docx


def test_an_unsigned_pdf_has_its_fields_and_its_title(plain_pdf):
    found = prepared(plain_pdf)

    assert found.kind is FileKind.PDF
    assert found.open_fields == ("Seal", "Author", "Reviewer", "Approver")
    assert (found.subject, found.untouched) == ("Incident response plan", True)


def test_a_signed_pdf_says_what_its_signatures_are_about(approved_pdf):
    found = prepared(approved_pdf)

    assert found.open_fields == ("Author", "Reviewer")
    assert (found.subject, found.untouched) == ("MGC-IRP-001 version 3.0", False)


def test_a_stamp_counts_as_touched_and_changes_no_subject(sealed_pdf, server):
    found = prepared(add_time_stamp(sealed_pdf, Stamping(server.at("/stamp"))).data)

    assert (found.subject, found.untouched) == ("MGC-IRP-001 version 3.0", False)
    assert PreparedField("Timestamp", signed=True) in found.fields


def test_a_hostile_title_is_one_line_that_can_be_signed(ada):
    data = unsigned_pdf(("Seal",), title="A\x1b[2J\nB" + "x" * 5000)

    subject = prepared(data).subject

    assert len(subject) == 300
    assert subject.startswith("A\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}B")
    assert ada.sign_pdf(data, statement(reason=subject), field="Seal").data


def test_a_word_document_has_the_signature_lines_that_were_made_in_it(ada):
    plain = lined_docx("Seal", "Approver")
    sealed = ada.sign_word(plain, statement("Sealed"), line="Seal").data
    approved = ada.sign_word(sealed, statement(), line="Approver").data

    assert prepared(plain) == PreparedFile(
        FileKind.DOCX, (PreparedField("Seal"), PreparedField("Approver"))
    )
    assert prepared(sealed).open_fields == ("Approver",)
    assert prepared(approved).open_fields == ()
    assert prepared(approved).subject == "MGC-IRP-001 version 3.0"


def test_a_draft_or_a_word_document_of_others_has_no_place_to_sign(plain_docx):
    assert prepared(plain_docx) == PreparedFile(FileKind.DOCX)


@pytest.mark.parametrize("data", [b"", b"hello", b"\x89PNG"])
def test_other_files_are_of_another_kind(data):
    assert prepared(data) == PreparedFile(FileKind.OTHER)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [(b"%PDF-1.7\n%%EOF\n", NotAPdfError), (b"PK\x03\x04...", NotAWordFileError)],
)
def test_damaged_files_are_named_as_what_they_pretend_to_be(data, refusal):
    with pytest.raises(refusal):
        prepared(data)


def test_an_encrypted_pdf_is_refused(plain_pdf):
    from io import BytesIO

    import pikepdf

    output = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf)) as pdf:
        pdf.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(EncryptedPdfError):
        prepared(output.getvalue())
