"""What a signature or time stamp in a PDF covers, and what was appended after it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.services.verifying import Coverage
from app.signing.pdf_cms import PdfStanding
from app.signing.pdf_reading import READER_FAILURES
from app.signing.pdf_revisions import gap_is_the_signature, only_proofs_follow

COVERAGES: Mapping[SignatureCoverageLevel | None, Coverage] = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.EARLIER_REVISION,
}
"""Every other level leaves a part of the signature's own revision unprotected."""
CHANGES: Mapping[ModificationLevel | None, str] = {
    ModificationLevel.FORM_FILLING: "Signatures were added; the pages are unchanged.",
    ModificationLevel.LTA_UPDATES: "Validation data or document properties were appended.",
    ModificationLevel.NONE: "Bytes were appended that change nothing a reader sees.",
}
"""What was added after a signature; every other kind means the document itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """One signature among all of a file, in the order in which they were made.

    The `first` one certifies the document if any does, and all later ones extend its revision;
    the `last` one must cover every byte.
    """

    data: bytes = field(repr=False)
    signature: EmbeddedPdfSignature
    first: bool
    last: bool

    @property
    def compare(self) -> bool:
        """Whether what follows has to be compared with its revision, which is costly.

        What comes after a later signature comes after the first one as well; only those that
        set limits of their own say more.
        """
        return self.first or self._sets_limits

    @property
    def _sets_limits(self) -> bool:
        return self.signature.docmdp_level is not None or self.signature.fieldmdp is not None


def coverage_of(signature: EmbeddedPdfSignature) -> Coverage:
    """How much of the file it covers, once it was looked at."""
    return COVERAGES.get(signature.coverage, Coverage.PARTIAL)


def coverage_problems(place: Place) -> list[str]:
    """Why the file is more, or other, than what was signed."""
    signature, coverage = place.signature, coverage_of(place.signature)
    if coverage is Coverage.PARTIAL or not gap_is_the_signature(place.data, signature):
        return ["The signature does not cover the whole of its revision."]
    if place.last and coverage is not Coverage.WHOLE_FILE and not _only_proofs(place):
        return ["Bytes were appended to the file after its last signature."]
    return []


def changes_after(place: Place, found: PdfStanding) -> str:
    """What was added after it, in a sentence; blank when nothing was."""
    if coverage_of(place.signature) is not Coverage.EARLIER_REVISION:
        return ""
    if found.permitted is None:
        return "Later signatures were added; the first signature judges what else was."
    return CHANGES.get(found.changes, "The document itself was changed.")


def _only_proofs(place: Place) -> bool:
    try:
        return only_proofs_follow(place.data, place.signature.reader, place.signature)
    except READER_FAILURES:
        return False
