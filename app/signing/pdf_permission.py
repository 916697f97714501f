"""Whether a PDF may be signed in a given field without spoiling it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.signing.errors import (
    CertificationTooLateError,
    ChangedSinceSigningError,
    DocumentLockedError,
    FieldMissingError,
    FieldSignedError,
    NothingToStampError,
)
from app.signing.pdf_cms import is_time_stamp, standing
from app.signing.pdf_reading import signature_fields
from app.signing.stamp_check import check_stamp


def check_permission(reader: PdfFileReader, field: str, *, certify: bool) -> None:
    """Refuse what pyHanko would write and every verifier would then call broken.

    Raises:
        FieldMissingError: There is no such signature field.
        FieldSignedError: Somebody has signed there.
        CertificationTooLateError: `certify` on a PDF that has a signature.
        DocumentLockedError: An earlier signature forbids this one.
        ChangedSinceSigningError: An earlier signature no longer holds.
    """
    _check_field(reader, field)
    earlier = reader.embedded_signatures
    if certify and earlier:
        raise CertificationTooLateError(
            "Only the first signature can certify a document: sign without certifying."
        )
    for signature in earlier:
        _check_lock(signature, field)
    _check_unchanged(earlier)


def check_stampable(reader: PdfFileReader) -> None:
    """Refuse a time stamp over the whole PDF where it proves nothing or would break something.

    Raises:
        NothingToStampError: Nobody has signed it.
        DocumentLockedError: A signature forbids every change.
        ChangedSinceSigningError: A signature no longer holds.
    """
    earlier = reader.embedded_signatures
    if not earlier:
        raise NothingToStampError("Nobody has signed this PDF yet: sign it first, then stamp it.")
    for signature in earlier:
        if signature.docmdp_level is MDPPerm.NO_CHANGES:
            raise DocumentLockedError(
                f"The signature in {signature.field_name} locks the document: "
                "nothing can be added any more, not even a time stamp.",
                field=signature.field_name,
            )
    _check_unchanged(earlier)


def _check_field(reader: PdfFileReader, field: str) -> None:
    state = {each.name: each.signed for each in signature_fields(reader)}
    if field not in state:
        raise FieldMissingError(
            f"The PDF has no signature field {field}: export it again with that field.", field=field
        )
    if state[field]:
        raise FieldSignedError(
            f"The field {field} is signed already: sign in another one, or export the plan again.",
            field=field,
        )


def _check_lock(signature: EmbeddedPdfSignature, field: str) -> None:
    names = signature.fieldmdp
    all_locked = signature.docmdp_level is MDPPerm.NO_CHANGES
    if all_locked or (names is not None and names.is_locked(field)):
        raise DocumentLockedError(
            f"The signature in {signature.field_name} locks the document: "
            f"nothing can be signed in {field} any more.",
            field=field,
        )


def _check_unchanged(earlier: Sequence[EmbeddedPdfSignature]) -> None:
    """Digests only, which is quick; what was added in between is for the verifier."""
    for signature in earlier:
        if not _holds(signature):
            raise _changed()
    if earlier and earlier[-1].coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        raise _changed()


def _holds(signature: EmbeddedPdfSignature) -> bool:
    try:
        found = standing(signature, compare=False)
    except SignatureValidationError:
        return False
    if is_time_stamp(signature):
        stamp = cms.ContentInfo.load(signature.pkcs7_content).dump()  # without what fills its place
        return check_stamp(stamp, signature.compute_digest, ()).report.holds
    return found.intact and found.valid


def _changed() -> ChangedSinceSigningError:
    return ChangedSinceSigningError(
        "The PDF was changed after its last signature: verify it, and sign the original instead."
    )
