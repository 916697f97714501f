"""How much evidence a signature can carry along: what was asked for, less what cannot be had.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography import x509

from app.services.signing import Level, Stamping
from app.signing.errors import CertificateRevokedError, TimeStampError
from app.signing.identity import Identity
from app.signing.revocation import Lists, NoProofError, Proof, proof_for, read_lists
from app.signing.stamp_check import check_stamp
from app.signing.time_stamp import token_for_digest, unstamped

LASTING: Final = frozenset({Level.B_LT, Level.B_LTA})
"""The levels that prove that no certificate was revoked."""
UNPROVED: Final = Proof()
_NOTHING: Final = hashlib.sha256(b"").digest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one signature at `at` carries along, and what keeps it from carrying more.

    `authority` is blank for a signature without a time stamp; `sample` is a stamp of that
    authority over nothing, which tells how long its stamps are and who makes them.
    """

    level: Level
    at: datetime
    authority: str = ""
    sample: bytes = b""
    proof: Proof = UNPROVED
    remarks: tuple[str, ...] = ()


def evidence_for(identity: Identity, stamping: Stamping, at: datetime) -> Evidence:
    """What a signature of `identity` at the aware moment `at` can carry along.

    Raises:
        RevocationError: A revocation list that was supplied cannot be read.
        CertificateRevokedError: The identity's certificate was revoked.
    """
    lists = read_lists(stamping.revocation)
    if stamping.level is Level.B_B:
        return Evidence(Level.B_B, at)
    if not stamping.authority:
        return Evidence(Level.B_B, at, remarks=_without_authority(stamping.level))
    try:
        sample = token_for_digest(_NOTHING, stamping.authority, at)
    except TimeStampError as error:
        return Evidence(Level.B_B, at, remarks=(unstamped(error),))
    if stamping.level not in LASTING:
        return Evidence(Level.B_T, at, stamping.authority, sample)
    try:
        proof = _proof(identity, sample, lists, at)
    except NoProofError as error:
        remark = f"The signature reaches B-T instead of {stamping.level.value}, because {error}."
        return Evidence(Level.B_T, at, stamping.authority, sample, remarks=(remark,))
    return Evidence(stamping.level, at, stamping.authority, sample, proof)


def sampled(authority: str) -> Evidence:
    """What a stamp over a whole file needs: a first stamp of its authority, and that one's time.

    Raises:
        TimeStampError: There is none, or no authority is named.
    """
    if not authority:
        raise TimeStampError(
            "There is no time stamp, because no time-stamp server is named: name one in the "
            "settings, or with --timestamp."
        )
    sample = token_for_digest(_NOTHING, authority)
    at = check_stamp(sample, lambda _: _NOTHING, ()).report.at
    assert at is not None  # noqa: S101 - a stamp that was believed has a time
    return Evidence(Level.B_T, at, authority, sample)


def without_stamp(evidence: Evidence, error: TimeStampError) -> Evidence:
    """What is left when the authority fails between its sample and the real stamp."""
    return Evidence(Level.B_B, evidence.at, remarks=(unstamped(error),))


def _without_authority(asked: Level) -> tuple[str, ...]:
    if asked not in LASTING:
        return ()
    return (
        f"The signature reaches B-B instead of {asked.value}, because no time-stamp server is "
        "named.",
    )


def _proof(identity: Identity, sample: bytes, lists: Lists, at: datetime) -> Proof:
    own = proof_for(identity.certificate, identity.issuers, lists, at)
    authority, *others = _stamping_certificates(sample)
    try:
        return own + proof_for(authority, [*others, *identity.issuers], lists, at)
    except CertificateRevokedError as error:
        raise NoProofError("the time-stamp server's certificate was revoked") from error


def _stamping_certificates(sample: bytes) -> tuple[x509.Certificate, ...]:
    return check_stamp(sample, lambda _: _NOTHING, ()).chain
