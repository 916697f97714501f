"""Signatures over texts, judged by a program that knows nothing of ours."""

import subprocess
from datetime import timedelta, timezone

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from app.signing.certificates import der
from app.signing.identity import Identity
from app.signing.text_sign import sign_text
from tests.integration.signing.samples import SIGNED, made_identity

TEXT = '{"by":"Zoë Łukasz","statement":"I approve.\\n"}'.encode()
KEYS = {
    "RSA": lambda: rsa.generate_private_key(65537, 2048),
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
}


@pytest.fixture(scope="module", params=KEYS)
def identity(request) -> Identity:
    return made_identity(key=KEYS[request.param]())


def openssl(tool, folder, signature: bytes, text: bytes, *more: str) -> tuple[int, str]:
    (folder / "signature.der").write_bytes(signature)
    (folder / "text").write_bytes(text)
    done = subprocess.run(
        [
            *(tool("openssl"), "cms", "-verify", "-inform", "DER", "-binary"),
            *("-in", "signature.der", "-content", "text", "-out", "out", *more),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def test_openssl_verifies_a_signature_over_a_text(identity, tool, tmp_path):
    code, said = openssl(tool, tmp_path, sign_text(TEXT, identity, SIGNED), TEXT, "-noverify")

    assert code == 0, said
    assert (tmp_path / "out").read_bytes() == TEXT


def test_openssl_refuses_a_text_of_which_a_letter_was_changed(identity, tool, tmp_path):
    signature = sign_text(TEXT, identity, SIGNED)

    code, said = openssl(tool, tmp_path, signature, TEXT.replace(b"I", b"l"), "-noverify")

    assert code != 0
    assert "verification failure" in said


def test_the_digest_of_the_certificate_is_signed_along(identity, tool, tmp_path):
    (tmp_path / "ada.pem").write_bytes(identity.certificate.public_bytes(Encoding.PEM))
    trusting = ("-CAfile", "ada.pem", "-purpose", "any", "-partial_chain", "-cades")

    code, said = openssl(tool, tmp_path, sign_text(TEXT, identity, SIGNED), TEXT, *trusting)

    assert code == 0, said


def test_a_signature_states_the_time_it_was_given_in_utc(identity):
    there = SIGNED.astimezone(timezone(timedelta(hours=5))).replace(microsecond=999_999)

    made = cms.ContentInfo.load(sign_text(TEXT, identity, there), strict=True)

    [signer] = made["content"]["signer_infos"]
    stated = {each["type"].native: each["values"][0].native for each in signer["signed_attrs"]}
    assert stated["signing_time"] == SIGNED
    assert stated["content_type"] == "data"
    assert {"message_digest", "signing_certificate_v2"} <= stated.keys()
    assert signer["digest_algorithm"]["algorithm"].native == "sha256"


def test_the_text_is_not_in_the_signature_and_the_issuers_are():
    authority = made_identity(name="Authority", usage="key_cert_sign", ca=True)
    identity = made_identity(issuer=authority)

    made = cms.ContentInfo.load(sign_text(TEXT, identity, SIGNED))["content"]

    assert made["encap_content_info"]["content"].native is None
    assert {each.chosen.dump() for each in made["certificates"]} == {
        der(identity.certificate),
        der(authority.certificate),
    }
