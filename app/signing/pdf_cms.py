"""The cryptographic core of one PDF signature: digest, value and bound certificate.

Trust is not judged here. Imports pyHanko; itself imported only from inside the functions of
`app.signing`.
"""

import hashlib
from dataclasses import dataclass

from asn1crypto import core
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

ACCEPTED_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
"""SHA-1 and older can be forged."""
KNOWN_FORMS = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached", "/ETSI.RFC3161"})
TIME_STAMP = "/DocTimeStamp"
"""The `/Type` of a time stamp over the whole document, as third parties may add."""


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
    """Check one signature; comparing revisions costs about a second for a plan.

    Raises:
        SignatureValidationError: The signature is of a form or strength that is not accepted.
    """
    _check_form(signature)
    signature.compute_integrity_info(skip_diff=not compare)
    intact, valid = _value(signature)
    result = signature.diff_result
    return PdfStanding(
        intact=intact,
        valid=valid,
        permitted=signature.summarise_integrity_info()["docmdp_ok"],
        changes=result.modification_level if isinstance(result, DiffResult) else None,
    )


def has_time_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether a time stamp is attached to the signature's value."""
    attributes = signature.signer_info["unsigned_attrs"]
    kinds = [each["type"].native for each in attributes] if attributes else []
    return "signature_time_stamp_token" in kinds


def is_time_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether this is no person's signature but a time stamp over the document."""
    return bool(signature.sig_object_type == TIME_STAMP)


def _check_form(signature: EmbeddedPdfSignature) -> None:
    form = signature.sig_object.get("/SubFilter")
    if form not in KNOWN_FORMS:
        raise SignatureValidationError(f"its form {form} is not known")
    if not {signature.md_algorithm, signature.external_md_algorithm} <= ACCEPTED_DIGESTS:
        raise SignatureValidationError(f"its digest {signature.md_algorithm} can be forged")


def _value(signature: EmbeddedPdfSignature) -> tuple[bool, bool]:
    content = signature.signed_data["encap_content_info"]
    kind = content["content_type"].native
    if is_time_stamp(signature) != (kind == "tst_info"):
        raise SignatureValidationError("its content is not what its type announces")
    if kind == "tst_info":
        return _time_stamp_value(signature, content["content"])
    if content["content"] is not core.VOID:
        raise SignatureValidationError("it carries content of its own")
    return validate_sig_integrity(
        signature.signer_info, signature.signer_cert, kind, signature.compute_digest()
    )


def _time_stamp_value(signature: EmbeddedPdfSignature, content: core.Any) -> tuple[bool, bool]:
    digest = hashlib.new(signature.md_algorithm, bytes(content)).digest()
    intact, valid = validate_sig_integrity(
        signature.signer_info, signature.signer_cert, "tst_info", digest
    )
    imprint = content.parsed["message_imprint"]["hashed_message"].native
    return intact and imprint == signature.compute_digest(), valid
