"""Judging one time stamp of RFC 3161: what it stamps, who made it, when.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from asn1crypto import cms, core
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.general import extract_certificate_info, extract_signer_info
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from app.services.verifying import TimeStampReport
from app.signing.certificates import facts_of, valid_at
from app.signing.pdf_reading import READER_FAILURES
from app.signing.trust import ACCEPTED_DIGESTS, is_weak, trust_in

CLOCKS_APART: Final = timedelta(minutes=5)
"""How far the signer's clock may run ahead of the authority's."""

DigestOf = Callable[[str], bytes]
"""The digest of what is stamped, by the name of the algorithm (`sha256`)."""


@dataclass(frozen=True, slots=True)
class CheckedStamp:
    """The report, and the certificates that the stamp brought along, the authority's first."""

    report: TimeStampReport
    chain: tuple[x509.Certificate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    """A time-stamp token taken apart."""

    signer: Any
    """`asn1crypto.cms.SignerInfo`."""
    certificate: Any
    """`asn1crypto.x509.Certificate`."""
    others: tuple[Any, ...]
    info: bytes
    """The DER form of the TSTInfo, which is what the authority signed."""
    parsed: Any


class _BadTokenError(Exception):
    """The bytes are no time stamp that can be judged."""


def digest_of(message: bytes) -> DigestOf:
    """The digests of `message`."""
    return lambda name: hashlib.new(name, message).digest()


def check_stamp(
    token: bytes,
    stamped: DigestOf,
    trusted: Sequence[x509.Certificate],
    claimed: datetime | None = None,
) -> CheckedStamp:
    """The report on the DER of a token; `claimed` is when the signer says to have signed."""
    try:
        taken = _taken(token)
        return _checked(taken, stamped, trusted, claimed)
    except (_BadTokenError, *READER_FAILURES) as error:
        why = str(error) or type(error).__name__
        sentence = f"The time stamp cannot be relied on: {why}."
        return CheckedStamp(TimeStampReport("", None, problems=(sentence,)))


def _taken(token: bytes) -> _Token:
    content = cms.ContentInfo.load(token, strict=True)
    if content["content_type"].native != "signed_data":
        raise _BadTokenError("it is not signed")
    signed = content["content"]
    inner = signed["encap_content_info"]
    if inner["content_type"].native != "tst_info":
        raise _BadTokenError("it is a signature over something else")
    found = extract_certificate_info(signed)
    if found.signer_cert is None:
        raise _BadTokenError("it does not bring the certificate of its authority")
    raw = inner["content"]
    if not isinstance(raw, core.ParsableOctetString):
        raise _BadTokenError("it holds no time")
    others = tuple(found.other_certs)
    signer = extract_signer_info(signed)
    return _Token(signer, found.signer_cert, others, bytes(raw), raw.parsed)


def _checked(
    token: _Token,
    stamped: DigestOf,
    trusted: Sequence[x509.Certificate],
    claimed: datetime | None,
) -> CheckedStamp:
    at: datetime = token.parsed["gen_time"].native.astimezone(UTC)
    chain = tuple(
        x509.load_der_x509_certificate(each.dump()) for each in (token.certificate, *token.others)
    )
    authority = chain[0]
    problems = [
        *_value_problems(token),
        *_imprint_problems(token, stamped),
        *_authority_problems(authority, at),
        *_time_problems(at, claimed),
    ]
    facts = facts_of(authority)
    trust = trust_in(authority, chain[1:], trusted, at)
    report = TimeStampReport(facts.name, at, facts, trust, tuple(problems))
    return CheckedStamp(report, chain)


def _value_problems(token: _Token) -> list[str]:
    name = token.signer["digest_algorithm"]["algorithm"].native
    if name not in ACCEPTED_DIGESTS:
        return [f"The time stamp is signed over a digest that can be forged ({name})."]
    digest = hashlib.new(name, token.info).digest()
    intact, valid = validate_sig_integrity(token.signer, token.certificate, "tst_info", digest)
    if intact and valid:
        return []
    return ["The time stamp was altered: its signature does not fit."]


def _imprint_problems(token: _Token, stamped: DigestOf) -> list[str]:
    imprint = token.parsed["message_imprint"]
    name = imprint["hash_algorithm"]["algorithm"].native
    if name not in ACCEPTED_DIGESTS:
        return [f"The time stamp names what it stamps by a digest that can be forged ({name})."]
    if imprint["hashed_message"].native != stamped(name):
        return ["The time stamp belongs to something else: the digest in it differs."]
    return []


def _authority_problems(authority: x509.Certificate, at: datetime) -> list[str]:
    problems = []
    if not _stamps_time(authority):
        problems.append("The certificate of the time stamp is not one for time stamps.")
    if not valid_at(authority, at):
        problems.append("The certificate of the time stamp was not valid at the time it states.")
    if is_weak(authority):
        problems.append("The key of the time stamp is too short.")
    return problems


def _stamps_time(authority: x509.Certificate) -> bool:
    """RFC 3161, 2.3: the purpose is critical, and the only one."""
    try:
        found = authority.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        return False
    return found.critical and list(found.value) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _time_problems(at: datetime, claimed: datetime | None) -> list[str]:
    if claimed is not None and claimed > at + CLOCKS_APART:
        return ["The signature claims a time later than its time stamp: one of both is wrong."]
    return []
