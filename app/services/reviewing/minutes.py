"""The minutes of a review session as signed files."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from app.domain.document.tree import Document
from app.domain.lifecycle.chain import Head
from app.domain.plan.acts import KeptFile
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import ReviewSession
from app.services.clock import Clock
from app.services.exporting import DraftsAreNotSigned, Progress, remarks_of, sealed_files
from app.services.file_names import plain_words
from app.services.rendering import FileFormat, RenderedPdf, Renderers
from app.services.reviewing.finding import session_of
from app.services.signing import UNSTAMPED, Identities, Key, Level, SignedData, Signer, Stamping
from app.services.storing import Files


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """What to write where; `key` signs it, None leaves it unsigned."""

    folder: Path
    formats: tuple[FileFormat, ...] = (FileFormat.PDF, FileFormat.DOCX)
    key: Key | None = None
    stamping: Stamping = UNSTAMPED
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class MinutesFile:
    """One written file and its bytes; `pages` is None where only a word processor knows.

    `level` is that of its signature; None for a file that is not signed.
    """

    path: Path
    format: FileFormat
    data: bytes = field(repr=False)
    sha256: str
    level: Level | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """What was made; `differences` between the formats should be none."""

    files: tuple[MinutesFile, ...]
    differences: tuple[str, ...] = ()
    missing_glyphs: str = ""
    remarks: tuple[str, ...] = ()


ComposeMinutes = Callable[[Plan, ReviewSession, datetime, Head | None], Document]
"""Makes the document of a session's minutes; the time is UTC."""


class MinutesExporter:
    """Writes minutes through the adapters it was given; `Workshop.minutes_exporter()` makes one."""

    def __init__(
        self, compose: ComposeMinutes, renderers: Renderers, identities: Identities, clock: Clock
    ) -> None:
        self._compose = compose
        self._renderers = renderers
        self._identities = identities
        self._clock = clock

    def export(
        self, plan: Plan, key: RecordId, options: MinutesOptions, progress: Progress | None = None
    ) -> Minutes:
        """Write the files `options` ask for; minutes of a session not closed are a draft.

        Raises:
            SessionUnknown: there is no such session.
            DraftsAreNotSigned: it is not closed, and a key is given.
            IrplanError: an identity or a file could not be used; finished files stay.
        """
        session = session_of(plan, key)
        when = self._clock.now().replace(microsecond=0)
        signer = self._signer(session, options, when)
        self._renderers.prepare(options.folder)
        _tell(progress, 0.05, "Composing the minutes")
        document = self._compose(plan, session, when, options.head)
        _tell(progress, 0.15, "Laying out the pages")
        pdf = self._renderers.pdf(document)
        made, differences = self._rendered(document, pdf, options)
        sealed: dict[FileFormat, SignedData] = {}
        if signer is not None:
            _tell(progress, 0.7, "Signing")
            sealed = sealed_files(signer, document, made, when)
            made = {kind: one.data for kind, one in sealed.items()}
        _tell(progress, 0.9, "Saving")
        stem = file_stem(plan, session)
        files = tuple(
            replace(
                self._written(options.folder / f"{stem}.{kind.value}", kind, made[kind]),
                level=sealed[kind].level if kind in sealed else None,
                pages=pdf.pages if kind is FileFormat.PDF else None,
            )
            for kind in options.formats
        )
        _tell(progress, 1.0, "Done")
        return Minutes(files, differences, pdf.missing_glyphs, remarks_of(sealed.values()))

    def _signer(
        self, session: ReviewSession, options: MinutesOptions, when: datetime
    ) -> Signer | None:
        if options.key is None:
            return None
        if session.closed_at is None:
            raise DraftsAreNotSigned
        return self._identities.open(options.key, when, options.stamping)

    def _rendered(
        self, document: Document, pdf: RenderedPdf, options: MinutesOptions
    ) -> tuple[dict[FileFormat, bytes], tuple[str, ...]]:
        """The files before they are signed, and where they differ."""
        made = {FileFormat.PDF: pdf.data}
        if FileFormat.DOCX not in options.formats:
            return made, ()
        made[FileFormat.DOCX] = self._renderers.docx(document, pdf.page_of)
        return made, self._renderers.differences(document, pdf.data, made[FileFormat.DOCX])

    def _written(self, path: Path, kind: FileFormat, data: bytes) -> MinutesFile:
        self._renderers.write(path, data)
        return MinutesFile(path, kind, data, hashlib.sha256(data).hexdigest())


def file_stem(plan: Plan, session: ReviewSession) -> str:
    """A file name any system takes; minutes of a session not closed never overwrite others."""
    of_plan = plain_words(plan.profile.document_id, LONGEST_PART)
    of_session = plain_words(session.id, LONGEST_PART)
    draft = "" if session.closed_at is not None else "draft"
    return "-".join(part for part in ("minutes", of_plan, of_session, draft) if part)


LONGEST_PART: Final = 40
"""Characters of a file name that say which plan, and which session."""


def _tell(progress: Progress | None, share: float, what: str) -> None:
    if progress is not None:
        progress(share, what)


def keeping(
    plan: Plan, key: RecordId, minutes: Minutes, by: str, now: datetime
) -> tuple[ChangeSet, Files]:
    """Records of the files as changes, and their bytes by hash, for the plan to keep.

    Files it keeps already are left out.
    """
    files = {one.sha256: one for one in minutes.files if RecordId(one.sha256) not in plan.files}
    about = f"{Kind.SESSION.value}/{key}"
    changes = tuple(
        put(plan, KeptFile(RecordId(sha256), one.path.name, len(one.data), about, by, now))
        for sha256, one in files.items()
    )
    return changes, {sha256: one.data for sha256, one in files.items()}
