from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from app.services.signing import SigningError
from app.signing.errors import IdentityDamagedError, IdentityMissingError, WrongPassphraseError
from app.signing.identity_showing import identity_standing
from tests.integration.signing.samples import CREATED, PASSPHRASE, SIGNED

LATE = SIGNED + timedelta(days=5000)


def never() -> str:
    raise AssertionError("nobody is asked")


def secret() -> str:
    return PASSPHRASE


@pytest.fixture(scope="module")
def bundle(identity_file):
    return pkcs12.load_pkcs12(identity_file.read_bytes(), PASSPHRASE.encode())


@pytest.fixture
def pem(tmp_path, bundle):
    """Return a function that writes key and certificate into a PEM file."""

    def written(encryption, *, certificate=True, key=None):
        path = tmp_path / "id.pem"
        private = (key or bundle.key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        public = bundle.cert.certificate.public_bytes(Encoding.PEM) if certificate else b""
        path.write_bytes(private + public)
        return path

    return written


def test_an_identity_that_signs_is_shown(identity_file):
    found = identity_standing(identity_file, secret, SIGNED)

    assert (found.facts.name, found.signs) == ("Ada Lovelace", True)


def test_an_identity_that_has_expired_is_shown_with_the_reason(identity_file):
    found = identity_standing(identity_file, secret, LATE)

    assert found.facts.name == "Ada Lovelace"
    (why,) = found.refusals
    assert "expired on" in why


@pytest.mark.parametrize("encrypted", [True, False])
def test_a_pem_identity_is_shown_and_a_passphrase_asked_only_where_it_is_needed(pem, encrypted):
    encryption = BestAvailableEncryption(PASSPHRASE.encode()) if encrypted else NoEncryption()

    found = identity_standing(pem(encryption), secret if encrypted else never, SIGNED)

    assert (found.facts.name, found.signs) == ("Ada Lovelace", True)


@pytest.mark.parametrize("form", [Encoding.PEM, Encoding.DER])
def test_a_certificate_alone_needs_no_passphrase_and_signs_nothing(tmp_path, bundle, form):
    path = tmp_path / "ada.crt"
    path.write_bytes(bundle.cert.certificate.public_bytes(form))

    found, later = (identity_standing(path, never, at) for at in (SIGNED, LATE))

    assert found.facts.name == "Ada Lovelace"
    assert [why.partition(":")[0] for why in found.refusals] == ["The key is not in this file"]
    assert "The certificate is not valid now." in later.refusals


def test_a_key_without_its_certificate_is_refused(pem):
    with pytest.raises(SigningError):
        identity_standing(pem(NoEncryption(), certificate=False), never, SIGNED)


def test_a_key_of_another_certificate_is_refused(pem):
    other = rsa.generate_private_key(65537, 2048)

    with pytest.raises(SigningError):
        identity_standing(pem(NoEncryption(), key=other), never, SIGNED)


def test_the_wrong_passphrase_and_garbage_are_told_apart(identity_file, tmp_path):
    (tmp_path / "x.p12").write_bytes(b"garbage")

    with pytest.raises(WrongPassphraseError):
        identity_standing(identity_file, lambda: "wrong", SIGNED)
    with pytest.raises(IdentityDamagedError):
        identity_standing(tmp_path / "x.p12", lambda: "x", CREATED)


def test_what_is_no_file_is_told(tmp_path):
    for path in (tmp_path, tmp_path / "none.crt"):
        with pytest.raises(IdentityMissingError):
            identity_standing(path, never, SIGNED)
