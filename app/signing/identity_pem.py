"""What a PEM file holds: a private key in PKCS#8 or its traditional form, and certificates.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

import re

from asn1crypto import keys, pem
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from app.signing.errors import IdentityDamagedError, KeyMissingError
from app.signing.identity_contents import (
    Contents,
    PrivateKey,
    known_kind,
    unsupported,
    wrong_passphrase,
)

_BEGIN = b"-----BEGIN "
_BLOCK = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \1-----", re.DOTALL)
_CERTIFICATE = b"CERTIFICATE"
_KEYS = frozenset({b"PRIVATE KEY", b"ENCRYPTED PRIVATE KEY", b"RSA PRIVATE KEY", b"EC PRIVATE KEY"})
_OTHER_KEYS = frozenset({b"OPENSSH PRIVATE KEY", b"DSA PRIVATE KEY"})


def is_pem(data: bytes) -> bool:
    """Whether the bytes are PEM; PKCS#12 is binary."""
    return _BEGIN in data


def pem_contents(data: bytes, passphrase: str, name: str) -> Contents:
    """Key and certificates in `data`, the bytes of the file called `name`.

    A passphrase for a key that is not encrypted does no harm.

    Raises:
        IdentityDamagedError: A block cannot be understood.
        WrongPassphraseError: The key is encrypted, and the passphrase does not open it.
        KeyMissingError: There are several keys.
        UnsupportedKeyError: The key is of a kind that signs no documents.
    """
    blocks = list(_BLOCK.finditer(data))
    if any(block[1] in _OTHER_KEYS for block in blocks):
        raise unsupported(name)
    found = [block[0] for block in blocks if block[1] in _KEYS]
    if len(found) > 1:
        raise KeyMissingError(
            f"{name} holds {len(found)} private keys: keep the one to sign with in a file of its"
            " own.",
            file=name,
        )
    try:
        certificates = pem_certificates(data)
    except ValueError as error:
        raise _damaged(name) from error
    if not found and not certificates:
        raise _damaged(name)
    return Contents(_key(found[0], passphrase, name) if found else None, certificates)


def pem_certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in `data`.

    Raises:
        ValueError: One of them cannot be understood.
    """
    return tuple(
        x509.load_pem_x509_certificate(block[0])
        for block in _BLOCK.finditer(data)
        if block[1] == _CERTIFICATE
    )


def _key(block: bytes, passphrase: str, name: str) -> PrivateKey:
    encrypted = b"ENCRYPTED" in block
    if not _is_armoured(block):
        raise _damaged(name)
    try:
        key = load_pem_private_key(block, passphrase.encode() if encrypted else None)
    except UnsupportedAlgorithm as error:
        raise unsupported(name) from error
    except (ValueError, TypeError) as error:
        raise (wrong_passphrase(name) if encrypted else _damaged(name)) from error
    return known_kind(key, name)


def _is_armoured(block: bytes) -> bool:
    """Tell damage from a wrong passphrase, which cryptography reports alike."""
    try:
        kind, _, content = pem.unarmor(block)
        if kind == "ENCRYPTED PRIVATE KEY":
            keys.EncryptedPrivateKeyInfo.load(content, strict=True).native  # noqa: B018 - parses
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _damaged(name: str) -> IdentityDamagedError:
    return IdentityDamagedError(
        f"{name} is damaged or not a signing identity: choose a .p12, .pfx or .pem file.",
        file=name,
    )
