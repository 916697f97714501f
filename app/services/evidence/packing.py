"""Making a pack: everything gathered, summed, signed and written as one file."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.services.audit_report import AuditReport
from app.services.evidence import names
from app.services.evidence.choosing import Chosen, chosen
from app.services.evidence.given import GivenDocument, with_given
from app.services.evidence.making import Making, Past, report_files
from app.services.evidence.ports import PackingTools
from app.services.evidence.readme import readme
from app.services.evidence.sums import sums_of
from app.services.exporting import Progress
from app.services.opening import OpenPlan
from app.services.signing import Key, Signer
from app.services.verifying import Verdict, VerificationReport

BROKEN: Final = frozenset({Verdict.INVALID, Verdict.UNREADABLE})
UNWHOLE: Final = "The audit trail is not whole; history/audit-report.txt says why."
UNSIGNED: Final = "Nobody signed the pack: its sums show damage, not who made it."
NO_FONT: Final = "No bundled font has these characters of the plan: {characters}"
FAILING: Final = "{name}: the signatures do not hold; verification/ says why."


class NameUnfit(IrplanError):
    """The pack would get a name that belongs to another kind of file, such as a plan."""

    code: ClassVar[str] = "evidence.name-unfit"

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file.name} is no name for an evidence pack: choose one that ends in .zip.",
            file=str(file),
        )


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """What to pack into `file`.

    `version` is a number, or `draft`; blank stands for the version in force, or the plan as it is
    where none is. `key` signs the sums, None leaves them unsigned. `trusted` are certificates (PEM
    or DER) that the signatures inside are judged by. `documents` are copies that people signed
    after the export; each takes the place of the one of its format.
    """

    file: Path
    version: str = ""
    key: Key | None = None
    trusted: tuple[bytes, ...] = ()
    documents: tuple[GivenDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceResult:
    """The pack that was written; `files` are the names in it, `version` is blank for a draft.

    `sound` says that the audit trail is whole and no signature inside is broken; `remarks` say
    what a reader should know.
    """

    path: Path
    size: int
    sha256: str
    files: tuple[str, ...]
    version: str
    draft: bool
    signed: bool
    sound: bool
    remarks: tuple[str, ...] = ()


class EvidencePacker:
    """Makes packs with the adapters it was given."""

    def __init__(self, tools: PackingTools) -> None:
        self._tools = tools

    def pack(
        self,
        opened: OpenPlan,
        past: Past,
        options: EvidenceOptions,
        progress: Progress | None = None,
    ) -> EvidenceResult:
        """Write the pack that `options` ask for; `past` is that of the plan, which is saved.

        Raises:
            NameUnfit: the file's name does not end in `.zip`.
            VersionNotIssued: no issued version bears the number.
            NotOfThisVersion: a document given is not one of it.
            Cancelled: the person stopped it; nothing was written.
            IrplanError: an identity, the history or the file could not be used.
        """
        if options.file.suffix.lower() != ".zip":
            raise NameUnfit(options.file)
        tell = progress or _silent
        tools = self._tools
        when = tools.clock.now().replace(microsecond=0)
        signer = None if options.key is None else tools.identities.open(options.key, when)
        tell(0.05, "Making the documents")
        found = chosen(opened, past.history, options.version.strip(), tools, when)
        found = with_given(found, options.documents, tools.verify)
        making = Making(tools, opened, past, found, when)
        tell(0.45, "Judging the plan")
        files = making.told()
        tell(0.6, "Verifying the signatures")
        reports = making.verified(options.trusted)
        files |= report_files(reports)
        files |= making.certificates()
        remarks = tuple(_remarks(found, past.audit, reports, signed=signer is not None))
        files[names.README] = readme(making.label(signer, remarks), files)
        files |= self._sums(files, signer, when)
        tell(0.8, "Packing")
        data = tools.archive(files)
        tell(0.9, "Saving")
        tools.renderers.write(options.file, data)
        tell(1.0, "Done")
        return EvidenceResult(
            options.file,
            len(data),
            hashlib.sha256(data).hexdigest(),
            tuple(sorted(files)),
            "" if found.edition is None else found.edition.issue.version,
            found.draft,
            signer is not None,
            past.audit.holds and not any(one.verdict in BROKEN for one in reports.values()),
            remarks,
        )

    def _sums(
        self, files: dict[str, bytes], signer: Signer | None, when: datetime
    ) -> dict[str, bytes]:
        sums = sums_of(files)
        if signer is None:
            return {names.SUMS: sums}
        signature = signer.sign_text(sums, when)
        (own,) = self._tools.certificates(signature)
        return {
            names.SUMS: sums,
            names.SUMS_SIGNATURE: signature,
            names.SUMS_CERTIFICATE: own.pem,
        }


def _remarks(
    found: Chosen, audit: AuditReport, reports: dict[str, VerificationReport], *, signed: bool
) -> Iterator[str]:
    if found.remark:
        yield found.remark
    if found.missing_glyphs:
        yield NO_FONT.format(characters=found.missing_glyphs)
    if not audit.holds:
        yield UNWHOLE
    for name, report in reports.items():
        if report.verdict in BROKEN:
            yield FAILING.format(name=name)
    if not signed:
        yield UNSIGNED


def _silent(share: float, what: str) -> None:
    """Nobody wants to know."""
