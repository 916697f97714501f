"""The proof that certificates were not revoked: the lists their issuers publish (CRL).

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

from cryptography import x509

from app.signing.certificates import facts_of
from app.signing.errors import CertificateRevokedError, RevocationError
from app.signing.identity import issuers_of
from app.signing.list_scope import tells_of
from app.signing.web_request import MAX_ANSWER_BYTES, Question, WebRequestError, ask, is_web_address

MOST_ADDRESSES: Final = 4
"""Asked for one certificate's list; more would only keep people waiting."""

Certificates = Sequence[x509.Certificate]
Lists = tuple[x509.CertificateRevocationList, ...]


class NoProofError(Exception):
    """Nobody can say whether a certificate was revoked; the text goes on from "because"."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Certificates from a signer's up to the last known, and the lists that clear them."""

    certificates: tuple[x509.Certificate, ...] = ()
    lists: Lists = ()

    def __add__(self, other: "Proof") -> "Proof":
        """Both, each thing once."""
        certificates = [each for each in other.certificates if each not in self.certificates]
        lists = [each for each in other.lists if each not in self.lists]
        return Proof((*self.certificates, *certificates), (*self.lists, *lists))


def read_lists(files: Sequence[Path]) -> Lists:
    """The lists in the files, PEM or DER.

    Raises:
        RevocationError: One cannot be read, or is no list.
    """
    return tuple(_read_list(file) for file in files)


def _read_list(file: Path) -> x509.CertificateRevocationList:
    try:
        if not file.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(file)
        with file.open("rb") as opened:
            return _parsed(opened.read(MAX_ANSWER_BYTES + 1))
    except (OSError, ValueError) as error:
        raise RevocationError(
            f"{file.name} cannot be read as a revocation list: choose a .crl file of the issuer.",
            file=str(file),
        ) from error


def _parsed(data: bytes) -> x509.CertificateRevocationList:
    if b"-----BEGIN X509 CRL-----" in data:
        return x509.load_pem_x509_crl(data)
    return x509.load_der_x509_crl(data)


def proof_for(
    certificate: x509.Certificate, others: Certificates, lists: Lists, at: datetime
) -> Proof:
    """What clears `certificate` and its issuers among `others` at the aware moment `at`.

    Lists that are not among `lists` are fetched from the addresses in the certificates.

    Raises:
        CertificateRevokedError: One of them was revoked.
        NoProofError: A list is missing.
    """
    path = (certificate, *issuers_of(certificate, others))
    last = path[-1]
    if last.issuer != last.subject:
        raise NoProofError(f"the certificate that issued that of {facts_of(last).name} is missing")
    if len(path) == 1:
        raise NoProofError(
            f"the certificate of {facts_of(last).name} is self-signed, and nobody could revoke it"
        )
    used = [_clearing(each, issuer, lists, at) for each, issuer in pairwise(path)]
    return Proof(path, tuple(used))


def _clearing(
    certificate: x509.Certificate, issuer: x509.Certificate, lists: Lists, at: datetime
) -> x509.CertificateRevocationList:
    for each in chain(lists, _fetched(certificate)):
        if not (_is_current(each, at) and tells_of(each, certificate, issuer)):
            continue
        entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is not None and entry.revocation_date_utc <= at:
            raise CertificateRevokedError(
                f"The certificate of {facts_of(certificate).name} was revoked on "
                f"{entry.revocation_date_utc:%Y-%m-%d}: get a new one from its issuer.",
            )
        return each
    raise NoProofError(
        f"no valid revocation list of {facts_of(issuer).name} is at hand, which issued the "
        f"certificate of {facts_of(certificate).name}"
    )


def _is_current(found: x509.CertificateRevocationList, at: datetime) -> bool:
    if found.last_update_utc > at:
        return False
    return found.next_update_utc is None or found.next_update_utc >= at


def _fetched(certificate: x509.Certificate) -> Iterator[x509.CertificateRevocationList]:
    for address in _addresses(certificate)[:MOST_ADDRESSES]:
        try:
            yield _parsed(ask(Question(address)))
        except (WebRequestError, ValueError):
            continue


def _addresses(certificate: x509.Certificate) -> list[str]:
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except (x509.ExtensionNotFound, ValueError):
        return []
    names = [name for point in points for name in point.full_name or ()]
    found = [name.value for name in names if isinstance(name, x509.UniformResourceIdentifier)]
    return [address for address in found if is_web_address(address)]
