import json

import pytest

from app.services.verifying import FileKind, Verdict
from app.signing import verify
from app.signing.errors import CannotReadFileError, FileTooLargeError, NotACertificateError


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.OTHER),
        (b"hello", FileKind.OTHER),
        (b"#!/bin/sh\nPK\x03\x04", FileKind.OTHER),
        (b"%PDF-", FileKind.PDF),
        (b"%PDF-1.7\n%%EOF\n", FileKind.PDF),
        (b"PK\x03\x04garbage", FileKind.DOCX),
    ],
)
def test_a_file_that_cannot_be_read_is_a_report_and_no_error(verify_bytes, data, kind):
    report = verify_bytes(data)

    assert report.verdict is Verdict.UNREADABLE
    assert report.kind is kind
    assert len(report.problems) == 1


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CannotReadFileError, match=r"plan\.pdf"):
        verify(tmp_path / "plan.pdf")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CannotReadFileError):
        verify(tmp_path)


def test_an_enormous_file_is_refused_without_reading_it_whole(tmp_path):
    path = tmp_path / "plan.pdf"
    with path.open("wb") as file:
        file.truncate((200 << 20) + 1)

    with pytest.raises(FileTooLargeError):
        verify(path)


def test_a_trusted_certificate_must_be_one(verify_bytes, sealed_pdf):
    with pytest.raises(NotACertificateError):
        verify_bytes(sealed_pdf, b"garbage")


def test_the_kind_is_what_the_bytes_are(verify_bytes, signed_docx):
    assert verify_bytes(signed_docx, name="plan.pdf").kind is FileKind.DOCX


def test_the_report_is_json_with_the_file_hash(verify_bytes, sealed_pdf, ada_certificate):
    import hashlib

    report = json.loads(json.dumps(verify_bytes(sealed_pdf, ada_certificate).to_json()))

    assert report["sha256"] == hashlib.sha256(sealed_pdf).hexdigest()
    assert report["signatures"][0]["signed_at"] == "2026-11-21T14:03:07Z"
    assert report["signatures"][0]["level"] == (
        "advanced, certificate self-signed, checked against the certificate you supplied"
    )


def test_the_notes_say_what_was_not_checked(verify_bytes, sealed_pdf):
    notes = " ".join(verify_bytes(sealed_pdf).notes)

    assert "revoked" in notes
    assert "signer's clock" in notes
    assert "eIDAS" in notes
    assert "fingerprint" in notes
