import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from app.signing.errors import (
    IdentityDamagedError,
    KeyMissingError,
    UnsupportedKeyError,
    WrongPassphraseError,
)
from app.signing.identity_pem import is_pem, pem_certificates, pem_contents
from tests.integration.signing.samples import made_identity

RSA, CURVE = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())


def pem(key, form=PrivateFormat.PKCS8, passphrase=""):
    encryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, form, encryption)


@pytest.mark.parametrize("key", [RSA, CURVE], ids=["rsa", "curve"])
@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
@pytest.mark.parametrize("secret", ["", "secret", "πάσσο 🔑"])
def test_a_key_is_read_in_either_form_plain_or_encrypted(key, form, secret):
    found = pem_contents(pem(key, form, secret), secret, "ada.pem")

    assert found.key is not None
    assert found.key.public_key() == key.public_key()


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
@pytest.mark.parametrize("wrong", ["", "Secret"])
def test_a_wrong_passphrase_is_told(form, wrong):
    with pytest.raises(WrongPassphraseError, match=r"ada\.pem"):
        pem_contents(pem(RSA, form, "secret"), wrong, "ada.pem")


def test_a_passphrase_too_many_does_no_harm():
    assert pem_contents(pem(RSA), "secret", "ada.pem").key is not None


def test_certificates_are_found_before_and_after_the_key_and_among_words():
    ada, root = (made_identity().certificate.public_bytes(Encoding.PEM) for _ in range(2))
    data = b"Bag Attributes\n" + ada + pem(RSA) + b"subject=CN = Root\r\n" + root

    assert len(pem_contents(data, "", "ada.pem").certificates) == 2
    assert len(pem_certificates(data)) == 2


def test_a_certificate_alone_has_no_key():
    data = made_identity().certificate.public_bytes(Encoding.PEM)

    assert pem_contents(data, "", "ada.pem").key is None


def test_what_openssl_wrote_is_read(tool, tmp_path):
    """Its keys of elliptic curves begin with a block of parameters."""
    command = (tool("openssl"), "ecparam", "-name", "prime256v1", "-genkey", "-out", "ada.pem")
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    data = (tmp_path / "ada.pem").read_bytes()

    assert b"EC PARAMETERS" in data
    assert pem_contents(data, "", "ada.pem").key is not None


def test_several_keys_are_not_chosen_between():
    with pytest.raises(KeyMissingError, match="2 private keys"):
        pem_contents(pem(RSA) + pem(CURVE), "", "ada.pem")


@pytest.mark.parametrize(
    ("key", "form"),
    [
        (ed25519.Ed25519PrivateKey.generate(), PrivateFormat.PKCS8),
        (ed25519.Ed25519PrivateKey.generate(), PrivateFormat.OpenSSH),
        (dsa.generate_private_key(2048), PrivateFormat.TraditionalOpenSSL),
        (RSA, PrivateFormat.OpenSSH),
    ],
    ids=["ed25519", "ed25519-ssh", "dsa", "rsa-ssh"],
)
def test_a_key_of_a_kind_that_signs_no_documents_is_refused(key, form):
    with pytest.raises(UnsupportedKeyError, match=r"ada\.pem"):
        pem_contents(pem(key, form), "", "ada.pem")


@pytest.mark.parametrize("secret", ["", "secret"])
@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
def test_a_damaged_key_is_damaged(form, secret):
    lines = pem(RSA, form, secret).split(b"\n")
    kept = b"\n".join(lines[: len(lines) // 2] + lines[-2:])

    with pytest.raises((IdentityDamagedError, WrongPassphraseError)) as failed:
        pem_contents(kept, secret, "ada.pem")
    if form is PrivateFormat.PKCS8 or not secret:
        assert failed.type is IdentityDamagedError


@pytest.mark.parametrize(
    "data",
    [
        b"-----BEGIN ",
        b"-----BEGIN PRIVATE KEY-----\n",
        b"-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        b"-----BEGIN PGP MESSAGE-----\nAAAA\n-----END PGP MESSAGE-----\n",
    ],
)
def test_garbage_is_damaged(data):
    assert is_pem(data)
    with pytest.raises(IdentityDamagedError, match=r"ada\.pem"):
        pem_contents(data, "", "ada.pem")
