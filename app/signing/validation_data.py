"""What revocation lists and OCSP answers inside a file say about its certificates.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.signing.identity import issuers_of
from app.signing.list_scope import tells_of

_FAILURES = (
    *(ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm),
    x509.ExtensionNotFound,
)


@dataclass(frozen=True, slots=True)
class Proofs:
    """The validation data that a file carries along."""

    certificates: tuple[x509.Certificate, ...] = ()
    lists: tuple[x509.CertificateRevocationList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement about a certificate; `revoked_at` is None where it was not revoked."""

    revoked_at: datetime | None = None


def path_of(
    leaf: x509.Certificate, others: Sequence[x509.Certificate]
) -> tuple[x509.Certificate, ...]:
    """`leaf` and its issuers among `others`, nearest first, as far as they are known."""
    return (leaf, *issuers_of(leaf, others))


def is_proved(path: Sequence[x509.Certificate], proofs: Proofs) -> bool:
    """Whether the file tells of every certificate up to the root whether it was revoked."""
    if path[-1].issuer != path[-1].subject:
        return False
    return all(any(_told(one, issuer, proofs)) for one, issuer in pairwise(path))


def revoked_at(path: Sequence[x509.Certificate], proofs: Proofs) -> datetime | None:
    """The earliest moment at which one of the certificates was revoked; None for none."""
    told = (each for one, issuer in pairwise(path) for each in _told(one, issuer, proofs))
    return min((each.revoked_at for each in told if each.revoked_at is not None), default=None)


def _told(
    certificate: x509.Certificate, issuer: x509.Certificate, proofs: Proofs
) -> Iterator[_Told]:
    """What `proofs` that `issuer` stands behind say of `certificate`."""
    for crl in proofs.lists:
        if not tells_of(crl, certificate, issuer):
            continue
        try:
            entry = crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
        except _FAILURES:
            continue
        yield _Told(None if entry is None else entry.revocation_date_utc)
    for answer in proofs.answers:
        try:
            found = _answered(answer, certificate, issuer)
        except _FAILURES:
            continue
        if found is not None:
            yield found


def _answered(
    answer: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate
) -> _Told | None:
    if answer.serial_number != certificate.serial_number:
        return None
    _check_answer(answer, issuer)
    if answer.certificate_status is ocsp.OCSPCertStatus.UNKNOWN:
        return None
    return _Told(answer.revocation_time_utc)


def _check_answer(answer: ocsp.OCSPResponse, issuer: x509.Certificate) -> None:
    """The issuer signed it, or somebody whom the issuer certified for this purpose.

    Raises:
        InvalidSignature: nobody of those did.
        ValueError: the same.
    """
    try:
        _check_value(answer, issuer)
    except InvalidSignature:
        for helper in answer.certificates:
            helper.verify_directly_issued_by(issuer)
            purposes = helper.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
            if ExtendedKeyUsageOID.OCSP_SIGNING in purposes:
                _check_value(answer, helper)
                return
        raise


def _check_value(answer: ocsp.OCSPResponse, signer: x509.Certificate) -> None:
    key, digest = signer.public_key(), answer.signature_hash_algorithm
    if digest is None:
        raise InvalidSignature
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), digest)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(digest))
    else:
        raise InvalidSignature
