import hashlib
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.services.proving.slots import NONE, required_from
from app.services.signing import Stamping
from app.services.verifying import Coverage, Light, Trust, Verdict
from app.signing import pdf_verify
from tests.integration.signing.samples import simple_signer, statement, unsigned_pdf
from tests.integration.signing.tampering import (
    annotated,
    flipped,
    overlaid,
    resaved,
    retitled,
    scripted,
    updated,
)


def said(report):
    return " ".join([*report.problems, *(p for s in report.signatures for p in s.problems)])


def test_a_signed_file_is_valid_for_whoever_knows_both_certificates(
    approved_pdf, verify_bytes, ada_certificate, grace_certificate
):
    report = verify_bytes(
        approved_pdf, ada_certificate, grace_certificate, required=required_from("seal,approver")
    )

    assert report.verdict is Verdict.VALID
    assert report.light is Light.GREEN
    assert report.whole_file
    assert report.kind.value == "pdf"
    assert report.empty_fields == ("Author", "Reviewer")


def test_one_unknown_signer_is_enough_to_be_untrusted(approved_pdf, verify_bytes, ada_certificate):
    report = verify_bytes(approved_pdf, ada_certificate, required=NONE)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert [s.trust.name for s in report.signatures] == ["SUPPLIED", "NONE"]


def test_the_report_gives_length_and_hash_of_the_unsigned_file(
    approved_pdf, plain_pdf, verify_bytes
):
    report = verify_bytes(approved_pdf)

    assert report.unsigned_size == len(plain_pdf)
    assert report.unsigned_sha256 == hashlib.sha256(plain_pdf).hexdigest()


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\r"])
def test_the_unsigned_length_is_exact_whatever_the_last_line_ends_with(
    ada, plain_pdf, verify_bytes, ending
):
    unsigned = plain_pdf.rstrip() + ending

    report = verify_bytes(ada.sign_pdf(unsigned, statement(), field="Seal").data)

    assert report.unsigned_size == len(unsigned)


def test_an_earlier_signature_reports_the_later_one(approved_pdf, verify_bytes):
    first, second = verify_bytes(approved_pdf).signatures

    assert first.coverage is Coverage.EARLIER_REVISION
    assert first.changes_after == "Signatures were added; the pages are unchanged."
    assert second.coverage is Coverage.WHOLE_FILE
    assert second.changes_after == ""


def test_an_unsigned_file_is_unsigned(plain_pdf, verify_bytes):
    report = verify_bytes(plain_pdf)

    assert report.verdict is Verdict.UNSIGNED
    assert report.empty_fields == ("Seal", "Author", "Reviewer", "Approver")


def test_a_flipped_bit_in_the_pages_breaks_every_signature(approved_pdf, plain_pdf, verify_bytes):
    report = verify_bytes(flipped(approved_pdf, plain_pdf.index(b"ReportLab Generated")))

    assert report.verdict is Verdict.INVALID
    assert not any(signature.intact for signature in report.signatures)
    assert "digest differs" in said(report)


def test_a_flipped_bit_in_the_signature_value_breaks_it(sealed_pdf, verify_bytes):
    start = sealed_pdf.index(b"/Contents <") + 11
    filled = sealed_pdf[start:].index(b"00000000")
    last_digit = start + filled - 8

    report = verify_bytes(flipped(sealed_pdf, last_digit))

    assert report.verdict in {Verdict.INVALID, Verdict.UNREADABLE}


@pytest.mark.parametrize(
    ("change", "word"),
    [(overlaid, "not permitted"), (annotated, "not permitted"), (retitled, "properties")],
)
def test_a_revision_added_after_the_last_signature_is_flagged(
    approved_pdf, verify_bytes, change, word
):
    report = verify_bytes(updated(approved_pdf, change))

    assert report.verdict is Verdict.INVALID
    assert word in said(report)
    assert "appended to the file after its last signature" in said(report)


@pytest.mark.parametrize("change", [overlaid, annotated, retitled])
def test_a_revision_hidden_under_a_later_signature_is_flagged(
    sealed_pdf, grace, verify_bytes, change
):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    from app.signing.cms_signer import cms_signer

    signer = PdfSigner(PdfSignatureMetadata(field_name="Approver"), cms_signer(grace.identity))
    writer = IncrementalPdfFileWriter(BytesIO(updated(sealed_pdf, change)))

    report = verify_bytes(signer.sign_pdf(writer).getvalue())

    assert report.verdict is Verdict.INVALID
    assert report.signatures[-1].holds


@pytest.mark.parametrize("tail", [b"\n", b"hello", b"%PDF-1.7 another", b"\0" * 2000])
def test_appended_bytes_are_flagged(sealed_pdf, verify_bytes, tail):
    report = verify_bytes(sealed_pdf + tail)

    assert report.verdict in {Verdict.INVALID, Verdict.UNREADABLE}


def test_a_file_saved_by_another_program_is_invalid(approved_pdf, verify_bytes):
    report = verify_bytes(resaved(approved_pdf))

    assert report.verdict is Verdict.INVALID


def test_a_signature_that_was_cut_off_leaves_an_empty_field_and_a_note(
    approved_pdf, sealed_pdf, verify_bytes, ada_certificate
):
    report = verify_bytes(approved_pdf[: len(sealed_pdf)], ada_certificate)

    assert report.verdict is Verdict.INCOMPLETE
    assert "Approver" in report.empty_fields
    assert any("cut off" in note for note in report.notes)


