"""What becomes of a signed Word file that somebody changes: every way that is known."""

import zipfile
from dataclasses import dataclass
from datetime import timedelta
from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from app.services.verifying import Coverage, Verdict
from app.signing.signer import IdentitySigner
from app.signing.word_names import RELATIONSHIP_TRANSFORM
from tests.integration.signing import word_tampering as ways
from tests.integration.signing.independent import opinion
from tests.integration.signing.samples import CREATED, FONT, made_identity, rezipped, statement
from tests.integration.signing.word_forging import RSA_SHA1, SHA1, SIG, one, resigned
from tests.integration.signing.word_tampering import Forge, chained, part, signature

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OTHER = made_identity(name="Ada Lovelace")
"""Somebody else of the same name."""
OTHERS = OTHER.certificate.public_bytes(ways.DER)
REFERENCE = "ds:SignedInfo/ds:Reference"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SIGNED_PART = f"ds:Object/ds:Manifest/ds:Reference[@URI='/word/document.xml?ContentType={MAIN}']"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116"


@dataclass(frozen=True)
class Row:
    """A change, what we say about it, and what others see."""

    name: str
    forge: Forge
    verdict: Verdict
    says: str = ""
    office: tuple[bool, ...] = (True,)
    """Whether LibreOffice calls each signature that it finds valid."""
    independent: bool = True


MATRIX = [
    Row("nothing", lambda data: data, Verdict.VALID_UNTRUSTED),
    Row(
        "packed anew",
        lambda data: rezipped(data, compression=zipfile.ZIP_STORED),
        Verdict.VALID_UNTRUSTED,
    ),
    Row(
        "text",
        part(ways.DOCUMENT, "on-call lead", "nobody"),
        Verdict.INVALID,
        "document.xml was changed",
        (False,),
        independent=False,
    ),
    Row(
        "style",
        part("word/styles.xml", "Heading1", "Heading9"),
        Verdict.INVALID,
        "styles.xml was changed",
        (False,),
        independent=False,
    ),
    Row(
        "target of a link",
        part(ways.RELS, "https://example.org/", "https://evil.example/"),
        Verdict.INVALID,
        "document.xml.rels was changed",
        (False,),
        independent=False,
    ),
    Row(
        "digest",
        signature(ways.of_digest),
        Verdict.INVALID,
        "digest of #idPackageObject differs",
        (False,),
        independent=False,
    ),
    Row(
        "swapped certificate",
        signature(ways.with_other_certificate(OTHERS)),
        Verdict.INVALID,
        "not the one it was signed with",
        (False,),
        independent=False,
    ),
    Row(
        "content type of a part",
        part(ways.TYPES, "wordprocessingml.styles+xml", "wordprocessingml.stylez+xml"),
        Verdict.INVALID,
        "content type of /word/styles.xml was changed",
    ),
    Row(
        "added part",
        ways.added(word__vbaProject_dot_bin=b"macro"),
        Verdict.INVALID,
        "Not covered by the signature: /word/vbaProject.bin",
    ),
    Row(
        "template from outside",
        ways.related(
            ways.RELS, f"{OFFICE}/attachedTemplate", "https://evil.example/t.dotm", external=True
        ),
        Verdict.INVALID,
        "Not covered by the signature: /word/_rels/document.xml.rels#rId99",
    ),
    Row(
        "title in the properties",
        part("docProps/core.xml", "python-docx", "nobody"),
        Verdict.VALID_UNTRUSTED,
    ),
    Row(
        "signature part removed",
        ways.removed("_xmlsignatures/"),
        Verdict.INVALID,
        "its signatures were removed",
        (),
    ),
    Row("second document part", ways.second_document, Verdict.UNREADABLE, "have the same name"),
]
"""The ways that other verifiers were tried on too."""

SEEN_BY_NAME = {row.name: row for row in MATRIX}

