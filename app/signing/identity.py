"""Opening a signing identity kept in a PKCS#12 file.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeGuard

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from app.services.signing import CertificateFacts
from app.signing.certificates import facts_of, may_sign
from app.signing.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    IdentityDamagedError,
    IdentityMissingError,
    NoSigningUsageError,
    UnsupportedKeyError,
    WrongPassphraseError,
)

MAX_IDENTITY_BYTES = 1 << 20
"""A PKCS#12 file of one key is a few kilobytes."""
MIN_RSA_BITS = 2048
"""NIST SP 800-131A: shorter RSA keys may not sign."""

SigningKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Identity:
    """A private key with its certificate and the certificates of its issuers, nearest first."""

    key: SigningKey = field(repr=False)
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...] = ()

    @property
    def facts(self) -> CertificateFacts:
        """What the certificate says."""
        return facts_of(self.certificate)


def load_identity(path: Path, passphrase: str, at: datetime) -> Identity:
    """The identity in `path`, fit for signing at the aware moment `at`.

    Raises:
        IdentityMissingError: The file is not there or may not be read.
        IdentityDamagedError: It is no PKCS#12 file, or lacks the key or the certificate.
        WrongPassphraseError: It is one, and the passphrase does not open it.
        CertificateExpiredError: Its certificate ended before `at`.
        CertificateNotYetValidError: Its certificate begins after `at`.
        NoSigningUsageError: Its certificate is for something else.
        UnsupportedKeyError: Its key is neither RSA of 2048 bits nor P-256 or P-384.
    """
    data = _read(path)
    _check_structure(path, data)
    identity = _decrypt(path, data, passphrase)
    _check_validity(path, identity.certificate, at.astimezone(UTC))
    if not may_sign(identity.certificate):
        raise NoSigningUsageError(
            f"The certificate in {path.name} is not meant for signing documents: "
            "use one with the key usage digital signature or non-repudiation.",
            file=str(path),
        )
    return identity


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_IDENTITY_BYTES + 1)
    except OSError as error:
        raise IdentityMissingError(
            f"The identity {path.name} cannot be opened ({error.strerror}): choose its file again.",
            file=str(path),
        ) from error


def _check_structure(path: Path, data: bytes) -> None:
    """Tell garbage from a wrong passphrase, which cryptography reports alike."""
    try:
        version = asn1_pkcs12.Pfx.load(data, strict=True)["version"].native
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(path) from error
    if version != "v3" or len(data) > MAX_IDENTITY_BYTES:
        raise _damaged(path)


def _damaged(path: Path) -> IdentityDamagedError:
    return IdentityDamagedError(
        f"{path.name} is damaged or not a signing identity: choose a .p12 or .pfx file.",
        file=str(path),
    )


def _decrypt(path: Path, data: bytes, passphrase: str) -> Identity:
    try:
        bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    except ValueError as error:
        raise WrongPassphraseError(
            f"The passphrase does not open {path.name}: type it again.", file=str(path)
        ) from error
    if bundle.key is None or bundle.cert is None:
        raise _damaged(path)
    key, certificate = bundle.key, bundle.cert.certificate
    if not _supported(key):
        raise UnsupportedKeyError(
            f"The key in {path.name} cannot sign documents: "
            f"use RSA with {MIN_RSA_BITS} bits or more, or an elliptic curve P-256 or P-384.",
            file=str(path),
        )
    if key.public_key() != certificate.public_key():
        raise _damaged(path)
    return Identity(key, certificate, tuple(each.certificate for each in bundle.additional_certs))


def _supported(key: object) -> TypeGuard[SigningKey]:
    match key:
        case rsa.RSAPrivateKey():
            return key.key_size >= MIN_RSA_BITS
        case ec.EllipticCurvePrivateKey():
            return key.curve.name in {"secp256r1", "secp384r1"}
        case _:
            return False


def _check_validity(path: Path, certificate: x509.Certificate, at: datetime) -> None:
    if at > certificate.not_valid_after_utc:
        raise CertificateExpiredError(
            f"The certificate in {path.name} expired on {certificate.not_valid_after_utc:%Y-%m-%d}:"
            " make or choose another identity.",
            file=str(path),
        )
    if at < certificate.not_valid_before_utc:
        raise CertificateNotYetValidError(
            f"The certificate in {path.name} is not valid before "
            f"{certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC: check this computer's clock.",
            file=str(path),
        )
