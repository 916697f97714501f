"""Whether a revocation list tells of a certificate at all: RFC 5280, 5.2 and 6.3.3.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from app.signing.certificates import may_issue

_HANDLED: Final = (x509.IssuingDistributionPoint,)
"""Critical extensions that are obeyed here. A list with another one, such as one that holds only
what changed since an earlier list, does not clear whom it leaves out."""


def tells_of(
    found: x509.CertificateRevocationList, certificate: x509.Certificate, issuer: x509.Certificate
) -> bool:
    """Whether `issuer`, being allowed to, signed the list, and it covers `certificate`.

    Its dates are not looked at.
    """
    try:
        return (
            found.issuer == issuer.subject
            and _may_sign_lists(issuer)
            and found.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]  # other keys raise TypeError
            and _covers(found, certificate)
        )
    except (TypeError, ValueError, UnsupportedAlgorithm):
        return False


def _may_sign_lists(issuer: x509.Certificate) -> bool:
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign
    except x509.ExtensionNotFound:
        return True


def _covers(found: x509.CertificateRevocationList, certificate: x509.Certificate) -> bool:
    for extension in found.extensions:
        if extension.critical and not isinstance(extension.value, _HANDLED):
            return False
        if isinstance(extension.value, x509.DeltaCRLIndicator):
            return False
        if isinstance(extension.value, x509.IssuingDistributionPoint) and not _is_part_of(
            certificate, extension.value
        ):
            return False
    return True


def _is_part_of(certificate: x509.Certificate, scope: x509.IssuingDistributionPoint) -> bool:
    """Whether a list of this scope lists `certificate` if it is revoked for whatever reason."""
    if scope.only_some_reasons or scope.indirect_crl or scope.only_contains_attribute_certs:
        return False
    if scope.only_contains_user_certs and may_issue(certificate):
        return False
    if scope.only_contains_ca_certs and not may_issue(certificate):
        return False
    if scope.relative_name is not None:
        return False
    return scope.full_name is None or any(name in scope.full_name for name in _places(certificate))


def _places(certificate: x509.Certificate) -> Iterator[x509.GeneralName]:
    """Where the certificate says that its lists are."""
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except x509.ExtensionNotFound:
        return
    for point in points:
        yield from point.full_name or ()
