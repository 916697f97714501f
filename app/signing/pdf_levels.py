"""How much evidence a PDF carries for one of its signatures: the levels of EN 319 142-1.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.x509 import ocsp
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from app.services.signing import Level
from app.services.verifying import Form, Profile
from app.signing.pdf_reading import READER_FAILURES
from app.signing.stamp_check import CheckedStamp
from app.signing.validation_data import Proofs, is_proved, path_of

MOST_PROOFS = 200
"""Certificates, lists and answers of each kind that are looked at."""


@dataclass(frozen=True, slots=True)
class PlacedStamp:
    """A time stamp over the document that was checked, and the revision it made."""

    checked: CheckedStamp
    revision: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a file holds beside one signature: its stamp, and the stamps over the document."""

    chain: tuple[x509.Certificate, ...]
    """The signer's certificate and those the signature brought along."""
    revision: int
    stamp: CheckedStamp | None
    later: tuple[PlacedStamp, ...]


def profile_of(reader: PdfFileReader, evidence: Evidence, *, pades: bool) -> Profile:
    """The highest level of which everything is there and holds."""
    if not pades:
        return Profile(Form.CMS)
    stamps = [one for one in (evidence.stamp,) if one is not None and one.report.holds]
    later = [
        placed
        for placed in evidence.later
        if placed.revision > evidence.revision and placed.checked.report.holds
    ]
    if not stamps and not later:
        return Profile(Form.PADES, Level.B_B)
    first = stamps[0] if stamps else later[0].checked
    if not _proved(evidence.chain, first, proofs_in(reader)):
        return Profile(Form.PADES, Level.B_T)
    sealed = (proofs_in(reader.get_historical_resolver(placed.revision)) for placed in later)
    if any(_proved(evidence.chain, first, proofs) for proofs in sealed):
        return Profile(Form.PADES, Level.B_LTA)
    return Profile(Form.PADES, Level.B_LT)


def proofs_in(handler: PdfFileReader | HistoricalResolver) -> Proofs:
    """The document's store of validation data (DSS); empty where it cannot be read."""
    try:
        store = handler.root["/DSS"]
        return Proofs(
            tuple(map(x509.load_der_x509_certificate, _streams(store, "/Certs"))),
            tuple(map(x509.load_der_x509_crl, _streams(store, "/CRLs"))),
            tuple(map(ocsp.load_der_ocsp_response, _streams(store, "/OCSPs"))),
        )
    except READER_FAILURES:
        return Proofs()


def _streams(store: DictionaryObject, key: str) -> list[bytes]:
    found = store[key] if key in store else ArrayObject()
    if len(found) > MOST_PROOFS:
        raise ValueError(key)
    return [each.get_object().read_data(DecodePurpose.CRL) for each in found]


def _proved(chain: Sequence[x509.Certificate], stamp: CheckedStamp, proofs: Proofs) -> bool:
    """Whether the proofs reach from signer and time-stamp authority up to their roots.

    A signer who vouches for nobody but themselves has nothing that could be revoked, and gains
    no level by it.
    """
    signer = path_of(chain[0], (*chain[1:], *proofs.certificates))
    authority = path_of(stamp.chain[0], (*stamp.chain[1:], *proofs.certificates))
    if len(signer) < 2:
        return False
    return is_proved(signer, proofs) and is_proved(authority, proofs)
