import zipfile
from io import BytesIO

import pytest

from app.services.verifying import Coverage, Verdict
from tests.integration.signing.samples import SIGNED, replacing, rezipped

SIG = "_xmlsignatures/sig1.xml"
DOCUMENT = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def said(report):
    return " ".join([*report.problems, *(p for s in report.signatures for p in s.problems)])


def test_a_signed_document_is_valid_for_whoever_knows_both_certificates(
    twice_signed_docx, verify_bytes, ada_certificate, grace_certificate
):
    report = verify_bytes(twice_signed_docx, ada_certificate, grace_certificate)

    assert report.verdict is Verdict.VALID
    assert report.kind.value == "docx"
    assert [s.coverage for s in report.signatures] == [Coverage.WHOLE_FILE] * 2


def test_a_signature_says_what_the_signer_said(signed_docx, verify_bytes):
    signature = verify_bytes(signed_docx).signatures[0]

    assert signature.meaning == "Approved as CISO: MGC-IRP-001 version 3.0"
    assert signature.role == "CISO"
    assert signature.location == "Athens"
    assert signature.signed_at == SIGNED


def test_an_unsigned_document_is_unsigned(plain_docx, verify_bytes):
    assert verify_bytes(plain_docx).verdict is Verdict.UNSIGNED


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_packing_the_same_parts_anew_changes_nothing(signed_docx, verify_bytes, compression):
    report = verify_bytes(rezipped(signed_docx, compression=compression))

    assert report.verdict is Verdict.VALID_UNTRUSTED


def test_a_changed_title_in_the_properties_is_outside_the_signature_and_said_so(
    signed_docx, verify_bytes
):
    changed = rezipped(signed_docx, {"docProps/core.xml": replacing("python-docx", "nobody")})

    report = verify_bytes(changed)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert any("docProps" in note for note in report.notes)


@pytest.mark.parametrize(
    ("part", "old", "new", "word"),
    [
        (DOCUMENT, "on-call lead", "nobody", "document.xml was changed"),
        ("word/styles.xml", "Heading1", "Heading9", "styles.xml was changed"),
        (RELS, "https://example.org/", "https://evil.example/", "rels was changed"),
        (TYPES, "document.main+xml", "template.main+xml", "content type"),
        (SIG, "Approved", "Rejected", "digest"),
        (SIG, "2026-11-21", "2025-11-21", "digest"),
        (SIG, "rsa-sha256", "rsa-sha1", "rsa-sha1, which can be forged"),
        (SIG, "<SignatureValue>", "<SignatureValue>AAAA", "value does not fit"),
        (SIG, "REC-xml-c14n-20010315", "REC-xml-c14n-20010315#x", "canonicalised"),
        (SIG, "Approved", "Appro<!-- -->ved", "comments"),
        (SIG, 'URI="#idPackageObject"', 'URI="#idOther"', "outside itself"),
        (SIG, 'Id="idOfficeObject"', 'Id="idPackageObject"', "twice"),
        (SIG, "<SignedInfo>", "<!DOCTYPE", "not well-formed"),
    ],
)
def test_a_changed_part_breaks_the_signature(signed_docx, verify_bytes, part, old, new, word):
    report = verify_bytes(rezipped(signed_docx, {part: replacing(old, new)}))

    assert report.verdict is Verdict.INVALID
    assert word in said(report)


def test_a_swapped_certificate_breaks_the_signature(signed_docx, verify_bytes, grace_certificate):
    import base64
    import re

    other = base64.b64encode(grace_certificate)

    def swap(content):
        return re.sub(rb"(<X509Certificate>)[^<]+", rb"\g<1>" + other, content)

    report = verify_bytes(rezipped(signed_docx, {SIG: swap}), grace_certificate)

    assert report.verdict is Verdict.INVALID
    assert "not the one it was signed with" in said(report)


def test_a_part_connected_after_signing_is_not_covered(signed_docx, verify_bytes):
    line = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="https://evil.example/t.dotm" '
        'TargetMode="External"/></Relationships>'
    )

    report = verify_bytes(rezipped(signed_docx, {RELS: replacing("</Relationships>", line)}))

    assert report.verdict is Verdict.INVALID
    assert "rels#rId99" in said(report)
    assert report.signatures[0].intact
    assert report.signatures[0].coverage is Coverage.PARTIAL


def test_a_part_added_after_signing_is_not_covered(signed_docx, verify_bytes):
    report = verify_bytes(rezipped(signed_docx, added={"word/vbaProject.bin": b"macro"}))

    assert report.verdict is Verdict.INVALID
    assert "/word/vbaProject.bin" in said(report)


def test_a_thumbnail_is_outside_the_signature_as_in_office(signed_docx, verify_bytes):
    line = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/metadata/thumbnail" Target="word/thumbnail.jpeg"/></Relationships>'
    )
    changed = rezipped(
        signed_docx,
        {"_rels/.rels": replacing("</Relationships>", line)},
        added={"word/thumbnail.jpeg": b"jpeg"},
    )

    report = verify_bytes(changed)

    assert report.verdict is Verdict.VALID_UNTRUSTED


def test_a_removed_part_is_noticed(signed_docx, verify_bytes):
    report = verify_bytes(rezipped(signed_docx, removed=("word/styles.xml",)))

    assert report.verdict is Verdict.INVALID
    assert "styles.xml is missing" in said(report)


def test_signatures_that_were_removed_leave_a_trace(signed_docx, verify_bytes):
    report = verify_bytes(rezipped(signed_docx, removed=("_xmlsignatures/",)))

    assert report.verdict is Verdict.INVALID
    assert "signatures were removed" in said(report)


def test_one_removed_signature_part_is_noticed(twice_signed_docx, verify_bytes):
    report = verify_bytes(rezipped(twice_signed_docx, removed=("_xmlsignatures/sig2",)))

    assert report.verdict is Verdict.INVALID
    assert "signature part was removed" in said(report)


def test_a_signature_that_was_disconnected_is_noticed(signed_docx, verify_bytes):
    root = replacing("_xmlsignatures/origin.sigs", "word/document.xml")

    report = verify_bytes(rezipped(signed_docx, {"_rels/.rels": root}))

    assert report.verdict is Verdict.INVALID


def test_a_second_document_part_makes_the_file_unreadable(signed_docx, verify_bytes):
    output = BytesIO(signed_docx)
    with zipfile.ZipFile(output, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"<other/>")

    report = verify_bytes(output.getvalue())

    assert report.verdict is Verdict.UNREADABLE
    assert "same name" in said(report)


def test_a_zip_that_is_no_word_document_is_unreadable(verify_bytes):
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("readme.txt", "hello")

    assert verify_bytes(output.getvalue()).verdict is Verdict.UNREADABLE


def test_every_cut_is_unreadable(signed_docx, verify_bytes):
    verdicts = {verify_bytes(signed_docx[:n]).verdict for n in range(4, len(signed_docx), 2003)}

    assert verdicts == {Verdict.UNREADABLE}
