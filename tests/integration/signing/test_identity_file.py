import datetime as dt
import os

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from app.services.signing import KeyFile
from app.signing.errors import (
    CertificateExpiredError,
    CertificateMissingError,
    CertificateNotYetValidError,
    IdentityDamagedError,
    IdentityMissingError,
    KeyMismatchError,
    KeyMissingError,
    NoSigningUsageError,
    UnsupportedKeyError,
    WrongPassphraseError,
)
from app.signing.identity_file import load_identity
from tests.integration.signing.samples import (
    CREATED,
    PASSPHRASE,
    SIGNED,
    made_identity,
    private_key,
)

SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1"
EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4"


def saved(folder, identity, key=None):
    file = folder / "someone.p12"
    data = pkcs12.serialize_key_and_certificates(
        b"x", key or private_key(identity), identity.certificate, None, NoEncryption()
    )
    file.write_bytes(data)
    return file


def test_an_identity_opens_with_its_passphrase(identity_file):
    identity = load_identity(KeyFile(identity_file, PASSPHRASE), SIGNED)

    assert identity.facts.name == "Ada Lovelace"
    assert identity.facts.email == "ada@example.org"


def test_the_key_is_not_printed_with_the_identity(identity_file):
    identity = load_identity(KeyFile(identity_file, PASSPHRASE), SIGNED)

    assert "key" not in repr(identity).casefold().replace("_key", "")


@pytest.mark.parametrize("passphrase", ["wrong horse", "", "Correct horse battery"])
def test_a_wrong_passphrase_is_told_from_damage(identity_file, passphrase):
    with pytest.raises(WrongPassphraseError, match=r"ada\.p12"):
        load_identity(KeyFile(identity_file, passphrase), SIGNED)


@pytest.mark.parametrize("data", [b"", b"garbage", b"%PDF-1.7\n", b"\x30\x03\x02\x01\x03"])
def test_garbage_is_told_from_a_wrong_passphrase(tmp_path, data):
    file = tmp_path / "ada.p12"
    file.write_bytes(data)

    with pytest.raises(IdentityDamagedError):
        load_identity(KeyFile(file, PASSPHRASE), SIGNED)


def test_a_cut_identity_is_damaged(tmp_path, identity_file):
    file = tmp_path / "ada.p12"
    file.write_bytes(identity_file.read_bytes()[:-20])

    with pytest.raises(IdentityDamagedError):
        load_identity(KeyFile(file, PASSPHRASE), SIGNED)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(IdentityMissingError, match=r"ada\.p12"):
        load_identity(KeyFile(tmp_path / "ada.p12", PASSPHRASE), SIGNED)


def test_an_identity_without_its_key_says_so(tmp_path):
    identity = made_identity()
    file = tmp_path / "ada.p12"
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", None, identity.certificate, None, NoEncryption()
        )
    )

    with pytest.raises(KeyMissingError, match="no private key"):
        load_identity(KeyFile(file, ""), SIGNED)


def pem(identity):
    return private_key(identity).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_a_pem_file_may_hold_key_and_certificates(tmp_path, authority):
    ada, file = authority.person(), tmp_path / "ada.pem"
    chain = (authority.root.certificate, ada.certificate)
    file.write_bytes(pem(ada) + b"".join(each.public_bytes(Encoding.PEM) for each in chain))

    identity = load_identity(KeyFile(file), SIGNED)

    assert identity.certificate == ada.certificate
    assert identity.issuers == (authority.root.certificate,)


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_the_certificate_may_be_a_file_of_its_own(tmp_path, encoding):
    ada, file, certificate = made_identity(), tmp_path / "ada.key", tmp_path / "ada.cer"
    file.write_bytes(pem(ada))
    certificate.write_bytes(ada.certificate.public_bytes(encoding))

    identity = load_identity(KeyFile(file, certificate=certificate), SIGNED)

    assert identity.certificate == ada.certificate


def test_a_key_without_a_certificate_asks_for_it(tmp_path):
    file = tmp_path / "ada.key"
    file.write_bytes(pem(made_identity()))

    with pytest.raises(CertificateMissingError, match="name the file with the certificate too"):
        load_identity(KeyFile(file), SIGNED)


def test_a_certificate_of_another_key_does_not_fit(tmp_path):
    file, certificate = tmp_path / "ada.key", tmp_path / "grace.crt"
    file.write_bytes(pem(made_identity()))
    certificate.write_bytes(made_identity().certificate.public_bytes(Encoding.PEM))

    with pytest.raises(KeyMismatchError, match=r"ada\.key"):
        load_identity(KeyFile(file, certificate=certificate), SIGNED)


@pytest.mark.parametrize("content", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----"])
def test_what_is_no_certificate_is_named(tmp_path, content):
    file, certificate = tmp_path / "ada.key", tmp_path / "ada.crt"
    file.write_bytes(pem(made_identity()))
    certificate.write_bytes(content)

    with pytest.raises((IdentityDamagedError, CertificateMissingError)):
        load_identity(KeyFile(file, certificate=certificate), SIGNED)


def test_a_folder_and_a_pipe_are_no_identity(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs pipes with names, which Windows lacks")
    pipe = tmp_path / "pipe.p12"
    os.mkfifo(pipe)

    for path in (tmp_path, pipe):
        with pytest.raises(IdentityMissingError):
            load_identity(KeyFile(path), SIGNED)


def test_a_huge_file_is_no_identity(tmp_path):
    file = tmp_path / "film.p12"
    with file.open("wb") as opened:
        opened.truncate(3 << 30)

    with pytest.raises(IdentityDamagedError, match="too large"):
        load_identity(KeyFile(file), SIGNED)


def test_an_expired_certificate_cannot_sign(identity_file):
    with pytest.raises(CertificateExpiredError, match="2029-01-02"):
        load_identity(KeyFile(identity_file, PASSPHRASE), SIGNED.replace(year=2030))


def test_a_certificate_cannot_sign_before_it_begins(identity_file):
    with pytest.raises(CertificateNotYetValidError, match="clock"):
        load_identity(KeyFile(identity_file, PASSPHRASE), CREATED - dt.timedelta(seconds=1))


@pytest.mark.parametrize(
    ("usage", "purposes"),
    [("key_encipherment", ()), ("digital_signature", (SERVER_AUTHENTICATION,))],
)
def test_a_certificate_for_something_else_cannot_sign(tmp_path, usage, purposes):
    file = saved(tmp_path, made_identity(usage=usage, purposes=purposes))

    with pytest.raises(NoSigningUsageError):
        load_identity(KeyFile(file, ""), SIGNED)


@pytest.mark.parametrize(
    ("usage", "purposes"),
    [("content_commitment", ()), (None, ()), (None, (EMAIL_PROTECTION,))],
)
def test_a_certificate_that_allows_signing_signs(tmp_path, usage, purposes):
    file = saved(tmp_path, made_identity(usage=usage, purposes=purposes))

    assert load_identity(KeyFile(file, ""), SIGNED).facts.name == "Ada Lovelace"


@pytest.mark.parametrize(
    "key",
    [rsa.generate_private_key(65537, 1024), ec.generate_private_key(ec.SECP521R1())],
    ids=["rsa-1024", "p-521"],
)
def test_a_key_that_readers_would_reject_is_refused(tmp_path, key):
    file = saved(tmp_path, made_identity(key=key))

    with pytest.raises(UnsupportedKeyError):
        load_identity(KeyFile(file, ""), SIGNED)
