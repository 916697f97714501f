import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from app.signing.signing_key import SigningKey, SoftwareKey, serves


def test_an_rsa_key_signs_with_sha256():
    key: SigningKey = SoftwareKey(rsa.generate_private_key(65537, 2048))

    signature = key.sign(b"the plan")

    assert isinstance(key.public, rsa.RSAPublicKey)
    key.public.verify(signature, b"the plan", padding.PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_an_elliptic_curve_signs_with_sha256(curve):
    key: SigningKey = SoftwareKey(ec.generate_private_key(curve))

    signature = key.sign(b"the plan")

    assert isinstance(key.public, ec.EllipticCurvePublicKey)
    key.public.verify(signature, b"the plan", ec.ECDSA(hashes.SHA256()))


def test_a_key_is_not_printed():
    assert repr(SoftwareKey(ec.generate_private_key(ec.SECP256R1()))) == "SoftwareKey()"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (rsa.generate_private_key(65537, 2048), True),
        (rsa.generate_private_key(65537, 1024), False),
        (ec.generate_private_key(ec.SECP256R1()), True),
        (ec.generate_private_key(ec.SECP521R1()), False),
        (ed25519.Ed25519PrivateKey.generate(), False),
    ],
)
def test_only_what_readers_know_serves(key, expected):
    assert serves(key.public_key()) is expected
