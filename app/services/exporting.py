"""The export: plan to document, document to files, files signed and written."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import assert_never

from app.domain.document.audience import Audience
from app.domain.document.signature_fields import SignatureRole
from app.domain.document.tree import Document
from app.domain.errors import IrplanError
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.approving.editions import departed
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion
from app.services.changes.since import Since
from app.services.clock import Clock
from app.services.file_names import file_stem
from app.services.rendering import FileFormat, Letterhead, RenderedPdf, Renderers
from app.services.signing import (
    UNSTAMPED,
    Identities,
    Key,
    Level,
    SignedData,
    Signer,
    Stamping,
    Statement,
)
from app.services.witnessing import Witness

SHOWN_FINDINGS = 3
"""How many of the findings that block an export its message quotes."""


class PlanNotReady(IrplanError):
    """A final export was asked for while findings still block it."""

    code = "export.plan-not-ready"

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = " ".join(finding.reason for finding in findings[:SHOWN_FINDINGS])
        count = "1 finding blocks" if len(findings) == 1 else f"{len(findings)} findings block"
        super().__init__(
            f"{count} a final export: {first} Resolve what blocks, or export a draft.",
            count=str(len(findings)),
        )
        self.findings = tuple(findings)


class NotWhatWasApproved(IrplanError):
    """A final export was asked for of a plan that was changed since it was approved."""

    code = "export.not-approved"

    def __init__(self) -> None:
        super().__init__(
            "What would be exported is no approved version: submit it for approval, export a "
            "draft, or export the version that was issued."
        )


class DraftsAreNotSigned(IrplanError):
    """A draft was to be signed."""

    code = "export.draft-not-signed"

    def __init__(self) -> None:
        super().__init__("Drafts are never signed: leave out either --draft or --sign.")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to export; `key` signs it, None leaves it unsigned.

    `head` is printed and carried along, so that the history up to the export can be shown later.
    `since` adds an annex with the changes since then. `audience` says for whom it is.
    `donor` is a Word file whose styles, header and footer the Word document takes.
    """

    folder: Path
    formats: tuple[FileFormat, ...] = (FileFormat.PDF, FileFormat.DOCX)
    draft: bool = False
    key: Key | None = None
    stamping: Stamping = UNSTAMPED
    head: Head | None = None
    since: Since | None = None
    audience: Audience = Audience.PLAN
    donor: Path | None = None


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One written file; `pages` is None where only a word processor knows.

    `level` is that of its signature; None for a file that is not signed.
    """

    path: Path
    format: FileFormat
    size: int
    sha256: str
    level: Level | None = None
    pages: int | None = None

    @property
    def signed(self) -> bool:
        """Whether it bears a signature."""
        return self.level is not None


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was made; `differences` between the formats' headings and tables should be none.

    `remarks` say what a page cannot show, and what the signatures lack, such as a time that
    nobody vouched for.
    """

    files: tuple[ExportedFile, ...]
    content_hash: str
    differences: tuple[str, ...] = ()
    missing_glyphs: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The document that is wanted of a plan; `when` (UTC) is the only time in it.

    `head` and `since` are those of `ExportOptions`.
    """

    draft: bool
    when: datetime
    head: Head | None = None
    since: Since | None = None
    audience: Audience = Audience.PLAN


Compose = Callable[[Judgement, Request], Document]
"""Makes the document of a judged plan."""

Progress = Callable[[float, str], None]
"""Told the share done, from 0 to 1, and what is being done; may raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A document, its PDF, the files that are wanted of it, and where these differ."""

    document: Document
    pdf: RenderedPdf
    files: Mapping[FileFormat, bytes]
    differences: tuple[str, ...] = ()


class Exporter:
    """Exports plans through the adapters it was given."""

    def __init__(
        self,
        compose: Compose,
        renderers: Renderers,
        identities: Identities,
        clock: Clock,
        witness: Witness | None = None,
    ) -> None:
        """`witness` notes the end of the history that a file bears."""
        self._witness = witness
        self._compose = compose
        self._renderers = renderers
        self._identities = identities
        self._clock = clock

    def export(
        self, judgement: Judgement, options: ExportOptions, progress: Progress | None = None
    ) -> ExportResult:
        """Write the files `options` ask for.

        Raises:
            PlanNotReady: a finding blocks a final export.
            NotWhatWasApproved: a final export is no version that was approved.
            DraftsAreNotSigned: a draft cannot carry a signature.
            IrplanError: an identity or a file could not be used; finished files stay.
        """
        tell = progress or _silent
        when = self._clock.now().replace(microsecond=0)
        signer = self._signer(judgement, options, when)
        lent = None if options.donor is None else self._renderers.letterhead(options.donor)
        self._renderers.prepare(options.folder)
        tell(0.05, "Composing the document")
        request = Request(options.draft, when, options.head, options.since, options.audience)
        laid = self._laid_out(self._compose(judgement, request), options, lent, tell)
        sealed: dict[FileFormat, SignedData] = {}
        if signer is not None and options.audience.has_seal:
            tell(0.7, "Signing")
            sealed = sealed_files(signer, laid.document, laid.files, when)
        tell(0.9, "Saving")
        files = self._saved(laid, sealed, options)
        self._note(options.head, when)
        tell(1.0, "Done")
        return ExportResult(
            files,
            laid.document.metadata.content_hash,
            laid.differences,
            laid.pdf.missing_glyphs,
            (
                *laid.pdf.remarks,
                *(() if lent is None else lent.remarks),
                *remarks_of(sealed.values()),
                *_unsealed(options),
            ),
        )

    def _laid_out(
        self, document: Document, options: ExportOptions, lent: Letterhead | None, tell: Progress
    ) -> _LaidOut:
        tell(0.15, "Laying out the pages")
        pdf = self._renderers.pdf(document)
        files = {FileFormat.PDF: pdf.data} if FileFormat.PDF in options.formats else {}
        if FileFormat.DOCX not in options.formats:
            return _LaidOut(document, pdf, files)
        tell(0.5, "Writing the Word document")
        docx = self._renderers.docx(document, pdf.page_of, None if lent is None else lent.data)
        differences = self._renderers.differences(document, pdf.data, docx)
        return _LaidOut(document, pdf, {**files, FileFormat.DOCX: docx}, differences)

    def _saved(
        self,
        laid: _LaidOut,
        sealed: Mapping[FileFormat, SignedData],
        options: ExportOptions,
    ) -> tuple[ExportedFile, ...]:
        stem = file_stem(laid.document)
        found = []
        for kind in options.formats:
            signed = sealed.get(kind)
            data = laid.files[kind] if signed is None else signed.data
            file = self._write(options.folder / f"{stem}.{kind.value}", kind, data)
            level = None if signed is None else signed.level
            pages = laid.pdf.pages if kind is FileFormat.PDF else None
            found.append(replace(file, level=level, pages=pages))
        return tuple(found)

    def _note(self, head: Head | None, when: datetime) -> None:
        """Note the end of the history; the files are written, whether that works or not."""
        if self._witness is not None and head is not None:
            with suppress(IrplanError):
                self._witness.note(head, when, Occasion.EXPORT)

    def _signer(
        self, judgement: Judgement, options: ExportOptions, when: datetime
    ) -> Signer | None:
        if options.draft and options.key is not None:
            raise DraftsAreNotSigned
        blocking = [item for item in judgement.findings() if item.weight is Weight.BLOCKS]
        if blocking and not options.draft:
            raise PlanNotReady(blocking)
        if not options.draft and departed(judgement.plan):
            raise NotWhatWasApproved
        if options.key is None:
            return None
        return self._identities.open(options.key, when, options.stamping)

    def _write(self, path: Path, kind: FileFormat, data: bytes) -> ExportedFile:
        self._renderers.write(path, data)
        return ExportedFile(path, kind, len(data), hashlib.sha256(data).hexdigest())


def _unsealed(options: ExportOptions) -> tuple[str, ...]:
    if options.key is None or options.audience.has_seal:
        return ()
    return (f"The edition for {options.audience.value} has no room for a seal and was not signed.",)


def statement_of(document: Document, when: datetime) -> Statement:
    """What a signature over `document` declares."""
    return Statement(when, document.wording.sealed, document.wording.edition)


def sealed_files(
    signer: Signer, document: Document, files: Mapping[FileFormat, bytes], when: datetime
) -> dict[FileFormat, SignedData]:
    """The files of `document` with the signature of `signer`, in a PDF in the field of the seal."""
    statement = statement_of(document, when)
    return {kind: _sealed(signer, kind, data, statement) for kind, data in files.items()}


def remarks_of(signed: Iterable[SignedData]) -> tuple[str, ...]:
    """What the signatures lack, each sentence once."""
    return tuple(dict.fromkeys(remark for one in signed for remark in one.remarks))


def _sealed(signer: Signer, kind: FileFormat, data: bytes, statement: Statement) -> SignedData:
    match kind:
        case FileFormat.PDF:
            return signer.sign_pdf(data, statement, field=SignatureRole.SEAL, certify=True)
        case FileFormat.DOCX:
            return signer.sign_word(data, statement, line=SignatureRole.SEAL)
        case _:
            assert_never(kind)


def _silent(share: float, what: str) -> None:
    """Nobody wants to know."""
