"""The cryptographic core of one PDF signature: digest, value and bound certificate.

Trust is not judged here. Imports pyHanko; itself imported only from inside the functions of
`app.signing`.
"""

from dataclasses import dataclass

from asn1crypto import cms, core
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.signing.pdf_filling import only_signed_since
from app.signing.pdf_revisions import AFTER_SIGNING
from app.signing.trust import ACCEPTED_DIGESTS

PADES = "/ETSI.CAdES.detached"
KNOWN_FORMS = frozenset({PADES, "/adbe.pkcs7.detached", "/ETSI.RFC3161"})
TIME_STAMP = "/DocTimeStamp"
"""The `/Type` of a time stamp over the whole document, as third parties may add."""
_PLAIN_VALUES = frozenset({"rsassa_pkcs1v15", "ed25519", "ed448"})
"""Algorithms of a value that name no digest of their own."""


@dataclass(frozen=True, slots=True)
class PdfStanding:
    """Where one signature stands, its certificate's trust aside."""

    intact: bool
    """The digest of the signed bytes is the signed digest."""
    valid: bool
    """The signature value was made by the key of the certificate it names."""
    permitted: bool | None = None
    """Whether later changes are allowed; None when the revisions were not compared."""
    changes: ModificationLevel | None = None
    """The kind of later changes; None when the revisions were not compared."""


def standing(signature: EmbeddedPdfSignature, *, compare: bool) -> PdfStanding:
    """Check one signature; `compare` asks what later revisions changed.

    The value of a time stamp over the document is not looked at: see `app.signing.stamp_check`.

    Raises:
        SignatureValidationError: The signature is of a form or strength that is not accepted.
    """
    _check_form(signature)
    quick = compare and _is_only_signed(signature)
    signature.compute_integrity_info(AFTER_SIGNING, skip_diff=quick or not compare)
    intact, valid = (True, True) if is_time_stamp(signature) else _value(signature)
    summary = signature.summarise_integrity_info()
    if quick and summary["coverage"] is SignatureCoverageLevel.ENTIRE_REVISION:
        return PdfStanding(intact, valid, True, ModificationLevel.FORM_FILLING)
    result = summary["diff_result"]
    return PdfStanding(
        intact=intact,
        valid=valid,
        permitted=summary["docmdp_ok"],
        changes=result.modification_level if isinstance(result, DiffResult) else None,
    )


def time_stamp_token(signature: EmbeddedPdfSignature) -> bytes | None:
    """The DER of the time stamp over the signature's value; None without one.

    Raises:
        SignatureValidationError: There are several.
    """
    attributes = signature.signer_info["unsigned_attrs"]
    found = [
        value
        for each in attributes or ()
        if each["type"].native == "signature_time_stamp_token"
        for value in each["values"]
    ]
    if len(found) > 1:
        raise SignatureValidationError("it bears more than one time stamp")
    return bytes(found[0].dump()) if found else None


def is_time_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether this is no person's signature but a time stamp over the document."""
    return bool(signature.sig_object_type == TIME_STAMP)


def is_pades(signature: EmbeddedPdfSignature) -> bool:
    """Whether it has what EN 319 142-1 asks of every level: its form, and a fixed certificate."""
    attributes = signature.signer_info["signed_attrs"]
    names = {each["type"].native for each in attributes or ()}
    return signature.sig_object.get("/SubFilter") == PADES and "signing_certificate_v2" in names


def _is_only_signed(signature: EmbeddedPdfSignature) -> bool:
    """Whether signatures alone came later, and none of them was forbidden."""
    forbidden = signature.docmdp_level is MDPPerm.NO_CHANGES or signature.fieldmdp is not None
    return not forbidden and only_signed_since(signature.reader, signature.signed_revision)


def _check_form(signature: EmbeddedPdfSignature) -> None:
    form = signature.sig_object.get("/SubFilter")
    if form not in KNOWN_FORMS:
        raise SignatureValidationError(f"its form {form} is not known")
    kind = signature.signed_data["encap_content_info"]["content_type"].native
    if is_time_stamp(signature) != (kind == "tst_info"):
        raise SignatureValidationError("its content is not what its type announces")
    if not {signature.md_algorithm, signature.external_md_algorithm} <= ACCEPTED_DIGESTS:
        raise SignatureValidationError(f"its digest {signature.md_algorithm} can be forged")


def _value(signature: EmbeddedPdfSignature) -> tuple[bool, bool]:
    content = signature.signed_data["encap_content_info"]
    if content["content"] is not core.VOID:
        raise SignatureValidationError("it carries content of its own")
    _check_algorithm(signature.signer_info["signature_algorithm"], signature.md_algorithm)
    return validate_sig_integrity(
        signature.signer_info,
        signature.signer_cert,
        content["content_type"].native,
        signature.compute_digest(),
    )


def _check_algorithm(algorithm: cms.SignedDigestAlgorithm, digest: str) -> None:
    """The value uses the digest that the signature names, not a weaker one."""
    name = algorithm["algorithm"].native
    used = (
        algorithm["parameters"]["hash_algorithm"]["algorithm"].native
        if name == "rsassa_pss"
        else name.rpartition("_")[0]
    )
    if name not in _PLAIN_VALUES and used != digest:
        raise SignatureValidationError(f"its value is made with another algorithm ({name})")
