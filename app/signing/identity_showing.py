"""Looking into a file of an identity or a certificate, fit for signing or not.

Imports cryptography; itself imported only from inside functions.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography import x509

from app.services.identity_standing import Ask, IdentityStanding
from app.services.signing import KeyFile, SigningError
from app.signing.certificates import facts_of, may_issue, may_sign, valid_at
from app.signing.errors import IdentityMissingError
from app.signing.identity import certificate_of
from app.signing.identity_contents import Contents
from app.signing.identity_file import MAX_IDENTITY_BYTES, load_identity
from app.signing.identity_pem import is_pem, pem_contents
from app.signing.identity_pkcs12 import pkcs12_contents
from app.signing.trust import is_weak

_ENCRYPTED = b"ENCRYPTED"


def identity_standing(file: Path, ask: Ask, at: datetime) -> IdentityStanding:
    """What is in `file` (PKCS#12, PEM or a certificate), and whether it signs at `at`.

    Raises:
        SigningError: it cannot be read or opened, or holds no certificate.
    """
    data = _read(file)
    alone = _certificate(data)
    if alone is not None:
        return IdentityStanding(facts_of(alone), _against(alone, at))
    passphrase = ask() if not is_pem(data) or _ENCRYPTED in data else ""
    parse = pem_contents if is_pem(data) else pkcs12_contents
    contents = parse(data, passphrase, file.name)
    key = KeyFile(file, passphrase)
    own = _own(contents)
    if own is None:
        return IdentityStanding(load_identity(key, at).facts)
    try:
        load_identity(key, at)
    except SigningError as error:
        return IdentityStanding(facts_of(own), (error.message,))
    return IdentityStanding(facts_of(own))


def _read(file: Path) -> bytes:
    try:
        if not file.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(0, "no such file")
        with file.open("rb") as opened:
            return opened.read(MAX_IDENTITY_BYTES + 1)
    except OSError as error:
        raise IdentityMissingError(
            f"{file.name} cannot be opened ({error.strerror}): choose its file again.",
            file=str(file),
        ) from error


def _certificate(data: bytes) -> x509.Certificate | None:
    """The certificate in a file that holds no key; the holder's, if those of issuers are there."""
    try:
        if not is_pem(data):
            return x509.load_der_x509_certificate(data)
        if b"PRIVATE KEY-----" in data:
            return None
        return _holder(x509.load_pem_x509_certificates(data))
    except ValueError:
        return None


def _holder(certificates: Sequence[x509.Certificate]) -> x509.Certificate:
    return next((one for one in certificates if not may_issue(one)), certificates[0])


def _own(contents: Contents) -> x509.Certificate | None:
    if contents.key is None:
        return None
    return certificate_of(contents.key.public_key(), contents.certificates)


def _against(certificate: x509.Certificate, at: datetime) -> tuple[str, ...]:
    """Why nobody signs with a certificate that lies alone."""
    found = {
        "The key is not in this file: who signs needs the .p12 or .pem file that holds it.": True,
        "The certificate is not valid now.": not valid_at(certificate, at),
        "The certificate is not meant for signing documents.": not may_sign(certificate),
        "The key is too short to be relied on.": is_weak(certificate),
    }
    return tuple(sentence for sentence, applies in found.items() if applies)
