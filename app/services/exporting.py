"""The export: plan to document, document to files, files signed and written."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol, assert_never

from app.domain.document.tree import Document
from app.domain.errors import IrplanError
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.approving.editions import departed
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion
from app.services.changes.since import Since
from app.services.clock import Clock
from app.services.signing import Identities, Signer, Statement
from app.services.witnessing import Witness


class FileFormat(Enum):
    """The formats a plan is exported to; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"


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
    """What to export; `identity` and `passphrase` sign it, None leaves it unsigned.

    `head` is printed and carried along, so that the history up to the export can be shown later.
    `since` adds an annex with the changes since then.
    """

    folder: Path
    formats: tuple[FileFormat, ...] = (FileFormat.PDF, FileFormat.DOCX)
    draft: bool = False
    identity: Path | None = None
    passphrase: str = field(default="", repr=False)
    head: Head | None = None
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One written file; `pages` is None where only a word processor knows."""

    path: Path
    format: FileFormat
    size: int
    sha256: str
    signed: bool
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was made; `differences` between the formats' headings and tables should be none."""

    files: tuple[ExportedFile, ...]
    content_hash: str
    differences: tuple[str, ...] = ()
    missing_glyphs: str = ""


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A rendered PDF, its page count and the page of each anchor."""

    data: bytes
    pages: int
    page_of: Mapping[str, int]
    missing_glyphs: str = ""


Compose = Callable[[Judgement, bool, datetime, Head | None, Since | None], Document]
"""Makes the document of a judged plan; the flag asks for a draft, the time is UTC."""

Progress = Callable[[float, str], None]
"""Told the share done, from 0 to 1, and what is being done; may raise `Cancelled`."""


class Renderers(Protocol):
    """Turns documents into files."""

    def pdf(self, document: Document) -> RenderedPdf:
        """The document as PDF."""

    def docx(self, document: Document, page_of: Mapping[str, int]) -> bytes:
        """The document as DOCX, with the page numbers the PDF came to."""

    def differences(self, document: Document, docx: bytes) -> tuple[str, ...]:
        """Where headings or tables of the DOCX differ from the document; one sentence each."""

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file or nothing."""


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
        self._renderers.prepare(options.folder)
        tell(0.05, "Composing the document")
        document = self._compose(judgement, options.draft, when, options.head, options.since)
        tell(0.15, "Laying out the pages")
        pdf = self._renderers.pdf(document)
        made = {FileFormat.PDF: pdf.data} if FileFormat.PDF in options.formats else {}
        differences: tuple[str, ...] = ()
        if FileFormat.DOCX in options.formats:
            tell(0.5, "Writing the Word document")
            made[FileFormat.DOCX] = self._renderers.docx(document, pdf.page_of)
            differences = self._renderers.differences(document, made[FileFormat.DOCX])
        if signer is not None:
            tell(0.7, "Signing")
            statement = statement_of(document, when)
            made = {kind: signed_as(signer, kind, data, statement) for kind, data in made.items()}
        tell(0.9, "Saving")
        files = tuple(
            self._write(document, kind, made[kind], options, pdf.pages) for kind in options.formats
        )
        if self._witness is not None and options.head is not None:
            with suppress(IrplanError):  # the files are written, whether it is noted or not
                self._witness.note(options.head, when, Occasion.EXPORT)
        tell(1.0, "Done")
        return ExportResult(files, document.metadata.content_hash, differences, pdf.missing_glyphs)

    def _signer(
        self, judgement: Judgement, options: ExportOptions, when: datetime
    ) -> Signer | None:
        if options.draft and options.identity is not None:
            raise DraftsAreNotSigned
        blocking = [item for item in judgement.findings() if item.weight is Weight.BLOCKS]
        if blocking and not options.draft:
            raise PlanNotReady(blocking)
        if not options.draft and departed(judgement.plan):
            raise NotWhatWasApproved
        if options.identity is None:
            return None
        return self._identities.open(options.identity, options.passphrase, when)

    def _write(
        self,
        document: Document,
        kind: FileFormat,
        data: bytes,
        options: ExportOptions,
        pages: int,
    ) -> ExportedFile:
        path = options.folder / f"{file_stem(document)}.{kind.value}"
        self._renderers.write(path, data)
        return ExportedFile(
            path,
            kind,
            len(data),
            hashlib.sha256(data).hexdigest(),
            signed=options.identity is not None,
            pages=pages if kind is FileFormat.PDF else None,
        )


SEAL_FIELD = "Seal"
"""The signature field of the organisation seal, which is signed first and certifies."""


def statement_of(document: Document, when: datetime) -> Statement:
    """What a signature over `document` declares."""
    return Statement(when, document.wording.sealed, document.wording.edition)


def signed_as(signer: Signer, kind: FileFormat, data: bytes, statement: Statement) -> bytes:
    """The file with the signature of `signer`, in a PDF in the field of the seal."""
    match kind:
        case FileFormat.PDF:
            return signer.sign_pdf(data, statement, field=SEAL_FIELD, certify=True)
        case FileFormat.DOCX:
            return signer.sign_word(data, statement)
        case _:
            assert_never(kind)


def file_stem(document: Document) -> str:
    """A file name any system takes, from the document's id (or title) and version.

    A long title is cut, never the version: a draft must not overwrite what was issued.
    """
    metadata = document.metadata
    name = plain_words(metadata.document_id or metadata.title, LONGEST_NAME) or "plan"
    edition = plain_words(metadata.version or "draft", LONGEST_EDITION)
    if document.watermark and not edition.endswith("draft"):
        edition = f"{edition}-draft".strip("-")
    stem = f"{name}-{edition}".strip("-")
    return f"plan-{stem}" if stem.upper() in _RESERVED else stem


LONGEST_NAME = 60
LONGEST_EDITION = 20
"""Characters of a file name that say which document, and which edition of it."""


def plain_words(text: str, longest: int) -> str:
    """`text` as a part of a file name: letters, digits and dashes, `longest` at most."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in text)
    return "-".join(word for word in kept.split("-") if word)[:longest].strip("-")


_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)


def _silent(share: float, what: str) -> None:
    """Nobody wants to know."""
