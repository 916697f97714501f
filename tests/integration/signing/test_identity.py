from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa

from app.signing.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    NoSigningUsageError,
    UnsupportedKeyError,
)
from app.signing.identity import certificate_of, checked_key, fit, issuers_of
from tests.integration.signing.samples import CREATED, SIGNED, made_identity, private_key


def chain():
    root = made_identity(name="Root", usage="key_cert_sign", ca=True)
    middle = made_identity(name="Middle", usage="key_cert_sign", ca=True, issuer=root)
    return root, middle, made_identity(issuer=middle)


def test_the_chain_goes_from_the_nearest_issuer_to_the_root():
    root, middle, ada = chain()
    stranger = made_identity(name="Root", usage="key_cert_sign", ca=True)
    known = [each.certificate for each in (stranger, root, ada, middle)]

    assert issuers_of(ada.certificate, known) == (middle.certificate, root.certificate)
    assert issuers_of(ada.certificate, [root.certificate]) == ()
    assert issuers_of(root.certificate, known) == ()


def test_of_several_certificates_of_a_key_the_one_that_lasts_longest_is_its_own():
    ada = made_identity(days=10)
    renewed = made_identity(key=private_key(ada), days=20)
    other = made_identity(days=30)
    known = [each.certificate for each in (ada, renewed, other)]

    assert certificate_of(ada.key.public, known) == renewed.certificate
    assert certificate_of(ada.key.public, [other.certificate]) is None


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 1024),
        ec.generate_private_key(ec.SECP256K1()),
        ed25519.Ed25519PrivateKey.generate(),
        dsa.generate_private_key(2048),
    ],
    ids=["rsa-1024", "secp256k1", "ed25519", "dsa"],
)
def test_a_key_that_readers_do_not_know_is_refused(key):
    with pytest.raises(UnsupportedKeyError, match=r"here\.pem"):
        checked_key(key.public_key(), "here.pem")


def test_a_certificate_serves_from_its_first_to_its_last_moment():
    ada = made_identity(days=10)

    for at in (CREATED, CREATED + timedelta(days=10)):
        assert fit(ada, "here", at) is ada
    with pytest.raises(CertificateNotYetValidError, match="clock"):
        fit(ada, "here", CREATED - timedelta(seconds=1))
    with pytest.raises(CertificateExpiredError, match="expired on 2026-01-12"):
        fit(ada, "here", CREATED + timedelta(days=10, seconds=1))


def test_moments_of_other_time_zones_are_understood():
    ada = made_identity(days=10)
    local = datetime(2026, 1, 5, tzinfo=UTC).astimezone()

    assert fit(ada, "here", local) is ada


def test_a_certificate_for_something_else_is_refused():
    with pytest.raises(NoSigningUsageError, match="here"):
        fit(made_identity(usage="key_encipherment"), "here", SIGNED)