def test_each_signature_fills_its_prepared_field(approved_pdf, verify_bytes):
    report = verify_bytes(approved_pdf)

    assert [(slot.field, slot.signer) for slot in report.roles] == [
        ("Seal", "Ada Lovelace"),
        ("Author", ""),
        ("Reviewer", ""),
        ("Approver", "Grace Hopper"),
    ]
    assert report.missing == ("Author", "Reviewer")
    assert {each.profile.text for each in report.signatures} == {"PAdES B-B"}


def test_a_role_that_was_not_prepared_is_missed_too(ada, verify_bytes):
    data = ada.sign_pdf(unsigned_pdf(("Seal",)), statement(), field="Seal").data

    assert verify_bytes(data).verdict is Verdict.VALID_UNTRUSTED
    assert verify_bytes(data, required=required_from("approver")).missing == ("Approver",)


def test_a_stamp_over_the_document_is_no_signature_of_a_person(
    approved_pdf, verify_bytes, server, authority
):
    from app.signing import add_time_stamp

    stamped = add_time_stamp(approved_pdf, Stamping(server.at("/stamp"))).data
    root = authority.root.certificate.public_bytes(Encoding.DER)

    report = verify_bytes(stamped, root, required=NONE)

    assert len(report.signatures) == 2
    assert "Timestamp" not in [slot.field for slot in report.roles]
    (over_all,) = report.document_stamps
    assert over_all.holds
    assert over_all.coverage is Coverage.WHOLE_FILE
    assert over_all.stamp.authority == "Clock"
    assert over_all.stamp.trust is Trust.ISSUER_SUPPLIED
    assert {each.profile.text for each in report.signatures} == {"PAdES B-T"}


def test_nobody_can_stamp_the_document_with_a_certificate_for_something_else(
    sealed_pdf, verify_bytes, authority, monkeypatch
):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
    from pyhanko.sign.timestamps import DummyTimeStamper

    person = simple_signer(authority.person())
    stamper = DummyTimeStamper(person.signing_cert, person.signing_key)
    data = (
        PdfTimeStamper(stamper)
        .timestamp_pdf(IncrementalPdfFileWriter(BytesIO(sealed_pdf)), "sha256")
        .getvalue()
    )

    report = verify_bytes(data, required=NONE)

    assert report.verdict is Verdict.INVALID
    assert "not one for time stamps" in " ".join(report.lines())


@pytest.mark.parametrize("many", ["signatures", "revisions"])
def test_a_file_with_more_of_everything_than_a_plan_can_have_is_refused(
    approved_pdf, verify_bytes, monkeypatch, many
):
    monkeypatch.setattr(pdf_verify, f"MOST_{many.upper()}", 1)

    report = verify_bytes(approved_pdf)

    assert report.verdict is Verdict.UNREADABLE
    assert f"more than 1 {many}" in said(report)


def test_a_file_that_acts_by_itself_is_noted(ada, verify_bytes):
    lively = ada.sign_pdf(updated(unsigned_pdf(), scripted), statement(), field="Seal").data

    report = verify_bytes(lively)

    assert any("scripts" in note for note in report.notes)
    assert not any("scripts" in note for note in verify_bytes(unsigned_pdf()).notes)


def test_every_cut_is_unreadable_unsigned_or_flagged(approved_pdf, sealed_pdf, verify_bytes):
    whole = {len(sealed_pdf), len(approved_pdf)}
    cuts = [length for length in range(0, len(approved_pdf), 997) if length not in whole]

    verdicts = {verify_bytes(approved_pdf[:length]).verdict for length in cuts}

    assert verdicts <= {Verdict.UNREADABLE, Verdict.UNSIGNED, Verdict.INVALID}


def test_every_flipped_byte_is_noticed(sealed_pdf, verify_bytes):
    start = sealed_pdf.index(b"/Contents <") + 11
    padding = sealed_pdf.index(b"00000000", start)
    positions = [p for p in range(0, len(sealed_pdf), 61) if not start <= p < padding + 9000]

    accepted = [
        position
        for position in positions
        if verify_bytes(flipped(sealed_pdf, position)).verdict
        not in {Verdict.INVALID, Verdict.UNREADABLE, Verdict.UNSIGNED}
    ]

    assert accepted == []


def test_a_signature_by_a_certificate_for_something_else_does_not_count(plain_pdf, verify_bytes):
    from app.signing.signer import IdentitySigner
    from tests.integration.signing.samples import FONT, made_identity

    signer = IdentitySigner(made_identity(usage="key_encipherment"), FONT)

    report = verify_bytes(signer.sign_pdf(plain_pdf, statement(), field="Seal").data)

    assert report.verdict is Verdict.INVALID
    assert "not meant for signing" in said(report)


def test_a_signature_outside_the_certificates_validity_does_not_count(plain_pdf, verify_bytes):
    from app.signing.signer import IdentitySigner
    from tests.integration.signing.samples import FONT, made_identity

    signer = IdentitySigner(made_identity(days=30), FONT)

    report = verify_bytes(signer.sign_pdf(plain_pdf, statement(), field="Seal").data)

    assert report.verdict is Verdict.INVALID
    assert "not valid at the time" in said(report)


def test_a_pdf_without_a_form_is_unsigned(verify_bytes):
    report = verify_bytes(unsigned_pdf(fields=()))

    assert report.verdict is Verdict.UNSIGNED
