"""What a package signature says about itself, read only from elements that are signed.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from lxml import etree

from app.signing.certificates import der
from app.signing.word_digests import digest_matches
from app.signing.word_names import NAMESPACES

_DIGESTS = (
    ".//xd:SigningCertificate/xd:Cert/xd:CertDigest",
    ".//xd:SigningCertificateV2/xd:Cert/xd:CertDigest",
)


@dataclass(frozen=True, slots=True)
class Claims:
    """The signer's words; blank or None where the signature is silent."""

    meaning: str
    role: str
    location: str
    signed_at: datetime | None
    line: str = ""
    """The id of the signature line that was signed."""


def claims_in(signed: Mapping[str, etree._Element]) -> Claims:
    """The claims in the signed elements of one signature."""
    elements = signed.values()
    return Claims(
        meaning=_text(elements, ".//xd:CommitmentTypeQualifier")
        or _text(elements, ".//o:SignatureComments"),
        role=_text(elements, ".//xd:ClaimedRole"),
        location=_text(elements, ".//xd:SignatureProductionPlace/xd:City"),
        signed_at=_moment(_text(elements, ".//xd:SigningTime"))
        or _moment(_text(elements, ".//mdssi:SignatureTime/mdssi:Value")),
        line=_text(elements, ".//o:SetupID"),
    )


def names_certificate(signed: Mapping[str, etree._Element]) -> bool:
    """Whether the signed properties fix the signer's certificate (XAdES)."""
    return bool(_certificate_digests(signed))


def named_certificate(
    signed: Mapping[str, etree._Element], certificates: Sequence[x509.Certificate]
) -> x509.Certificate | None:
    """The one of `certificates` that the signed properties name first."""
    digests = _certificate_digests(signed)
    for certificate in certificates if digests else ():
        method = digests[0].find("ds:DigestMethod", NAMESPACES)
        value = digests[0].findtext("ds:DigestValue", "", NAMESPACES)
        if method is not None and digest_matches(
            method.get("Algorithm", ""), der(certificate), value
        ):
            return certificate
    return None


def _certificate_digests(signed: Mapping[str, etree._Element]) -> list[etree._Element]:
    return [
        digest
        for element in signed.values()
        for path in _DIGESTS
        for digest in element.iterfind(path, NAMESPACES)
    ]


def _text(elements: Iterable[etree._Element], path: str) -> str:
    for element in elements:
        found = element.find(path, NAMESPACES)
        if found is not None and found.text:
            return str(found.text).strip()
    return ""


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None
