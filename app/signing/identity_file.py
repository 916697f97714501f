"""Opening a signing identity kept in a file: PKCS#12 or PEM, told apart by what is in it.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography import x509

from app.services.signing import KeyFile
from app.signing.errors import (
    CertificateMissingError,
    IdentityDamagedError,
    IdentityMissingError,
    KeyMismatchError,
    KeyMissingError,
)
from app.signing.identity import Identity, certificate_of, checked_key, fit, issuers_of
from app.signing.identity_contents import Contents
from app.signing.identity_pem import is_pem, pem_certificates, pem_contents
from app.signing.identity_pkcs12 import pkcs12_contents
from app.signing.signing_key import SoftwareKey

MAX_IDENTITY_BYTES = 1 << 20
"""The file of one key is a few kilobytes."""


def load_identity(key: KeyFile, at: datetime) -> Identity:
    """The identity in a file, fit for signing at the aware moment `at`.

    Raises:
        IdentityMissingError: A file is not there or may not be read.
        IdentityDamagedError: One is neither PKCS#12 nor PEM, or cannot be understood.
        WrongPassphraseError: The key is encrypted, and the passphrase does not open it.
        KeyMissingError: There is no key, or more than one.
        CertificateMissingError: There is no certificate.
        KeyMismatchError: No certificate is that of the key.
        UnsupportedKeyError: The key is neither RSA of 2048 bits nor P-256 or P-384.
        CertificateExpiredError: The certificate ended before `at`.
        CertificateNotYetValidError: The certificate begins after `at`.
        NoSigningUsageError: The certificate is for something else.
    """
    contents = _contents(key)
    certificates = [*contents.certificates, *_more_certificates(key.certificate)]
    return fit(_assembled(key.file.name, contents, certificates), key.file.name, at)


def _contents(key: KeyFile) -> Contents:
    data = _read(key.file)
    parse = pem_contents if is_pem(data) else pkcs12_contents
    return parse(data, key.passphrase, key.file.name)


def _more_certificates(file: Path | None) -> Sequence[x509.Certificate]:
    if file is None:
        return ()
    data = _read(file)
    try:
        if is_pem(data):
            return pem_certificates(data)
        return (x509.load_der_x509_certificate(data),)
    except ValueError as error:
        raise IdentityDamagedError(
            f"{file.name} is damaged or not a certificate: choose a .crt, .cer or .pem file.",
            file=str(file),
        ) from error


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(0, "no such file")
        with path.open("rb") as file:
            data = file.read(MAX_IDENTITY_BYTES + 1)
    except OSError as error:
        raise IdentityMissingError(
            f"The identity {path.name} cannot be opened ({error.strerror}): choose its file again.",
            file=str(path),
        ) from error
    if len(data) > MAX_IDENTITY_BYTES:
        raise IdentityDamagedError(
            f"{path.name} is too large to be a signing identity: choose a .p12, .pfx or .pem file.",
            file=str(path),
        )
    return data


def _assembled(name: str, contents: Contents, certificates: Sequence[x509.Certificate]) -> Identity:
    if contents.key is None:
        raise KeyMissingError(
            f"{name} holds no private key: choose the file with the key, not only the certificate.",
            file=name,
        )
    key = SoftwareKey(contents.key)
    public = checked_key(key.public, name)
    if not certificates:
        raise CertificateMissingError(
            f"{name} holds a key without its certificate: name the file with the certificate too.",
            file=name,
        )
    certificate = certificate_of(public, certificates)
    if certificate is None:
        raise KeyMismatchError(
            f"The certificate does not belong to the key in {name}: choose the one made for it.",
            file=name,
        )
    return Identity(key, certificate, issuers_of(certificate, certificates))
