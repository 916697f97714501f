"""The sentences that tell a reader what a verification did not check."""

from collections.abc import Sequence

from app.services.verifying import SignatureReport, Trust

GENERAL = (
    "Not checked: whether a certificate has been revoked. No network was used.",
    "Not checked: the signing time. It is what the signer's clock said; no time-stamp authority "
    "confirms it.",
    "Not checked: whether the signer alone controlled the key. A file cannot show that.",
    "Not checked: qualified status under Regulation (EU) No 910/2014 (eIDAS). None is claimed.",
)
UNTRUSTED = (
    "A self-signed or unknown certificate proves that the file is unchanged, not who signed it: "
    "compare its SHA-256 fingerprint with one you received from the signer by another way."
)
EMPTY_FIELD = (
    "An empty signature field means that nobody signed there, or that a later signature was cut "
    "off with everything after it. Check that every signature you expect is listed."
)
PROPERTIES = (
    "Not covered in a Word file: title, author and dates in the file's properties (docProps). "
    "Office leaves them out of signatures; rely on the document control table inside."
)


def notes_for(signatures: Sequence[SignatureReport], *extra: str) -> tuple[str, ...]:
    """The notes for a file with these signatures; none for an unsigned file but `extra`."""
    if not signatures:
        return extra
    untrusted = any(signature.trust is Trust.NONE for signature in signatures)
    return (*GENERAL, *([UNTRUSTED] if untrusted else []), *extra)
