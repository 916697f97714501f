"""Making a self-signed signing identity and writing it as PKCS#12.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    KeySerializationEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.services.signing import CertificateFacts, IdentityRequest
from app.signing.certificates import DOCUMENT_SIGNING, facts_of
from app.signing.errors import (
    IdentityDetailError,
    IdentityExistsError,
    IdentityNotWrittenError,
    PassphraseTooShortError,
)
from app.signing.new_files import OWNER_ONLY, WORLD_READABLE, write_new
from app.signing.pkcs12_mac import strengthened

KEY_BITS = 3072
"""RSA; NIST SP 800-57 part 1 rates it at 128 bits of strength."""
KEY_DERIVATION_ROUNDS = 600_000
"""Rounds between the passphrase and the keys for encryption and integrity."""
MIN_PASSPHRASE_LENGTH = 8
"""Characters; the file may be copied and then guessed at without limit."""
MAX_YEARS = 10
MAX_NAME_LENGTH = 64
"""Bytes of UTF-8 in a name part: RFC 5280 has it in characters, cryptography in bytes."""

_EMAIL = re.compile(r"[!-?A-~]+@[!-?A-~]+", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


def create_identity(
    request: IdentityRequest, file: Path, passphrase: str, created_at: datetime
) -> CertificateFacts:
    """Write the identity to `file` and its public certificate to `file` with `.crt`.

    The certificate is valid from `created_at` (aware) for `request.years`.

    Raises:
        IdentityDetailError: A detail cannot go into a certificate.
        PassphraseTooShortError: It has fewer than `MIN_PASSPHRASE_LENGTH` characters.
        IdentityExistsError: One of the two files exists.
        IdentityNotWrittenError: The disk refused.
    """
    _check_request(request)
    _check_passphrase(passphrase)
    public = file.with_suffix(".crt")
    _refuse_existing(file, public)
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    certificate = _self_signed(request, key, created_at.astimezone(UTC).replace(microsecond=0))
    _write(file, _pkcs12(request.name, key, certificate, passphrase), OWNER_ONLY)
    _write(public, certificate.public_bytes(Encoding.PEM), WORLD_READABLE)
    return facts_of(certificate)


def _check_request(request: IdentityRequest) -> None:
    for field in ("name", "organisation", "unit"):
        _check_name(field, getattr(request, field), required=field != "unit")
    if not _EMAIL.fullmatch(request.email):
        raise IdentityDetailError("Give an e-mail address such as ada@example.org.", field="email")
    if request.country and not _COUNTRY.fullmatch(request.country):
        raise IdentityDetailError(
            "Give the country as two capital letters, for example GR, or leave it blank.",
            field="country",
        )
    if not 1 <= request.years <= MAX_YEARS:
        raise IdentityDetailError(
            f"Choose a validity between 1 and {MAX_YEARS} years.", field="years"
        )


def _check_name(field: str, text: str, *, required: bool) -> None:
    if required and not text.strip():
        raise IdentityDetailError(f"Fill in the {field}.", field=field)
    if not text.isprintable():
        raise IdentityDetailError(
            f"Remove line breaks and control characters from the {field}.", field=field
        )
    if len(text.encode()) > MAX_NAME_LENGTH:
        raise IdentityDetailError(
            f"Shorten the {field} to {MAX_NAME_LENGTH} characters, of which those beyond plain "
            "English letters count double or more.",
            field=field,
        )


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase) < MIN_PASSPHRASE_LENGTH:
        raise PassphraseTooShortError(
            f"Choose a passphrase of at least {MIN_PASSPHRASE_LENGTH} characters.",
            minimum=str(MIN_PASSPHRASE_LENGTH),
        )


def _refuse_existing(*paths: Path) -> None:
    for path in paths:
        if os.path.lexists(path):
            raise IdentityExistsError(
                f"{path.name} exists and is not replaced: choose another name.", file=str(path)
            )


def _self_signed(
    request: IdentityRequest, key: rsa.RSAPrivateKey, created_at: datetime
) -> x509.Certificate:
    name = _distinguished_name(request)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(created_at)
        .not_valid_after(_years_later(created_at, request.years))
    )
    for extension, critical in _extensions(request, key):
        builder = builder.add_extension(extension, critical)
    return builder.sign(key, hashes.SHA256())


def _distinguished_name(request: IdentityRequest) -> x509.Name:
    """Only these four attributes: others are spelt differently from reader to reader."""
    parts = (
        (NameOID.COUNTRY_NAME, request.country),
        (NameOID.ORGANIZATION_NAME, request.organisation),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, request.unit),
        (NameOID.COMMON_NAME, request.name),
    )
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts if text])


def _extensions(
    request: IdentityRequest, key: rsa.RSAPrivateKey
) -> list[tuple[x509.ExtensionType, bool]]:
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    purposes = x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (usage, True),
        (purposes, False),
        (x509.SubjectAlternativeName([x509.RFC822Name(request.email)]), False),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
    ]


def _years_later(moment: datetime, years: int) -> datetime:
    """One second short of the anniversary; 29 February ends on 28 February."""
    try:
        anniversary = moment.replace(year=moment.year + years)
    except ValueError:
        anniversary = moment.replace(year=moment.year + years, day=28)
    return anniversary - timedelta(seconds=1)


def _pkcs12(
    name: str, key: rsa.RSAPrivateKey, certificate: x509.Certificate, passphrase: str
) -> bytes:
    data = pkcs12.serialize_key_and_certificates(
        name.encode(), key, certificate, None, _encryption(passphrase)
    )
    return strengthened(data, passphrase, KEY_DERIVATION_ROUNDS)


def _encryption(passphrase: str) -> KeySerializationEncryption:
    """Spelt out, because the library's "best available" means 20,000 rounds."""
    return (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(KEY_DERIVATION_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )


def _write(path: Path, data: bytes, mode: int) -> None:
    try:
        write_new(path, data, mode)
    except FileExistsError as error:
        raise IdentityExistsError(
            f"{path.name} exists and is not replaced: choose another name.", file=str(path)
        ) from error
    except OSError as error:
        raise IdentityNotWrittenError(
            f"{path.name} could not be written ({error.strerror}): choose another folder.",
            file=str(path),
        ) from error
