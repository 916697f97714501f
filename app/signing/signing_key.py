"""A private key that signs, wherever it is kept: in memory or on a token.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass, field
from typing import Protocol, TypeGuard

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

MIN_RSA_BITS = 2048
"""NIST SP 800-131A: shorter RSA keys may not sign."""
CURVES = frozenset({"secp256r1", "secp384r1"})
"""The elliptic curves that readers of PDF and of Word both know."""

PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


class SigningKey(Protocol):
    """What every signature here is made with, always over a SHA-256 digest."""

    @property
    def public(self) -> PublicKey:
        """The half that verifies, which also tells RSA from an elliptic curve."""
        ...

    def sign(self, data: bytes) -> bytes:
        """The signature over `data`: PKCS #1 v1.5 of RSA, or the two numbers of ECDSA in DER.

        Raises:
            SigningError: The token that holds the key did not sign.
        """
        ...


@dataclass(frozen=True, slots=True)
class SoftwareKey:
    """A key in memory; implements `SigningKey`."""

    private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def public(self) -> PublicKey:
        """As the protocol says."""
        return self.private.public_key()

    def sign(self, data: bytes) -> bytes:
        """As the protocol says."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self.private.sign(data, ec.ECDSA(hashes.SHA256()))


def serves(public: object) -> TypeGuard[PublicKey]:
    """Whether readers accept signatures of such a key: RSA of 2048 bits, P-256 or P-384."""
    match public:
        case rsa.RSAPublicKey():
            return public.key_size >= MIN_RSA_BITS
        case ec.EllipticCurvePublicKey():
            return public.curve.name in CURVES
        case _:
            return False
