"""What certificates say: facts, fingerprints and whether they may sign documents.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.services.signing import CertificateFacts
from app.signing.errors import NotACertificateError

DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""RFC 9336."""
SIGNING_PURPOSES = frozenset(
    {
        DOCUMENT_SIGNING,
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),  # Microsoft document signing
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        ExtendedKeyUsageOID.CLIENT_AUTH,  # what many personal certificates carry alone
    }
)
"""Extended key usages of which one is enough for signing a document."""


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    """The certificate in words; a common name it lacks becomes the whole subject."""
    subject = certificate.subject.rfc4514_string()
    return CertificateFacts(
        name=_first(certificate.subject, NameOID.COMMON_NAME) or subject,
        email=_email(certificate),
        organisation=_first(certificate.subject, NameOID.ORGANIZATION_NAME),
        subject=subject,
        issuer=certificate.issuer.rfc4514_string(),
        serial=_hexadecimal(certificate.serial_number),
        fingerprint=fingerprint(certificate),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        self_signed=certificate.issuer == certificate.subject,
    )


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the DER form as `AB:CD:…`, 32 pairs."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def may_sign(certificate: x509.Certificate) -> bool:
    """Whether key usage and purposes allow document signatures; absent ones allow all.

    RFC 5280, 4.2.1.3 and 4.2.1.12.
    """
    return _usage_allows(certificate) and _purpose_allows(certificate)


def may_issue(certificate: x509.Certificate) -> bool:
    """Whether the certificate is an authority's: a person's must not vouch for other people's."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def valid_at(certificate: x509.Certificate, moment: datetime) -> bool:
    """Whether the aware `moment` lies in the certificate's validity."""
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def read_trusted(blobs: Iterable[bytes]) -> tuple[x509.Certificate, ...]:
    """The certificates in PEM bundles and DER files.

    Raises:
        NotACertificateError: One of them is neither.
    """
    return tuple(certificate for blob in blobs for certificate in _read(blob))


def _read(blob: bytes) -> Sequence[x509.Certificate]:
    try:
        if b"-----BEGIN CERTIFICATE-----" in blob:
            return x509.load_pem_x509_certificates(blob)
        return (x509.load_der_x509_certificate(blob),)
    except ValueError as error:
        raise NotACertificateError(
            "One of the trusted certificates is not a certificate: "
            "supply the .crt file that came with the signed document."
        ) from error


def der(certificate: x509.Certificate) -> bytes:
    """The certificate as its signature algorithms see it."""
    return certificate.public_bytes(Encoding.DER)


def _hexadecimal(number: int) -> str:
    """Whole bytes, as openssl prints a serial number."""
    digits = f"{number:X}"
    return digits.zfill(len(digits) + len(digits) % 2)


def _usage_allows(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _purpose_allows(certificate: x509.Certificate) -> bool:
    try:
        purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return not SIGNING_PURPOSES.isdisjoint(purposes)


def _first(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = [attribute.value for attribute in name.get_attributes_for_oid(oid)]
    return str(values[0]) if values else ""


def _email(certificate: x509.Certificate) -> str:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        addresses = names.get_values_for_type(x509.RFC822Name)
    except x509.ExtensionNotFound:
        addresses = []
    return addresses[0] if addresses else _first(certificate.subject, NameOID.EMAIL_ADDRESS)
