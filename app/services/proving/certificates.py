"""What a report tells about certificates, and what ties them to those the reader supplied."""

from enum import StrEnum

from app.services.proving.plain import utc_text
from app.services.signing import CertificateFacts


class Trust(StrEnum):
    """What ties a certificate to the certificates the reader supplied."""

    NONE = "not checked against a trust list"
    SUPPLIED = "checked against the certificate you supplied"
    ISSUER_SUPPLIED = "checked against the issuer you supplied"


def certificate_data(facts: CertificateFacts | None) -> dict[str, object] | None:
    """The certificate with stable keys, ready for `json.dumps`."""
    if facts is None:
        return None
    return {
        "name": facts.name,
        "email": facts.email,
        "organisation": facts.organisation,
        "subject": facts.subject,
        "issuer": facts.issuer,
        "serial": facts.serial,
        "sha256_fingerprint": facts.fingerprint,
        "valid_from": utc_text(facts.valid_from),
        "valid_until": utc_text(facts.valid_until),
        "self_signed": facts.self_signed,
    }


def certificate_rows(facts: CertificateFacts | None) -> list[tuple[str, str]]:
    """The certificate as labels and values; a value may be blank."""
    if facts is None:
        return [("Signer", "unknown")]
    validity = f"{utc_text(facts.valid_from)} to {utc_text(facts.valid_until)}"
    return [
        ("Signer", facts.name),
        ("E-mail", facts.email),
        ("Organisation", facts.organisation),
        ("Certificate", facts.subject),
        ("Issued by", facts.issuer),
        ("Serial", facts.serial),
        ("SHA-256 fingerprint", facts.fingerprint),
        ("Certificate valid", validity),
    ]