REFUSED: list[tuple[str, Forge, str]] = [
    # Wrapped, moved and shadowed
    ("manifest wrapped", signature(ways.wrapped), "idPackageObject was moved"),
    ("properties wrapped", signature(ways.wrapped_properties), "idSignedProperties was moved"),
    ("second properties", signature(ways.second_properties), "object that is not signed"),
    ("second object of the id", signature(ways.same_id), "id idPackageObject is there twice"),
    ("id in another spelling", signature(ways.shadowed_id), "id idPackageObject is there twice"),
    ("unsigned object", signature(ways.unsigned_object), "object that is not signed"),
    ("unsigned element", signature(ways.stranger), "no part of a signature"),
    ("comment", part(SIG, "Approved", "Appro<!-- -->ved"), "comments"),
    ("document type", ways.declared, "document type declaration"),
    ("second value", part(SIG, "<KeyInfo>", "<SignatureValue/><KeyInfo>"), "there twice"),
    # Content types
    (
        "default content type",
        part(ways.TYPES, '"application/xml"', '"application/vnd.ms-word.template"'),
        "content type of /customXml/item1.xml was changed",
    ),
    ("another's type", ways.typed("/customXml/item1.xml", "a/b"), "item1.xml was changed"),
    ("in other letters", ways.typed("/CUSTOMXML/Item1.xml", "a/b"), "item1.xml was changed"),
    ("in escapes", ways.typed("/customXml/%69tem1.xml", "a/b"), "item1.xml was changed"),
    (
        "type of the signature",
        part(ways.TYPES, "digital-signature-xmlsignature+xml", "other+xml"),
        "content type of /_xmlsignatures/sig1.xml hides",
    ),
    (
        "type of what leads to it",
        part(ways.TYPES, "digital-signature-origin", "other"),
        "content type of /_xmlsignatures/origin.sigs hides",
    ),
    (
        "type of the properties",
        part(ways.TYPES, "package.core-properties+xml", "template.main+xml"),
        "Not covered by the signature: /docProps/core.xml",
    ),
    # Parts and relationships
    ("removed part", ways.removed("word/styles.xml"), "/word/styles.xml is missing"),
    (
        "image from outside",
        ways.related(ways.RELS, f"{OFFICE}/image", "https://evil.example/", external=True),
        "document.xml.rels#rId99",
    ),
    (
        "part under cover of a thumbnail",
        chained(
            ways.related(ways.RELS, f"{PACKAGE}/metadata/thumbnail", "evil.bin"),
            ways.added(word__evil_dot_bin=b"x"),
        ),
        "/word/evil.bin",
    ),
    (
        "part among the signatures",
        ways.added(_xmlsignatures__evil_dot_bin=b"x"),
        "/_xmlsignatures/evil.bin is among the signatures",
    ),
    # Signatures taken out
    ("signature file gone", ways.removed(SIG), "signature part was removed"),
    (
        "unconnected",
        part(ways.ORIGIN_RELS, "digital-signature/signature", "digital-signature/other"),
        "signatures were removed",
    ),
    (
        "way to the signatures gone",
        part(ways.ROOT_RELS, "digital-signature/origin", "digital-signature/other"),
        "is among the signatures and is none of them",
    ),
    (
        "second way to the signatures",
        ways.related(ways.ROOT_RELS, ways.ORIGIN, "_xmlsignatures/origin.sigs"),
        "two ways",
    ),
    # Certificates
    (
        "a stranger's certificate first",
        signature(ways.with_certificate(OTHERS, first=True)),
        "certificate that has no part in it",
    ),
    (
        "a stranger's certificate after",
        signature(ways.with_certificate(OTHERS, first=False)),
        "certificate that has no part in it",
    ),
]

UNREADABLE: list[tuple[str, Forge, str]] = [
    ("bytes before", lambda data: b"PK\x03\x04" + bytes(26) + data, "before or after"),
    ("another zip before", lambda data: data + data, "before or after"),
    ("bytes after", lambda data: data + b"\n", "goes on after the end"),
    ("comment", ways.commented, "goes on after the end"),
    ("part that the directory hides", ways.hidden, "hides something between its parts"),
    ("part in the directory only", ways.named_only, "overlap"),
    ("two names for one part", ways.overlapping, "overlap"),
    ("encrypted", ways.encrypted, "encrypted"),
    ("size before the part", ways.header_field(22, 5), "contradicts the size"),
    ("packing before the part", ways.header_field(8, 0, short=True), "contradicts the header"),
    ("miscounted", ways.miscounted, "miscounts"),
    ("two directories", ways.told_twice, "two ways (zip64)"),
    ("size told elsewhere", ways.huge, "zip64"),
    ("part named twice in letters", ways.added(WORD__document_dot_xml=b"x"), "same name"),
    ("part named twice in escapes", ways.added(**{"word__%64ocument_dot_xml": b"x"}), "same name"),
    ("type declared twice", ways.typed("/word/document.xml", "a/b"), "type of one part twice"),
    (
        "document type in the content types",
        part(ways.TYPES, "<Types ", "<!DOCTYPE Types><Types "),
        "document type declaration",
    ),
    (
        "document type in the relationships",
        part(ways.ROOT_RELS, "<Relationships ", "<!DOCTYPE x><Relationships "),
        "document type declaration",
    ),
    (
        "relationship id twice",
        part(ways.ROOT_RELS, "rId2", "rId1"),
        "id rId1 twice",
    ),
    (
        "something else among the relationships",
        part(ways.ROOT_RELS, "</Relationships>", '<x:y xmlns:x="urn:x"/></Relationships>'),
        "something else than relationships",
    ),
    (
        "words among the relationships",
        part(ways.ROOT_RELS, "</Relationships>", "x</Relationships>"),
        "something else than relationships",
    ),
    (
        "relationships from another place",
        part(ways.ROOT_RELS, "<Relationships ", '<Relationships xml:base="https://evil.example/" '),
        "something else than relationships",
    ),
    (
        "something else among the types",
        part(ways.TYPES, "</Types>", '<x:y xmlns:x="urn:x"/></Types>'),
        "something else",
    ),
]


