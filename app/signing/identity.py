"""A signing identity: a key, its certificate and those of its issuers; and whether it may sign.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from app.services.signing import CertificateFacts
from app.signing.certificates import facts_of, may_sign
from app.signing.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    NoSigningUsageError,
    UnsupportedKeyError,
)
from app.signing.signing_key import MIN_RSA_BITS, PublicKey, SigningKey, serves


@dataclass(frozen=True, slots=True)
class Identity:
    """A key that signs, with its certificate and those of its issuers, nearest first."""

    key: SigningKey = field(repr=False)
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...] = ()

    @property
    def facts(self) -> CertificateFacts:
        """What the certificate says."""
        return facts_of(self.certificate)


def certificate_of(
    public: PublicKey, certificates: Sequence[x509.Certificate]
) -> x509.Certificate | None:
    """The certificate of a key, the one that lasts longest of several; None without any."""
    own = [each for each in certificates if _is_of(each, public)]
    return max(own, key=lambda each: each.not_valid_after_utc, default=None)


def _is_of(certificate: x509.Certificate, public: PublicKey) -> bool:
    try:
        return certificate.public_key() == public
    except (ValueError, UnsupportedAlgorithm):
        return False


def issuers_of(
    certificate: x509.Certificate, certificates: Sequence[x509.Certificate]
) -> tuple[x509.Certificate, ...]:
    """The issuers of `certificate` among `certificates`, nearest first, up to the last known."""
    chain = [certificate]
    while (issuer := _issuer(chain[-1], certificates)) is not None and issuer not in chain:
        chain.append(issuer)
    return tuple(chain[1:])


def _issuer(
    certificate: x509.Certificate, certificates: Sequence[x509.Certificate]
) -> x509.Certificate | None:
    for each in certificates:
        try:
            certificate.verify_directly_issued_by(each)
        except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
            continue
        return each
    return None


def checked_key(public: object, where: str) -> PublicKey:
    """The public half of a key kept in `where`.

    Raises:
        UnsupportedKeyError: It is neither RSA of 2048 bits nor P-256 or P-384.
    """
    if not serves(public):
        raise UnsupportedKeyError(
            f"The key in {where} cannot sign documents: "
            f"use RSA with {MIN_RSA_BITS} bits or more, or an elliptic curve P-256 or P-384.",
            file=where,
        )
    return public


def fit(identity: Identity, where: str, at: datetime) -> Identity:
    """The identity kept in `where`, its certificate fit for signing at the aware moment `at`.

    Raises:
        CertificateExpiredError: It ended before `at`.
        CertificateNotYetValidError: It begins after `at`.
        NoSigningUsageError: It is for something else.
    """
    _check_validity(where, identity.certificate, at.astimezone(UTC))
    if not may_sign(identity.certificate):
        raise NoSigningUsageError(
            f"The certificate in {where} is not meant for signing documents: "
            "use one with the key usage digital signature or non-repudiation.",
            file=where,
        )
    return identity


def _check_validity(where: str, certificate: x509.Certificate, at: datetime) -> None:
    if at > certificate.not_valid_after_utc:
        raise CertificateExpiredError(
            f"The certificate in {where} expired on {certificate.not_valid_after_utc:%Y-%m-%d}:"
            " make or choose another identity.",
            file=where,
        )
    if at < certificate.not_valid_before_utc:
        raise CertificateNotYetValidError(
            f"The certificate in {where} is not valid before "
            f"{certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC: check this computer's clock.",
            file=where,
        )
