import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from app.signing.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    IdentityDamagedError,
    IdentityMissingError,
    NoSigningUsageError,
    UnsupportedKeyError,
    WrongPassphraseError,
)
from app.signing.identity import load_identity
from tests.integration.signing.samples import CREATED, PASSPHRASE, SIGNED, made_identity

SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1"
EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4"


def saved(folder, identity, key=None):
    file = folder / "someone.p12"
    data = pkcs12.serialize_key_and_certificates(
        b"x", key or identity.key, identity.certificate, None, NoEncryption()
    )
    file.write_bytes(data)
    return file


def test_an_identity_opens_with_its_passphrase(identity_file):
    identity = load_identity(identity_file, PASSPHRASE, SIGNED)

    assert identity.facts.name == "Ada Lovelace"
    assert identity.facts.email == "ada@example.org"


def test_the_key_is_not_printed_with_the_identity(identity_file):
    identity = load_identity(identity_file, PASSPHRASE, SIGNED)

    assert "key" not in repr(identity).casefold().replace("_key", "")


@pytest.mark.parametrize("passphrase", ["wrong horse", "", "Correct horse battery"])
def test_a_wrong_passphrase_is_told_from_damage(identity_file, passphrase):
    with pytest.raises(WrongPassphraseError, match=r"ada\.p12"):
        load_identity(identity_file, passphrase, SIGNED)


@pytest.mark.parametrize("data", [b"", b"garbage", b"%PDF-1.7\n", b"\x30\x03\x02\x01\x03"])
def test_garbage_is_told_from_a_wrong_passphrase(tmp_path, data):
    file = tmp_path / "ada.p12"
    file.write_bytes(data)

    with pytest.raises(IdentityDamagedError):
        load_identity(file, PASSPHRASE, SIGNED)


def test_a_cut_identity_is_damaged(tmp_path, identity_file):
    file = tmp_path / "ada.p12"
    file.write_bytes(identity_file.read_bytes()[:-20])

    with pytest.raises(IdentityDamagedError):
        load_identity(file, PASSPHRASE, SIGNED)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(IdentityMissingError, match=r"ada\.p12"):
        load_identity(tmp_path / "ada.p12", PASSPHRASE, SIGNED)


def test_an_identity_without_its_key_is_damaged(tmp_path):
    identity = made_identity()
    file = tmp_path / "ada.p12"
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", None, identity.certificate, None, NoEncryption()
        )
    )

    with pytest.raises(IdentityDamagedError):
        load_identity(file, "", SIGNED)


def test_an_expired_certificate_cannot_sign(identity_file):
    with pytest.raises(CertificateExpiredError, match="2029-01-02"):
        load_identity(identity_file, PASSPHRASE, SIGNED.replace(year=2030))


def test_a_certificate_cannot_sign_before_it_begins(identity_file):
    with pytest.raises(CertificateNotYetValidError, match="clock"):
        load_identity(identity_file, PASSPHRASE, CREATED - dt.timedelta(seconds=1))


@pytest.mark.parametrize(
    ("usage", "purposes"),
    [("key_encipherment", ()), ("digital_signature", (SERVER_AUTHENTICATION,))],
)
def test_a_certificate_for_something_else_cannot_sign(tmp_path, usage, purposes):
    file = saved(tmp_path, made_identity(usage=usage, purposes=purposes))

    with pytest.raises(NoSigningUsageError):
        load_identity(file, "", SIGNED)


@pytest.mark.parametrize(
    ("usage", "purposes"),
    [("content_commitment", ()), (None, ()), (None, (EMAIL_PROTECTION,))],
)
def test_a_certificate_that_allows_signing_signs(tmp_path, usage, purposes):
    file = saved(tmp_path, made_identity(usage=usage, purposes=purposes))

    assert load_identity(file, "", SIGNED).facts.name == "Ada Lovelace"


@pytest.mark.parametrize(
    "key",
    [rsa.generate_private_key(65537, 1024), ec.generate_private_key(ec.SECP521R1())],
    ids=["rsa-1024", "p-521"],
)
def test_a_key_that_readers_would_reject_is_refused(tmp_path, key):
    file = saved(tmp_path, made_identity(key=key))

    with pytest.raises(UnsupportedKeyError):
        load_identity(file, "", SIGNED)