def problems(report):
    return [*report.problems, *(each for one in report.signatures for each in one.problems)]


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row.name)
def test_every_row_of_the_matrix(signed_docx, verify_bytes, row):
    report = verify_bytes(row.forge(signed_docx))

    assert report.verdict is row.verdict
    assert row.says in " ".join(problems(report))
    assert len(problems(report)) == (1 if row.says else 0)


@pytest.mark.parametrize(
    "row",
    [row for row in MATRIX if row.office and row.verdict is not Verdict.UNREADABLE],
    ids=lambda row: row.name,
)
def test_an_implementation_by_others_sees_what_the_matrix_says(signed_docx, row):
    assert opinion(row.forge(signed_docx)).valid is row.independent


@pytest.mark.parametrize(("name", "forge", "why"), REFUSED, ids=[row[0] for row in REFUSED])
def test_whatever_could_be_read_in_two_ways_is_refused(signed_docx, verify_bytes, name, forge, why):
    report = verify_bytes(forge(signed_docx))

    assert report.verdict is Verdict.INVALID
    assert why in " ".join(problems(report))
    assert all(sentence.endswith(".") for sentence in problems(report))


@pytest.mark.parametrize(("name", "forge", "why"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_file_that_readers_would_unpack_differently_is_refused(
    signed_docx, verify_bytes, name, forge, why
):
    report = verify_bytes(forge(signed_docx))

    assert report.verdict is Verdict.UNREADABLE
    (sentence,) = report.problems
    assert why in sentence


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (ways.digested(REFERENCE, SHA1), "sha1, which can be forged"),
        (ways.digested(SIGNED_PART, SHA1), "sha1, which can be forged"),
        (ways.made_with(RSA_SHA1), "rsa-sha1, which can be forged"),
        (ways.made_with("http://www.w3.org/2001/04/xmldsig-more#rsa-md5"), "rsa-md5, which"),
        (ways.made_with("http://www.w3.org/2000/09/xmldsig#hmac-sha1"), "hmac-sha1, which"),
        (ways.made_with(""), "no algorithm, which"),
        (ways.referring(""), "outside itself"),
        (ways.referring("word/document.xml"), "outside itself"),
        (ways.referring("https://evil.example/"), "outside itself"),
        (ways.referring("#xpointer(id('idPackageObject'))"), "outside itself"),
        (ways.referring("#idOfficeV1Details"), "was moved"),
        (ways.referring("#idOfficeObject"), "object that is not signed"),
        (ways.transformed(REFERENCE, ENVELOPED), "transforms #idPackageObject"),
        (ways.transformed(REFERENCE, EXCLUSIVE), "transforms #idPackageObject"),
        (ways.transformed(SIGNED_PART, XSLT), "transform that is not allowed"),
        (ways.transformed(SIGNED_PART, EXCLUSIVE), "transform that is not allowed"),
    ],
)
def test_a_signature_that_its_own_key_made_wrong_is_refused(
    plain_docx, grace, verify_bytes, change, why
):
    signed = grace.sign_word(plain_docx, statement()).data

    report = verify_bytes(resigned(signed, grace, change))

    assert report.verdict is Verdict.INVALID
    (sentence,) = problems(report)
    assert why in sentence


def test_making_a_signature_anew_is_no_flaw_by_itself(plain_docx, grace, verify_bytes):
    """What the test above rests on: only the change in it is wrong."""
    signed = grace.sign_word(plain_docx, statement()).data

    def change(root):
        one(root, ".//xd:ClaimedRole").text = "CEO"

    (signature,) = verify_bytes(resigned(signed, grace, change)).signatures
    assert (signature.holds, signature.role) == (True, "CEO")


def test_relationships_are_transformed_and_nothing_else(plain_docx, grace, verify_bytes):
    signed = grace.sign_word(plain_docx, statement()).data
    change = ways.transformed(SIGNED_PART, RELATIONSHIP_TRANSFORM)

    report = verify_bytes(resigned(signed, grace, change))

    assert report.verdict is Verdict.INVALID


