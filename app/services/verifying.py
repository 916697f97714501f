"""The port for verifying a signed file, as a report that people and programs can read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from app.services.proving.carried import NOTHING, Carried
from app.services.proving.certificates import Trust
from app.services.proving.comparison import Comparison
from app.services.proving.coverage import Coverage
from app.services.proving.light import Light, headline, light_of
from app.services.proving.plain import one_line, utc_text
from app.services.proving.profiles import Form, Profile
from app.services.proving.signatures import TIME_SOURCE_SIGNER, SignatureReport
from app.services.proving.slots import ALL, Required, Slot, missing, slots_of
from app.services.proving.stamps import DocumentStamp, TimeStampReport
from app.services.proving.verdicts import FileKind, Verdict

__all__ = [
    "TIME_SOURCE_SIGNER",
    "Coverage",
    "DocumentStamp",
    "FileKind",
    "Form",
    "Light",
    "Profile",
    "SignatureReport",
    "TimeStampReport",
    "Trust",
    "Verdict",
    "VerificationReport",
    "Verifier",
    "judge",
    "utc_text",
]

REPORT_FORMAT = "irplan-verification/2"
"""Names the keys of `VerificationReport.to_json`; the digit grows when one changes meaning.

2: time stamps over a document left `signatures` for `document_stamps`, and a verdict was added.
"""


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """One file's verdict and everything it rests on."""

    file: str
    """The file's name, without its folder."""
    kind: FileKind
    size: int
    """Bytes."""
    sha256: str
    verdict: Verdict
    signatures: tuple[SignatureReport, ...] = ()
    unsigned_size: int | None = None
    """PDF: bytes of the file as it was before its first signature; None where unknown."""
    unsigned_sha256: str = ""
    """SHA-256 of those first bytes; blank where unknown."""
    roles: tuple[Slot, ...] = ()
    """Each prepared field or signature line and who signed there, in the order of signing."""
    document_stamps: tuple[DocumentStamp, ...] = ()
    """Time stamps over the whole of a PDF."""
    whole_file: bool = False
    """Whether some signature or time stamp covers every byte (PDF) or every part (DOCX)."""
    problems: tuple[str, ...] = ()
    """Sentences about the file as a whole."""
    notes: tuple[str, ...] = ()
    """What was NOT checked, and what the reader should know."""
    carried: Carried = NOTHING
    """What ties the file to a plan."""
    comparison: Comparison | None = None
    """With a plan; None when there was none to compare with."""

    @property
    def empty_fields(self) -> tuple[str, ...]:
        """The prepared fields in which nobody has signed."""
        return tuple(slot.field for slot in self.roles if slot.prepared and not slot.signed)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that have to be signed and are not."""
        return missing(self.roles)

    @property
    def light(self) -> Light:
        """Green, amber or red."""
        return light_of(self.verdict, self.comparison)

    @property
    def headline(self) -> str:
        """What the light means, in one sentence, and one about the plan where it was compared."""
        return headline(self.verdict, self.missing, self.comparison)

    def to_json(self) -> dict[str, object]:
        """The report with stable keys, ready for `json.dumps`.

        `verdict` is about the signatures, `light` about those and the comparison with a plan.
        `roles` has one object for each prepared field or line; `missing` names those of them that
        have to be signed and are not. `whole_file` says whether every byte (PDF) or part (DOCX)
        is covered. Null stands for what is unknown or was not asked for.
        """
        return {
            "format": REPORT_FORMAT,
            "file": self.file,
            "kind": self.kind.value,
            "size": self.size,
            "sha256": self.sha256,
            "verdict": self.verdict.value,
            "light": self.light.value,
            "headline": self.headline,
            "whole_file": self.whole_file,
            "unsigned_size": self.unsigned_size,
            "unsigned_sha256": self.unsigned_sha256 or None,
            "signatures": [signature.to_json() for signature in self.signatures],
            "document_stamps": [stamp.to_json() for stamp in self.document_stamps],
            "roles": [slot.to_json() for slot in self.roles],
            "missing": list(self.missing),
            "empty_fields": list(self.empty_fields),
            "content_sha256": self.carried.content_hash or None,
            "comparison": None if self.comparison is None else self.comparison.to_json(),
            "problems": list(self.problems),
            "notes": list(self.notes),
        }

    def lines(self) -> tuple[str, ...]:
        """The report as plain text, one item a line, with times in UTC."""
        rows = [
            f"File: {one_line(self.file)}",
            f"Verdict: {self.verdict.value.upper()}",
            f"Light: {self.light.value.upper()}. {one_line(self.headline)}",
            f"Kind: {self.kind.value}, {self.size} bytes",
            f"SHA-256: {self.sha256}",
        ]
        if self.unsigned_size is not None:
            rows.append(
                f"Before signing: first {self.unsigned_size} bytes, SHA-256 {self.unsigned_sha256}"
            )
        if self.carried.content_hash:
            rows.append(f"Content SHA-256 stated: {one_line(self.carried.content_hash)}")
        rows += [f"PROBLEM: {one_line(problem)}" for problem in self.problems]
        for signature in self.signatures:
            rows += signature.lines()
        for stamp in self.document_stamps:
            rows += stamp.lines()
        rows += [f"Role: {slot.line()}" for slot in self.roles]
        if self.comparison is not None:
            rows += self.comparison.lines()
        rows += [f"Note: {one_line(note)}" for note in self.notes]
        return tuple(rows)


class Verifier(Protocol):
    """Judges a file from its bytes alone: no network, no clock, no plan."""

    def __call__(
        self, path: Path, trusted: Sequence[bytes] = (), required: Required = ALL
    ) -> VerificationReport:
        """Verify the file at `path` against certificates in PEM or DER form.

        `required` says who has to have signed. A damaged or foreign file is a report
        (UNREADABLE), not an error.

        Raises:
            IrplanError: The file cannot be opened, or a trusted certificate is not one.
        """
        ...


def judge(
    signatures: Sequence[SignatureReport],
    problems: Sequence[str] = (),
    roles: Sequence[Slot] = (),
) -> Verdict:
    """The verdict over a readable file: its signatures, its problems, who has to sign."""
    if problems or not all(signature.holds for signature in signatures):
        return Verdict.INVALID
    if not signatures:
        return Verdict.UNSIGNED
    if missing(roles):
        return Verdict.INCOMPLETE
    if any(signature.trust is Trust.NONE for signature in signatures):
        return Verdict.VALID_UNTRUSTED
    return Verdict.VALID


def concluded(
    report: VerificationReport, prepared: Sequence[str], required: Required = ALL
) -> VerificationReport:
    """`report` with its roles and the verdict over all of it; `prepared` are the fields to sign."""
    roles = slots_of(prepared, report.signatures, required)
    stamps = [one for stamp in report.document_stamps for one in stamp.stamp.problems]
    verdict = judge(report.signatures, (*report.problems, *stamps), roles)
    return replace(report, roles=roles, verdict=verdict)
