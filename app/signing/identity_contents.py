"""What a file of somebody's identity holds, before it is known to fit together."""

from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

from app.signing.errors import UnsupportedKeyError, WrongPassphraseError
from app.signing.signing_key import MIN_RSA_BITS

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Contents:
    """A key, if there is one, and certificates in no order that could be relied on."""

    key: PrivateKey | None = field(repr=False)
    certificates: tuple[x509.Certificate, ...]


def wrong_passphrase(name: str) -> WrongPassphraseError:
    """The passphrase does not open the file called `name`."""
    return WrongPassphraseError(f"The passphrase does not open {name}: type it again.", file=name)


def known_kind(key: PrivateKeyTypes, name: str) -> PrivateKey:
    """The key, if it is of a kind that signs documents; `name` is its file's.

    Raises:
        UnsupportedKeyError: It is neither RSA nor of an elliptic curve.
    """
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise unsupported(name)
    return key


def unsupported(name: str) -> UnsupportedKeyError:
    """The key in the file called `name` is of a kind that no reader here accepts."""
    return UnsupportedKeyError(
        f"The key in {name} cannot sign documents: "
        f"use RSA with {MIN_RSA_BITS} bits or more, or an elliptic curve P-256 or P-384.",
        file=name,
    )
