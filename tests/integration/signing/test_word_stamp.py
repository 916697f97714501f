"""Stamping a Word file later that was signed without a stamp."""

import pytest

from app.services.signing import Level, Stamping
from app.services.verifying import Verdict
from app.signing.errors import (
    ChangedSinceSigningError,
    NotAWordFileError,
    NothingToStampError,
    TimeStampError,
)
from app.signing.signer import IdentitySigner
from app.signing.word_package import read_package
from app.signing.word_stamp import add_time_stamp
from tests.integration.signing.independent import opinion
from tests.integration.signing.samples import FONT, made_identity, replacing, rezipped, statement
from tests.integration.signing.word_authority import Authority, served
from tests.integration.signing.word_forging import one, resigned
from tests.integration.signing.word_tampering import without_properties


@pytest.fixture(scope="module")
def stamping():
    with served(Authority()) as address:
        yield Stamping(address)


def test_every_signature_gets_its_stamp_and_nothing_signed_changes(
    twice_signed_docx, verify_bytes, stamping
):
    stamped = add_time_stamp(twice_signed_docx, stamping)

    report = verify_bytes(stamped.data)
    assert stamped.level is Level.B_T
    assert report.verdict is Verdict.VALID_UNTRUSTED
    assert [each.profile.text for each in report.signatures] == ["XAdES B-T"] * 2
    before, after = read_package(twice_signed_docx).parts, read_package(stamped.data).parts
    assert {name for name in before if before[name] != after[name]} == {
        "/_xmlsignatures/sig1.xml",
        "/_xmlsignatures/sig2.xml",
    }
    assert all(opinion(stamped.data, f"_xmlsignatures/sig{number}.xml").valid for number in (1, 2))


def test_a_signature_that_has_its_stamp_keeps_it(plain_docx, grace, verify_bytes, stamping):
    signer = IdentitySigner(made_identity(), FONT, stamping)
    once = signer.sign_word(plain_docx, statement()).data
    twice = grace.sign_word(once, statement()).data

    stamped = add_time_stamp(twice, stamping).data

    first = "/_xmlsignatures/sig1.xml"
    assert read_package(stamped).parts[first] == read_package(once).parts[first]
    assert all(each.time_stamp for each in verify_bytes(stamped).signatures)
    with pytest.raises(NothingToStampError, match="No signature"):
        add_time_stamp(stamped, stamping)


def test_properties_that_have_no_room_get_it(plain_docx, grace, verify_bytes, stamping):
    """As LibreOffice writes them."""

    def change(root):
        properties = one(root, ".//xd:QualifyingProperties")
        properties.remove(one(properties, "xd:UnsignedProperties"))

    signed = resigned(grace.sign_word(plain_docx, statement()).data, grace, change)

    (signature,) = verify_bytes(add_time_stamp(signed, stamping).data).signatures

    assert signature.holds
    assert signature.time_stamp is not None


def test_plain_xml_dsig_takes_no_stamp(plain_docx, grace, stamping):
    plain = resigned(grace.sign_word(plain_docx, statement()).data, grace, without_properties)

    with pytest.raises(NothingToStampError):
        add_time_stamp(plain, stamping)


def test_what_nobody_signed_is_not_stamped(plain_docx, stamping):
    with pytest.raises(NothingToStampError, match="sign it first"):
        add_time_stamp(plain_docx, stamping)


def test_what_was_changed_is_not_stamped(signed_docx, stamping):
    changed = rezipped(signed_docx, {"word/document.xml": replacing("on-call lead", "nobody")})

    with pytest.raises(ChangedSinceSigningError):
        add_time_stamp(changed, stamping)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_not_stamped(data, stamping):
    with pytest.raises(NotAWordFileError):
        add_time_stamp(data, stamping)


@pytest.mark.parametrize("authority", ["", "http://127.0.0.1:9/"])
def test_without_an_authority_there_is_no_stamp(signed_docx, authority):
    with pytest.raises(TimeStampError, match="no time stamp"):
        add_time_stamp(signed_docx, Stamping(authority))


def test_whoever_stamps_a_file_need_not_know_its_kind(signed_docx, verify_bytes, stamping):
    from app.signing import add_time_stamp as stamped

    (signature,) = verify_bytes(stamped(signed_docx, stamping).data).signatures

    assert signature.profile.text == "XAdES B-T"