@pytest.mark.parametrize(
    ("flaws", "why"),
    [
        ({"days": 30}, "was not valid at the time"),
        ({"usage": "key_encipherment"}, "not meant for signing documents"),
        ({"purposes": ("1.3.6.1.5.5.7.3.1",)}, "not meant for signing documents"),
        ({"purposes": ("1.3.6.1.5.5.7.3.8",)}, "not meant for signing documents"),
        ({"key": rsa.generate_private_key(65537, 1024)}, "shorter than 2048 bits"),
    ],
)
def test_a_certificate_that_does_not_serve_is_told(plain_docx, verify_bytes, flaws, why):
    signer = IdentitySigner(made_identity(**flaws), FONT)

    report = verify_bytes(signer.sign_word(plain_docx, statement()).data)

    assert report.verdict is Verdict.INVALID
    (sentence,) = problems(report)
    assert why in sentence
    assert report.signatures[0].intact


def test_a_certificate_that_was_not_yet_valid_is_told(plain_docx, grace, verify_bytes):
    from dataclasses import replace

    early = replace(statement(), signed_at=CREATED - timedelta(days=1))

    report = verify_bytes(grace.sign_word(plain_docx, early).data)

    (sentence,) = problems(report)
    assert "was not valid at the time" in sentence


def test_plain_xml_dsig_is_told_from_xades(plain_docx, grace, verify_bytes):
    signed = grace.sign_word(plain_docx, statement()).data

    (signature,) = verify_bytes(resigned(signed, grace, ways.without_properties)).signatures

    assert signature.holds
    assert signature.profile.text == "plain XML-DSig"
    assert "does not fix its certificate" in signature.remarks[0]


def test_without_xades_a_strangers_certificate_is_refused_wherever_it_stands(
    plain_docx, grace, verify_bytes
):
    signed = grace.sign_word(plain_docx, statement()).data
    plain = resigned(signed, grace, ways.without_properties)

    for first in (True, False):
        forged = signature(ways.with_certificate(OTHERS, first=first))(plain)
        assert verify_bytes(forged).verdict is Verdict.INVALID


def test_the_issuers_certificate_may_come_along(plain_docx, verify_bytes):
    root = made_identity(name="Root", ca=True, usage="key_cert_sign")
    signer = IdentitySigner(made_identity(issuer=root), FONT)

    signed = signer.sign_word(plain_docx, statement()).data

    assert verify_bytes(signed, root.certificate.public_bytes(ways.DER)).verdict is Verdict.VALID
    assert opinion(signed).valid


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_others_accept_elliptic_curves_too(plain_docx, curve):
    signer = IdentitySigner(made_identity(key=ec.generate_private_key(curve)), FONT)

    assert opinion(signer.sign_word(plain_docx, statement()).data).valid


def test_others_agree_about_every_part_of_both_signatures(twice_signed_docx):
    for number in (1, 2):
        found = opinion(twice_signed_docx, f"_xmlsignatures/sig{number}.xml")

        assert found.valid
        assert {"/word/document.xml", "/_rels/.rels", "/word/_rels/document.xml.rels"} <= set(
            found.agreed
        )


def test_all_signatures_taken_out_whole_leaves_an_unsigned_file(signed_docx, verify_bytes):
    """Nothing in a package tells of it: who asks for signatures has to say so."""
    forged = chained(
        ways.removed("_xmlsignatures/"),
        part(ways.ROOT_RELS, ways.ORIGIN, "urn:other"),
    )(signed_docx)

    assert verify_bytes(forged).verdict is Verdict.UNSIGNED


def test_what_is_not_covered_is_told_apart_from_what_was_changed(signed_docx, verify_bytes):
    report = verify_bytes(SEEN_BY_NAME["added part"].forge(signed_docx))

    assert report.signatures[0].intact
    assert report.signatures[0].coverage is Coverage.PARTIAL


PARTS = (SIG, ways.TYPES, ways.ROOT_RELS, ways.RELS, ways.ORIGIN_RELS, ways.DOCUMENT)


@pytest.mark.parametrize("name", PARTS)
def test_no_change_of_a_part_is_more_than_a_verdict(signed_docx, verify_bytes, name):
    """Letters turned, taken out and doubled at random places: the same places every time."""
    chance = Random(name)

    def spoil(content: bytes) -> bytes:
        at, length = chance.randrange(len(content)), chance.randrange(1, 40)
        instead = chance.choice((b"", b"\x00", b"<", content[at : at + length] * 2))
        return content[:at] + instead + content[at + length :]

    verdicts = {verify_bytes(rezipped(signed_docx, {name: spoil})).verdict for _ in range(12)}

    assert verdicts <= {Verdict.INVALID, Verdict.UNREADABLE, Verdict.VALID_UNTRUSTED}
    if name == ways.DOCUMENT:
        assert verdicts == {Verdict.INVALID}
