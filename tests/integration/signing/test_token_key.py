import shutil
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding

from app.services.verifying import Verdict
from app.signing import FileIdentities, verify_text
from app.signing.certificates import der
from app.signing.errors import (
    ChangedSinceSigningError,
    TokenKeyMissingError,
    TokenMissingError,
    TokenRefusedError,
)
from app.signing.identity_token import load_token_identity
from app.signing.token_key import TokenKey
from tests.integration.signing.samples import FONT, SIGNED, made_identity, statement
from tests.integration.signing.softhsm import PIN

KEYS = {
    "rsa": None,
    "p-256": ec.generate_private_key(ec.SECP256R1()),
    "p-384": ec.generate_private_key(ec.SECP384R1()),
}


@pytest.fixture(params=list(KEYS.values()), ids=list(KEYS))
def card(request, tokens):
    tokens.make("Card", {"signing": made_identity(key=request.param)})
    return tokens


@pytest.fixture
def signer(card):
    return FileIdentities(FONT).open(card.key(), SIGNED)


def test_a_token_makes_the_signature_of_its_key(card):
    key = load_token_identity(card.key(), SIGNED).key

    signature = key.sign(b"the plan")

    if isinstance(key.public, ec.EllipticCurvePublicKey):
        key.public.verify(signature, b"the plan", ec.ECDSA(hashes.SHA256()))
    else:
        key.public.verify(signature, b"the plan", padding.PKCS1v15(), hashes.SHA256())


def test_a_token_signs_a_pdf(signer, plain_pdf, verify_bytes):
    signed = signer.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True)

    report = verify_bytes(signed.data)
    assert report.verdict is not Verdict.INVALID
    assert report.signatures[0].holds


def test_a_token_signs_a_word_document(signer, plain_docx, verify_bytes):
    signed = signer.sign_word(plain_docx, statement("Sealed"))

    report = verify_bytes(signed.data, name="plan.docx")
    assert report.verdict is not Verdict.INVALID
    assert report.signatures[0].holds


def test_a_token_signs_a_text(signer, card):
    signature = signer.sign_text(b"the plan", SIGNED)

    certificate = der(load_token_identity(card.key(), SIGNED).certificate)
    assert verify_text(b"the plan", signature, SIGNED, [certificate]).holds


def test_a_key_that_asks_for_its_pin_each_time_gets_it(tokens, plain_pdf):
    tokens.make("Card", {"signing": made_identity()}, asks_each_time=True)
    signer = FileIdentities(FONT).open(tokens.key(), SIGNED)

    once = signer.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True).data

    assert signer.sign_pdf(once, statement(), field="Author").data.startswith(once)


def test_two_signatures_can_be_made_one_after_the_other(signer, plain_pdf):
    once = signer.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True).data

    assert signer.sign_pdf(once, statement(), field="Author").data.startswith(once)
    with pytest.raises(ChangedSinceSigningError):
        signer.sign_pdf(once + b"\n", statement(), field="Author")


def test_a_token_that_was_pulled_before_signing_is_missing(tokens, tmp_path, plain_pdf):
    tokens.make("Card", {"signing": made_identity()})
    signer = FileIdentities(FONT).open(tokens.key(), SIGNED)
    shutil.rmtree(tmp_path / "tokens")
    (tmp_path / "tokens").mkdir()
    tokens.reread()

    with pytest.raises(TokenMissingError, match="Card is not there any more"):
        signer.sign_pdf(plain_pdf, statement(), field="Seal")


def test_a_key_that_was_deleted_is_missing(tokens):
    tokens.make("Card", {"signing": made_identity()})
    key = load_token_identity(tokens.key(), SIGNED).key
    with tokens.reread().get_token(token_label="Card").open(rw=True, user_pin=PIN) as session:
        for found in list(session.get_objects()):
            found.destroy()

    with pytest.raises(TokenKeyMissingError, match="any more"):
        key.sign(b"the plan")


def test_a_key_that_is_not_the_certificates_is_noticed(tokens):
    tokens.make("Card", {"signing": made_identity()})
    key = load_token_identity(tokens.key(), SIGNED).key
    assert isinstance(key, TokenKey)
    swapped = replace(key, public=made_identity().key.public)

    with pytest.raises(TokenRefusedError, match="another key"):
        swapped.sign(b"the plan")
