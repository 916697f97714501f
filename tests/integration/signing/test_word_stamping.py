"""Time stamps in the signatures of Word files (XAdES-T)."""

import base64
import hashlib
from datetime import timedelta

import pytest
from lxml import etree

from app.services.proving.certificates import Trust
from app.services.signing import Level, Stamping
from app.services.verifying import Verdict
from app.signing.safe_xml import canonical
from app.signing.signer import IdentitySigner
from app.signing.word_names import C14N, NAMESPACES
from app.signing.word_package import read_package
from tests.integration.signing.samples import FONT, SIGNED, made_identity, statement
from tests.integration.signing.word_authority import Authority, served
from tests.integration.signing.word_forging import SIG, changed, one

STAMP = ".//xd:UnsignedSignatureProperties/xd:SignatureTimeStamp"
TOKEN = f"{STAMP}/xd:EncapsulatedTimeStamp"


@pytest.fixture(scope="module")
def authority():
    return Authority(at=SIGNED + timedelta(seconds=2))


@pytest.fixture(scope="module")
def signed(authority, plain_docx):
    with served(authority) as address:
        return signer(Stamping(address)).sign_word(plain_docx, statement())


def signer(stamping):
    return IdentitySigner(made_identity(), FONT, stamping)


def stamp_of(report):
    (signature,) = report.signatures
    assert signature.time_stamp is not None
    return signature.time_stamp


def test_a_stamped_signature_reaches_b_t(signed, verify_bytes, authority):
    report = verify_bytes(signed.data, authority.certificate)

    assert (signed.level, signed.remarks) == (Level.B_T, ())
    assert report.verdict is Verdict.VALID_UNTRUSTED
    (signature,) = report.signatures
    assert signature.profile is not None
    assert signature.profile.text == "XAdES B-T"
    stamp = stamp_of(report)
    assert (stamp.authority, stamp.at) == ("Harbour Time Authority", SIGNED + timedelta(seconds=2))
    assert stamp.trust is Trust.SUPPLIED
    assert stamp_of(verify_bytes(signed.data)).trust is Trust.NONE


def test_the_stamp_is_over_the_canonical_signature_value(signed):
    root = etree.fromstring(read_package(signed.data).parts[f"/{SIG}"])
    value = one(root, "ds:SignatureValue")

    text = f'<SignatureValue xmlns="{NAMESPACES["ds"]}">{value.text}</SignatureValue>'
    assert canonical(value) == text.encode()
    assert hashlib.sha256(text.encode()).digest() in base64.b64decode(one(root, TOKEN).text or "")
    assert one(root, f"{STAMP}/ds:CanonicalizationMethod").get("Algorithm") == C14N


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "ftp://time.example/", "nonsense"])
def test_without_an_answer_it_is_signed_without_a_stamp_and_says_so(
    plain_docx, verify_bytes, address
):
    made = signer(Stamping(address)).sign_word(plain_docx, statement())

    assert made.level is Level.B_B
    assert "no time stamp" in made.remarks[0]
    assert "added later" in made.remarks[0]
    (signature,) = verify_bytes(made.data).signatures
    assert signature.holds
    assert signature.time_stamp is None


def test_a_level_that_word_does_not_know_is_said(plain_docx, authority):
    with served(authority) as address:
        made = signer(Stamping(address, Level.B_LTA)).sign_word(plain_docx, statement())

    assert made.level is Level.B_T
    assert "reaches B-T" in made.remarks[0]


def test_who_wants_no_stamp_gets_none(plain_docx):
    made = signer(Stamping("http://127.0.0.1:9/", Level.B_B)).sign_word(plain_docx, statement())

    assert (made.level, made.remarks) == (Level.B_B, ())


def replaced(token):
    def change(root):
        one(root, TOKEN).text = base64.b64encode(token).decode()

    return change


def doubled(root):
    stamp = one(root, STAMP)
    stamp.addnext(etree.fromstring(etree.tostring(stamp)))


def emptied(root):
    one(root, STAMP).remove(one(root, TOKEN))


def otherwise_canonical(root):
    one(root, f"{STAMP}/ds:CanonicalizationMethod").set("Algorithm", "http://example.org/own")


def of_something_else(root):
    replaced(Authority().token(hashlib.sha256(b"other").digest()))(root)


def altered(root):
    token = bytearray(base64.b64decode(one(root, TOKEN).text or ""))
    token[-1] ^= 1
    one(root, TOKEN).text = base64.b64encode(bytes(token)).decode()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (replaced(b"no token"), "cannot be relied on"),
        (replaced(b""), "cannot be relied on"),
        (of_something_else, "something else"),
        (altered, "altered"),
        (doubled, "more than one"),
        (emptied, "missing or there twice"),
        (otherwise_canonical, "canonicalised"),
    ],
)
def test_a_stamp_that_proves_nothing_spoils_the_signature(signed, verify_bytes, change, why):
    report = verify_bytes(changed(signed.data, change))

    stamp = stamp_of(report)
    assert report.verdict is Verdict.INVALID
    assert why in " ".join(stamp.problems)
    assert report.signatures[0].intact
    assert report.signatures[0].profile.text == "XAdES B-B"


@pytest.mark.parametrize(
    ("flaw", "why"),
    [
        ({"purpose": False}, "not one for time stamps"),
        ({"at": SIGNED - timedelta(days=1)}, "later than its time stamp"),
    ],
)
def test_a_stamp_of_the_wrong_party_or_time_spoils_the_signature(signed, verify_bytes, flaw, why):
    authority = Authority(**flaw)

    def change(root):
        digest = hashlib.sha256(canonical(one(root, "ds:SignatureValue"))).digest()
        replaced(authority.token(digest))(root)

    report = verify_bytes(changed(signed.data, change))

    assert report.verdict is Verdict.INVALID
    assert why in " ".join(stamp_of(report).problems)


def test_a_stamp_that_was_taken_out_leaves_the_lower_level(signed, verify_bytes):
    def change(root):
        one(root, ".//xd:UnsignedSignatureProperties").remove(one(root, STAMP))

    (signature,) = verify_bytes(changed(signed.data, change)).signatures

    assert signature.holds
    assert signature.time_stamp is None
    assert signature.profile.text == "XAdES B-B"
