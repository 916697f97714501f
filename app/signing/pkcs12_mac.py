"""Strengthening the integrity check of a PKCS#12 file against guessing of its passphrase.

cryptography stretches the encryption key as asked, but always writes this check with 2,048
rounds; whoever guesses would use the cheaper of the two. Imports asn1crypto; itself imported
only from inside the functions of `app.signing`.
"""

import hashlib
import hmac
import secrets

from asn1crypto import pkcs12

SALT_BYTES = 16
BLOCK_BYTES = 64
"""Of SHA-256."""
MAC_PURPOSE = 3
"""The diversifier for integrity keys: RFC 7292, B.3."""


def strengthened(data: bytes, passphrase: str, rounds: int) -> bytes:
    """The PKCS#12 file with its HMAC-SHA256 recomputed over a key of `rounds` rounds."""
    pfx = pkcs12.Pfx.load(data)
    salt = secrets.token_bytes(SALT_BYTES)
    key = mac_key(passphrase, salt, rounds)
    content = pfx["auth_safe"]["content"].native
    pfx["mac_data"] = {
        "mac": {
            "digest_algorithm": {"algorithm": "sha256"},
            "digest": hmac.digest(key, content, "sha256"),
        },
        "mac_salt": salt,
        "iterations": rounds,
    }
    return bytes(pfx.dump())


def mac_key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    """The integrity key of RFC 7292, B.2; one block of SHA-256 is all it needs."""
    secret = (passphrase + "\0").encode("utf-16-be")
    key = hashlib.sha256(bytes([MAC_PURPOSE]) * BLOCK_BYTES + _filled(salt) + _filled(secret))
    digest = key.digest()
    for _ in range(rounds - 1):
        digest = hashlib.sha256(digest).digest()
    return digest


def _filled(text: bytes) -> bytes:
    """Repeated and cut to whole blocks."""
    length = -(-len(text) // BLOCK_BYTES) * BLOCK_BYTES
    return (text * (length // len(text) + 1))[:length]
