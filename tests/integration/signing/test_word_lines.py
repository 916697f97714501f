"""Signature lines: which a document has, and that each is signed once."""

import pytest
from lxml import etree

from app.domain.document.signature_lines import line_id
from app.services.verifying import Verdict
from app.signing.errors import FieldSignedError
from app.signing.word_lines import Line, prepared_lines
from app.signing.word_names import NAMESPACES
from app.signing.word_package import read_package
from tests.integration.signing.samples import replacing, rezipped, statement
from tests.integration.signing.word_forging import SIG, changed, one, resigned
from tests.integration.signing.word_samples import lined_docx

BODY = "word/document.xml"


@pytest.fixture(scope="module")
def lined():
    return lined_docx("Seal", "Author", "Approver")


@pytest.fixture(scope="module")
def sealed(lined, ada):
    return ada.sign_word(lined, statement("Sealed"), line="Seal")


def roles(report):
    return [(slot.field, slot.signer, slot.holds) for slot in report.roles]


def test_the_lines_of_a_document_are_found_with_what_they_print(lined):
    assert prepared_lines(read_package(lined)) == (
        Line("Seal", line_id("Seal"), "Ada L.", "The seal"),
        Line("Approver", line_id("Approver"), "Ada L.", "The approver"),
    )


def test_a_document_without_lines_has_none(plain_docx):
    assert prepared_lines(read_package(plain_docx)) == ()


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (line_id("Seal"), "{00000000-0000-0000-0000-000000000001}", ["Approver"]),
        (line_id("Seal"), line_id("Seal").lower(), ["Seal", "Approver"]),
        (line_id("Seal"), line_id("Approver"), ["Approver"]),
        ('issignatureline="t"', 'issignatureline="f"', []),
        ("<w:body", "<w:body><", []),
        ('"urn:schemas-microsoft-com:office:office"', '"urn:other"', []),
    ],
)
def test_only_lines_of_ours_count(lined, old, new, left):
    package = read_package(rezipped(lined, {BODY: replacing(old, new)}))

    assert [line.field for line in prepared_lines(package)] == left


def test_a_document_that_is_gone_has_no_lines(lined):
    assert prepared_lines(read_package(rezipped(lined, removed=(BODY,)))) == ()


def test_a_signed_line_is_told_with_its_signer_and_the_other_is_open(sealed, verify_bytes):
    report = verify_bytes(sealed.data)

    assert sealed.remarks == ()
    assert report.signatures[0].slot == "Seal"
    assert roles(report) == [("Seal", "Ada Lovelace", True), ("Approver", "", False)]
    assert report.empty_fields == ("Approver",)


def test_both_lines_take_a_signature(sealed, grace, verify_bytes):
    both = grace.sign_word(sealed.data, statement(), line="Approver")

    report = verify_bytes(both.data)

    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert roles(report) == [("Seal", "Ada Lovelace", True), ("Approver", "Grace Hopper", True)]


def test_a_line_is_signed_once(sealed, grace):
    with pytest.raises(FieldSignedError, match="line Seal"):
        grace.sign_word(sealed.data, statement(), line="Seal")


@pytest.mark.parametrize("line", ["Author", "Reviewer", "Chair"])
def test_who_has_no_line_signs_without_and_is_told(lined, ada, verify_bytes, line):
    made = ada.sign_word(lined, statement(), line=line)

    assert f"no signature line {line}" in made.remarks[0]
    (signature,) = verify_bytes(made.data).signatures
    assert (signature.holds, signature.slot) == (True, "")


def test_a_signature_for_no_line_says_nothing_of_lines(lined, ada):
    assert ada.sign_word(lined, statement()).remarks == ()


def test_the_signature_is_made_as_office_makes_one_on_a_line(sealed):
    root = read_package(sealed.data).xml(f"/{SIG}")

    details = one(root, ".//o:SignatureInfoV1")
    said = {etree.QName(each).localname: each.text for each in details}
    assert said["SetupID"] == line_id("Seal")
    assert said["SignatureText"] == "Ada Lovelace"
    assert said["SignatureType"] == "2"
    references = root.iterfind("ds:SignedInfo/ds:Reference", NAMESPACES)
    assert [each.get("URI") for each in references] == [
        *("#idPackageObject", "#idOfficeObject", "#idSignedProperties"),
        *("#idValidSigLnImg", "#idInvalidSigLnImg"),
    ]


def test_an_invisible_signature_carries_no_pictures(lined, ada):
    root = read_package(ada.sign_word(lined, statement()).data).xml(f"/{SIG}")

    assert one(root, ".//o:SignatureType").text == "1"
    assert [each.get("Id") for each in root.iterfind("ds:Object", NAMESPACES)] == [
        *("idPackageObject", "idOfficeObject", None)
    ]


def test_another_picture_on_a_signed_line_breaks_the_signature(sealed, verify_bytes):
    def change(root):
        (picture,) = [each for each in root if each.get("Id") == "idValidSigLnImg"]
        picture.text = "AAAA" + picture.text

    report = verify_bytes(changed(sealed.data, change))

    assert report.verdict is Verdict.INVALID
    assert "idValidSigLnImg" in report.signatures[0].problems[0]


def test_a_signature_that_claims_a_line_which_is_not_there_fills_none(
    plain_docx, grace, verify_bytes
):
    def change(root):
        one(root, ".//o:SetupID").text = line_id("Approver")

    plain = grace.sign_word(plain_docx, statement()).data
    report = verify_bytes(resigned(plain, grace, change))

    (signature,) = report.signatures
    assert (signature.holds, signature.slot) == (True, "")
    assert "does not have" in signature.remarks[0]
    assert report.roles == ()


def test_two_who_claim_one_line_are_both_told(sealed, grace, verify_bytes):
    def change(root):
        one(root, ".//o:SetupID").text = line_id("Seal")

    second = grace.sign_word(sealed.data, statement()).data
    report = verify_bytes(resigned(second, grace, change, part="_xmlsignatures/sig2.xml"))

    assert roles(report)[0] == ("Seal", "Ada Lovelace and Grace Hopper", True)
