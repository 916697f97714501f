import zipfile
from io import BytesIO

import docx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from lxml import etree

from app.services.verifying import Verdict
from app.signing.errors import (
    ChangedSinceSigningError,
    NotAWordFileError,
    TooManySignaturesError,
)
from app.signing.signer import IdentitySigner
from tests.integration.signing.samples import (
    FONT,
    made_identity,
    replacing,
    rezipped,
    statement,
)

DS = "{http://www.w3.org/2000/09/xmldsig#}"


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_no_signed_part_changes_a_byte(plain_docx, twice_signed_docx):
    before, after = parts(plain_docx), parts(twice_signed_docx)

    changed = {name for name in before if before[name] != after[name]}

    assert changed == {"[Content_Types].xml", "_rels/.rels"}


def test_the_signed_document_still_opens(twice_signed_docx):
    document = docx.Document(BytesIO(twice_signed_docx))

    assert document.paragraphs[1].text == "Call the on-call lead first."


def test_the_ids_are_the_fixed_ones_in_both_signatures(twice_signed_docx):
    for number in (1, 2):
        root = etree.fromstring(parts(twice_signed_docx)[f"_xmlsignatures/sig{number}.xml"])
        assert root.get("Id") == "idPackageSignature"
        uris = [each.get("URI") for each in root.iterfind(f"{DS}SignedInfo/{DS}Reference")]
        assert uris == ["#idPackageObject", "#idOfficeObject", "#idSignedProperties"]


def test_there_is_no_white_space_inside_a_signature(signed_docx):
    xml = parts(signed_docx)["_xmlsignatures/sig1.xml"]

    assert b">\n<" not in xml.split(b"?>", 1)[1].strip()
    assert b"> <" not in xml


def test_signing_twice_with_the_same_key_gives_the_same_bytes(ada, plain_docx):
    assert (
        ada.sign_word(plain_docx, statement()).data == ada.sign_word(plain_docx, statement()).data
    )


def test_a_third_signature_is_refused(ada, twice_signed_docx):
    with pytest.raises(TooManySignaturesError, match="PDF"):
        ada.sign_word(twice_signed_docx, statement())


def test_a_document_changed_since_it_was_signed_takes_no_signature(ada, signed_docx):
    changed = rezipped(signed_docx, {"word/document.xml": replacing("on-call lead", "nobody")})

    with pytest.raises(ChangedSinceSigningError):
        ada.sign_word(changed, statement())


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"%PDF-1.7"])
def test_bytes_that_are_no_package_are_refused(ada, data):
    with pytest.raises(NotAWordFileError):
        ada.sign_word(data, statement())


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_an_elliptic_curve_signs_too(plain_docx, verify_bytes, curve):
    signer = IdentitySigner(made_identity(key=ec.generate_private_key(curve)), FONT)

    signed = signer.sign_word(plain_docx, statement()).data

    assert verify_bytes(signed).verdict is Verdict.VALID_UNTRUSTED


def test_text_from_people_is_text(ada, plain_docx, verify_bytes):
    said = statement("</xd:ClaimedRole><b>", reason="A & B <c> " + "x" * 400, role="R&D")

    signature = verify_bytes(ada.sign_word(plain_docx, said).data).signatures[0]

    assert signature.holds
    assert signature.meaning == said.text
    assert signature.role == "R&D"
