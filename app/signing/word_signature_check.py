"""Judging one package signature: its value, its digests, its certificate, what it covers.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Mapping, Sequence

from cryptography import x509
from lxml import etree

from app.services.verifying import TIME_SOURCE_SIGNER, Coverage, SignatureReport, Trust
from app.signing.certificates import facts_of
from app.signing.safe_xml import BadXmlError
from app.signing.trust import certificate_problems, trust_in
from app.signing.word_claims import Claims, claims_in, named_certificate, names_certificate
from app.signing.word_coverage import check_manifest, uncovered
from app.signing.word_names import NAMESPACES, PACKAGE_OBJECT_ID
from app.signing.word_package import BadPackageError, Package
from app.signing.word_signature_document import (
    BadSignatureError,
    SignatureDocument,
    read_signature,
)

NO_XADES = "The signature does not fix its certificate (plain XML-DSig without XAdES)."


def check_signature(
    package: Package, part: str, trusted: Sequence[x509.Certificate]
) -> SignatureReport:
    """The report on the signature in `part`."""
    try:
        return _checked(package, part, read_signature(package, part), trusted)
    except (BadSignatureError, BadPackageError, BadXmlError) as error:
        return broken(part, f"The signature cannot be relied on: {error}.")


def broken(part: str, problem: str) -> SignatureReport:
    """The report on a signature of which nothing can be believed."""
    return SignatureReport(
        field=part,
        meaning="",
        role="",
        location="",
        signed_at=None,
        time_source=TIME_SOURCE_SIGNER,
        certificate=None,
        trust=Trust.NONE,
        intact=False,
        coverage=Coverage.PARTIAL,
        changes_after="",
        problems=(problem,),
    )


def _checked(
    package: Package,
    part: str,
    document: SignatureDocument,
    trusted: Sequence[x509.Certificate],
) -> SignatureReport:
    signed = document.signed_elements()
    certificates = document.certificates()
    leaf = _signer(signed, certificates)
    claims = claims_in(signed)
    value = [] if document.value_is_right(leaf) else ["The signature value does not fit its key."]
    changes, missing = _package_findings(package, signed)
    suspicions = certificate_problems(leaf, claims.signed_at)
    omissions = [f"Not covered by the signature: {name}." for name in missing]
    return SignatureReport(
        field=part,
        meaning=claims.meaning,
        role=claims.role,
        location=claims.location,
        signed_at=claims.signed_at,
        time_source=TIME_SOURCE_SIGNER,
        certificate=facts_of(leaf),
        trust=_trust(leaf, certificates, trusted, claims),
        intact=not value and not changes,
        coverage=Coverage.PARTIAL if missing else Coverage.WHOLE_FILE,
        changes_after="",
        problems=(*value, *changes, *omissions, *suspicions),
        remarks=() if names_certificate(signed) else (NO_XADES,),
    )


def _signer(
    signed: Mapping[str, etree._Element], certificates: Sequence[x509.Certificate]
) -> x509.Certificate:
    if not certificates:
        raise BadSignatureError("it carries no certificate")
    if not names_certificate(signed):
        return certificates[0]
    leaf = named_certificate(signed, certificates)
    if leaf is None:
        raise BadSignatureError("its certificate is not the one it was signed with")
    return leaf


def _package_findings(
    package: Package, signed: Mapping[str, etree._Element]
) -> tuple[list[str], list[str]]:
    """What of the signed parts was changed, and what of the package is not signed."""
    manifests = [
        manifest
        for identifier, element in signed.items()
        if identifier == PACKAGE_OBJECT_ID
        for manifest in element.iterfind("ds:Manifest", NAMESPACES)
    ]
    if len(manifests) != 1:
        raise BadSignatureError("it does not sign the package")
    findings = check_manifest(package, manifests[0])
    return list(findings.problems), uncovered(package, findings)


def _trust(
    leaf: x509.Certificate,
    certificates: Sequence[x509.Certificate],
    trusted: Sequence[x509.Certificate],
    claims: Claims,
) -> Trust:
    issuers = [each for each in certificates if each != leaf]
    return trust_in(leaf, issuers, trusted, claims.signed_at or leaf.not_valid_after_utc)
