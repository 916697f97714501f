"""Judging a detached signature over a text: its form, its value and its certificate.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import cms, core
from cryptography import x509
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

from app.services.text_signatures import TextSignature
from app.signing.certificates import facts_of
from app.signing.pdf_reading import READER_FAILURES
from app.signing.trust import ACCEPTED_DIGESTS, certificate_problems, trust_in

MAX_SIGNATURE_BYTES = 64 << 10
"""A signature with the certificates of its issuers has a few kilobytes."""
MAX_CERTIFICATE_BYTES = 16 << 10
MAX_CERTIFICATES = 8
CLOCK_SLACK = timedelta(minutes=10)
"""By how much the signer's clock may be ahead of ours."""


class UnacceptableSignature(ValueError):
    """A signature of a form that is not accepted; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A signature of accepted form."""

    signer: cms.SignerInfo
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...]
    digest: str
    signed_at: datetime
    encoded: bytes
    """The certificate in DER, as the signature brought it."""


def verify_text(
    data: bytes, signature: bytes, trusted: Sequence[x509.Certificate], at: datetime
) -> TextSignature:
    """What `signature` (DER) over `data` is worth at the aware moment `at`."""
    try:
        found = _parsed(signature)
        intact, valid = _value(found, data)
    except UnacceptableSignature as error:
        return _unreliable(str(error))
    except READER_FAILURES:
        return _unreliable("it cannot be read")
    problems = {
        "What was signed is another text: its digest differs.": not intact,
        "The signature value does not fit the certificate's key.": not valid,
        "The signature claims to have been made in the future.": found.signed_at > at + CLOCK_SLACK,
    }
    return TextSignature(
        intact=intact and valid,
        certificate=facts_of(found.certificate),
        signed_at=found.signed_at,
        trust=trust_in(found.certificate, found.issuers, trusted, found.signed_at),
        problems=(
            *(sentence for sentence, applies in problems.items() if applies),
            *certificate_problems(found.certificate, found.signed_at),
        ),
    )


def _unreliable(why: str) -> TextSignature:
    return TextSignature(False, problems=(f"The signature cannot be relied on: {why}.",))


def _value(found: _Parsed, data: bytes) -> tuple[bool, bool]:
    digest = hashlib.new(found.digest, data).digest()
    certificate = cms.Certificate.load(found.encoded)
    intact, valid = validate_sig_integrity(found.signer, certificate, "data", digest)
    return bool(intact), bool(valid)


def _parsed(signature: bytes) -> _Parsed:
    if len(signature) > MAX_SIGNATURE_BYTES:
        raise UnacceptableSignature("it is larger than any signature")
    info = cms.ContentInfo.load(signature, strict=True)
    if info["content_type"].native != "signed_data":
        raise UnacceptableSignature("it is no signature")
    signed = info["content"]
    signer = _signer(signed)
    certificates = extract_certs_for_validation(signed)
    encoded = certificates.signer_cert.dump()
    moment = find_unique_cms_attribute(signer["signed_attrs"], "signing_time").native
    return _Parsed(
        signer,
        x509.load_der_x509_certificate(encoded),
        tuple(x509.load_der_x509_certificate(one.dump()) for one in certificates.other_certs),
        _digest(signer),
        moment.astimezone(UTC),
        encoded,
    )


def _signer(signed: cms.SignedData) -> cms.SignerInfo:
    """The one signer of detached content, once nothing about the structure is unusual."""
    content = signed["encap_content_info"]
    if content["content_type"].native != "data" or content["content"] is not core.VOID:
        raise UnacceptableSignature("it carries content of its own")
    if len(signed["signer_infos"]) != 1:
        raise UnacceptableSignature("it has not exactly one signer")
    if not 1 <= len(signed["certificates"]) <= MAX_CERTIFICATES:
        raise UnacceptableSignature("it has no certificate, or too many")
    if any(len(one.dump()) > MAX_CERTIFICATE_BYTES for one in signed["certificates"]):
        raise UnacceptableSignature("one of its certificates is too large")
    (signer,) = signed["signer_infos"]
    if signer["signed_attrs"] is core.VOID:
        raise UnacceptableSignature("it states neither time nor certificate under its value")
    find_unique_cms_attribute(signer["signed_attrs"], "signing_certificate_v2")
    return signer


def _digest(signer: cms.SignerInfo) -> str:
    """The digest algorithm, which the value must use too."""
    named = str(signer["digest_algorithm"]["algorithm"].native)
    used = _VALUES.get(str(signer["signature_algorithm"]["algorithm"].native))
    if named not in ACCEPTED_DIGESTS or used is None:
        raise UnacceptableSignature("its algorithm is unknown here, or its digest can be forged")
    if used not in ("", named):
        raise UnacceptableSignature("it names two different digests")
    return named


_VALUES = {
    "rsassa_pkcs1v15": "",
    **{f"{digest}_{kind}": digest for digest in ACCEPTED_DIGESTS for kind in ("rsa", "ecdsa")},
}
"""The algorithms of a value with the digest that each names; blank where it names none."""
