"""The algorithms accepted in a package signature; SHA-1 and older can be forged and are not."""

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

DIGESTS = {
    "http://www.w3.org/2001/04/xmlenc#sha256": hashlib.sha256,
    "http://www.w3.org/2001/04/xmldsig-more#sha384": hashlib.sha384,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashlib.sha512,
}
_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
RSA_METHODS: dict[str, hashes.HashAlgorithm] = {
    _MORE + "rsa-sha256": hashes.SHA256(),
    _MORE + "rsa-sha384": hashes.SHA384(),
    _MORE + "rsa-sha512": hashes.SHA512(),
}
ECDSA_METHODS: dict[str, hashes.HashAlgorithm] = {
    _MORE + "ecdsa-sha256": hashes.SHA256(),
    _MORE + "ecdsa-sha384": hashes.SHA384(),
    _MORE + "ecdsa-sha512": hashes.SHA512(),
}


def weakness(algorithm: str) -> str:
    """What is wrong with an algorithm, as `... can be forged`; blank for one that is accepted."""
    if algorithm in DIGESTS or algorithm in RSA_METHODS or algorithm in ECDSA_METHODS:
        return ""
    name = algorithm.rpartition("#")[2] or "no algorithm"
    return f"{name}, which can be forged or is not known"


def digest_matches(algorithm: str, data: bytes, expected: str) -> bool:
    """Whether `expected` (Base64) is the digest of `data`; never for an unknown algorithm."""
    if algorithm not in DIGESTS:
        return False
    return DIGESTS[algorithm](data).digest() == decoded(expected)


def value_matches(method: str, key: PublicKeyTypes, data: bytes, value: bytes) -> bool:
    """Whether `value` is a signature of `data` by `key`; never for an unknown method."""
    try:
        if method in RSA_METHODS and isinstance(key, rsa.RSAPublicKey):
            key.verify(value, data, padding.PKCS1v15(), RSA_METHODS[method])
        elif method in ECDSA_METHODS and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(_der_signature(value), data, ec.ECDSA(ECDSA_METHODS[method]))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def decoded(text: str | None) -> bytes:
    """The bytes of Base64 text; empty for none, or for what is no Base64."""
    try:
        return base64.b64decode("".join((text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _der_signature(value: bytes) -> bytes:
    """XML-DSig writes an ECDSA signature as two numbers of equal length, side by side."""
    half = len(value) // 2
    return encode_dss_signature(
        int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big")
    )
