import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from app.signing.errors import IdentityDamagedError, UnsupportedKeyError, WrongPassphraseError
from app.signing.identity_pkcs12 import pkcs12_contents
from tests.integration.signing.samples import made_identity, private_key


def test_key_certificate_and_issuers_are_found(authority):
    ada = authority.person()
    data = pkcs12.serialize_key_and_certificates(
        *(b"x", private_key(ada), ada.certificate, [authority.root.certificate]),
        BestAvailableEncryption(b"secret"),
    )

    found = pkcs12_contents(data, "secret", "ada.p12")

    assert found.certificates == (ada.certificate, authority.root.certificate)
    assert found.key is not None
    assert found.key.public_key() == ada.key.public
    with pytest.raises(WrongPassphraseError):
        pkcs12_contents(data, "Secret", "ada.p12")


@pytest.mark.parametrize("passphrase", ["secret", "πάσσο 🔑", ""])
def test_passphrases_of_any_alphabet_open_it(passphrase):
    ada = made_identity()
    encryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    data = pkcs12.serialize_key_and_certificates(
        b"x", private_key(ada), ada.certificate, None, encryption
    )

    assert pkcs12_contents(data, passphrase, "ada.p12").certificates == (ada.certificate,)


@pytest.mark.parametrize(
    "options",
    [
        ("-legacy",),
        ("-legacy", "-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"),
        ("-legacy", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES"),
        ("-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC", "-macalg", "sha256"),
    ],
    ids=["legacy", "3des", "rc2", "modern"],
)
def test_what_openssl_wrote_is_read(tool, tmp_path, options):
    ada = made_identity()
    form = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(private_key(ada).private_bytes(*form))
    (tmp_path / "ada.crt").write_bytes(ada.certificate.public_bytes(Encoding.PEM))
    subprocess.run(
        [
            *(tool("openssl"), "pkcs12", "-export", *options, "-inkey", "key.pem"),
            *("-in", "ada.crt", "-passout", "pass:secret", "-out", "ada.p12"),
        ],
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )

    found = pkcs12_contents((tmp_path / "ada.p12").read_bytes(), "secret", "ada.p12")

    assert found.certificates == (ada.certificate,)


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x30\x03\x02\x01\x03", b"\x30\x80" * 50])
def test_garbage_is_told_from_a_wrong_passphrase(data):
    with pytest.raises(IdentityDamagedError, match=r"ada\.p12"):
        pkcs12_contents(data, "secret", "ada.p12")


def test_a_key_of_a_kind_that_signs_no_documents_is_refused():
    data = pkcs12.serialize_key_and_certificates(
        b"x", ed25519.Ed25519PrivateKey.generate(), None, None, NoEncryption()
    )

    with pytest.raises(UnsupportedKeyError):
        pkcs12_contents(data, "", "ada.p12")


def test_a_key_without_a_certificate_is_found_alone():
    key = ec.generate_private_key(ec.SECP256R1())
    data = pkcs12.serialize_key_and_certificates(b"x", key, None, None, NoEncryption())

    found = pkcs12_contents(data, "", "ada.p12")

    assert found.certificates == ()
    assert found.key is not None
