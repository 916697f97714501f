"""The sentences that tell a reader what a verification did not check."""

from app.services.signing import Level
from app.services.verifying import SignatureReport, Trust, VerificationReport

GENERAL = (
    "Not checked: whether the signer alone controlled the key. A file cannot show that.",
    "Not checked: qualified status under Regulation (EU) No 910/2014 (eIDAS). None is claimed.",
)
REVOCATION = "Not checked: whether a certificate has been revoked. No network was used."
REVOCATION_INSIDE = (
    "Whether a certificate was revoked is known only from the lists inside the file, as of their "
    "dates. No network was used."
)
TIME = (
    "Not checked: the signing time. It is what the signer's clock said; no time-stamp authority "
    "confirms it."
)
STAMP_UNTRUSTED = (
    "A time stamp proves its time only if its authority can be trusted: supply the certificate of "
    "the authority, or of its issuer, to have that checked."
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


def notes_for(report: VerificationReport, *extra: str) -> tuple[str, ...]:
    """The notes for a file; none for an unsigned one but `extra`."""
    if not report.signatures:
        return extra
    stamps = [one.stamp for one in report.document_stamps]
    stamps += [one.time_stamp for one in report.signatures if one.time_stamp is not None]
    lasting = all(map(_proved, report.signatures))
    applies = {
        REVOCATION: not lasting,
        REVOCATION_INSIDE: lasting,
        TIME: not all(map(_timed, report.signatures)) and not stamps,
        STAMP_UNTRUSTED: any(stamp.trust is Trust.NONE for stamp in stamps),
        UNTRUSTED: any(signature.trust is Trust.NONE for signature in report.signatures),
    }
    return (*GENERAL, *(note for note, wanted in applies.items() if wanted), *extra)


def _proved(signature: SignatureReport) -> bool:
    """Whether the file tells that its certificate was not revoked."""
    return signature.profile is not None and signature.profile.level in {Level.B_LT, Level.B_LTA}


def _timed(signature: SignatureReport) -> bool:
    return signature.time_stamp is not None and signature.time_stamp.holds
