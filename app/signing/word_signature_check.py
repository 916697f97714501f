"""Judging one package signature: its value, its digests, its certificate, what it covers.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cryptography import x509
from lxml import etree

from app.domain.document.signature_lines import line_named
from app.services.signing import Level
from app.services.verifying import (
    TIME_SOURCE_SIGNER,
    Coverage,
    Form,
    Profile,
    SignatureReport,
    TimeStampReport,
    Trust,
)
from app.signing.certificates import facts_of
from app.signing.identity import issuers_of
from app.signing.safe_xml import BadXmlError
from app.signing.stamp_check import check_stamp, digest_of
from app.signing.trust import certificate_problems, trust_in
from app.signing.word_claims import Claims, claims_in, named_certificate, names_certificate
from app.signing.word_coverage import check_manifest, uncovered
from app.signing.word_names import NAMESPACES
from app.signing.word_package import BadPackageError, Package
from app.signing.word_signature_document import (
    BadSignatureError,
    SignatureDocument,
    read_signature,
)
from app.signing.word_stamping import BadStampError, stamp_in, stamped_bytes

WRONG_VALUE = "The signature value does not fit its key."
NO_XADES = "The signature does not fix its certificate (plain XML-DSig without XAdES)."
NO_SUCH_LINE = "The signature names a signature line that this document does not have."


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the signatures of one package for a reader who trusts certain certificates."""

    package: Package
    prepared: Sequence[str]
    """The fields that have a signature line in the document."""
    trusted: Sequence[x509.Certificate]

    def report(self, part: str) -> SignatureReport:
        """The report on the signature in `part`."""
        if part not in self.package.parts:
            return _broken(part, "The signature part was removed.")
        try:
            return self._checked(part, read_signature(self.package, part))
        except (BadSignatureError, BadPackageError, BadXmlError) as error:
            return _broken(part, f"The signature cannot be relied on: {error}.")

    def _checked(self, part: str, document: SignatureDocument) -> SignatureReport:
        signed = document.signed_elements()
        leaf, issuers = _signer(signed, document.certificates())
        claims = claims_in(signed)
        value = [] if document.value_is_right(leaf) else [WRONG_VALUE]
        changes, missing = _package_findings(self.package, signed)
        stamp = self._stamp(document, claims)
        slot = line_named(claims.line)
        moment = claims.signed_at or leaf.not_valid_after_utc
        return SignatureReport(
            field=part,
            meaning=claims.meaning,
            role=claims.role,
            location=claims.location,
            signed_at=claims.signed_at,
            time_source=TIME_SOURCE_SIGNER,
            certificate=facts_of(leaf),
            trust=trust_in(leaf, issuers, self.trusted, moment),
            intact=not value and not changes,
            coverage=Coverage.PARTIAL if missing else Coverage.WHOLE_FILE,
            changes_after="",
            problems=(
                *value,
                *changes,
                *(f"Not covered by the signature: {name}." for name in missing),
                *certificate_problems(leaf, claims.signed_at),
            ),
            remarks=tuple(self._remarks(signed, claims)),
            slot=slot if slot in self.prepared else "",
            time_stamp=stamp,
            profile=_profile(signed, stamp),
        )

    def _stamp(self, document: SignatureDocument, claims: Claims) -> TimeStampReport | None:
        try:
            token = stamp_in(document.root)
        except BadStampError as error:
            return TimeStampReport("", None, problems=(f"Of the signature, {error}.",))
        if token is None:
            return None
        stamped = digest_of(stamped_bytes(document.root))
        return check_stamp(token, stamped, self.trusted, claims.signed_at).report

    def _remarks(self, signed: Mapping[str, etree._Element], claims: Claims) -> Iterator[str]:
        if not names_certificate(signed):
            yield NO_XADES
        if line_named(claims.line) not in ("", *self.prepared):
            yield NO_SUCH_LINE


def _broken(part: str, problem: str) -> SignatureReport:
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


def _signer(
    signed: Mapping[str, etree._Element], certificates: Sequence[x509.Certificate]
) -> tuple[x509.Certificate, tuple[x509.Certificate, ...]]:
    """The signer's certificate and those of its issuers; no reader may find another's."""
    if not certificates:
        raise BadSignatureError("it carries no certificate")
    named = names_certificate(signed)
    leaf = named_certificate(signed, certificates) if named else certificates[0]
    if leaf is None:
        raise BadSignatureError("its certificate is not the one it was signed with")
    issuers = issuers_of(leaf, certificates)
    if not set(certificates) <= {leaf, *issuers}:
        raise BadSignatureError("it carries a certificate that has no part in it")
    return leaf, issuers


def _profile(signed: Mapping[str, etree._Element], stamp: TimeStampReport | None) -> Profile:
    if not names_certificate(signed):
        return Profile(Form.XML_DSIG)
    stamped = stamp is not None and stamp.holds
    return Profile(Form.XADES, Level.B_T if stamped else Level.B_B)


def _package_findings(
    package: Package, signed: Mapping[str, etree._Element]
) -> tuple[list[str], list[str]]:
    """What of the signed parts was changed, and what of the package is not signed.

    The manifest is known by its kind: LibreOffice gives its objects other ids than Office.
    """
    manifests = [
        manifest
        for element in signed.values()
        for manifest in element.iterfind("ds:Manifest", NAMESPACES)
    ]
    if len(manifests) != 1:
        raise BadSignatureError("it does not sign the package")
    findings = check_manifest(package, manifests[0])
    return list(findings.problems), uncovered(package, findings)
