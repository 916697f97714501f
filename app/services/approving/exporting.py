"""Exporting an issued version: rendered once, kept in the plan file, and given back ever after."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, Final

from app.domain.document.audience import Audience
from app.domain.document.tree import Document
from app.domain.errors import IrplanError
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.approving.course import Course, Issue, course
from app.domain.lifecycle.approving.editions import Edition, before
from app.domain.lifecycle.chain import Head
from app.domain.plan.acts import KeptFile
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.clock import Clock
from app.services.exporting import remarks_of, sealed_files
from app.services.file_names import file_stem
from app.services.history import PlanHistory
from app.services.opening import OpenPlan
from app.services.rendering import FileFormat, Renderers
from app.services.signing import UNSTAMPED, Identities, Key, Stamping


class VersionNotIssued(IrplanError):
    """A number that no issued version bears."""

    code: ClassVar[str] = "version.not-issued"

    def __init__(self, asked: str, now: Course) -> None:
        known = ", ".join(issue.version for issue in now.issues)
        issued = f"these are: {known}" if known else "none is yet"
        super().__init__(f"Version {asked!r} was never issued; {issued}.", version=asked)


class KeptAlready(IrplanError):
    """A version that was exported before is to be sealed."""

    code: ClassVar[str] = "version.kept-already"

    def __init__(self, file: KeptFile, version: str) -> None:
        super().__init__(
            f"Version {version} was exported on {file.at:%Y-%m-%d} by {file.by}; its files are "
            "kept and never change. Leave out the seal to have them again.",
            version=version,
        )


class KeptFileLost(IrplanError):
    """A file of a version is listed, and its bytes are not in the plan file."""

    code: ClassVar[str] = "version.kept-file-lost"

    def __init__(self, file: KeptFile) -> None:
        super().__init__(
            f"The kept file {file.name} is not in the plan file any more: look for it in a backup.",
            file=file.name,
        )


@dataclass(frozen=True, slots=True)
class Issued:
    """The document that is wanted of an issued version; `when` is UTC."""

    when: datetime
    head: Head | None
    edition: Edition
    audience: Audience = Audience.PLAN


ComposeIssued = Callable[[Judgement, Issued], Document]
"""Makes the document of an issued version."""

Made = tuple[KeptFile, bytes]
"""One file of a version, with its bytes."""

Judge = Callable[[Plan, date], Judgement]
"""Judges a plan as it stood on a day."""


@dataclass(frozen=True, slots=True)
class VersionFile:
    """One file of an issued version, as written; `made_at` is UTC."""

    path: Path
    sha256: str
    size: int
    made_at: datetime
    made_by: str


def _unheard(remark: str) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The key of the organisation, and who vouches for the time of its signature.

    `lacks` is told, a sentence at a time, what the signatures lack.
    """

    key: Key
    stamping: Stamping = UNSTAMPED
    lacks: Callable[[str], None] = _unheard


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An edition that is wanted of an issued version, and where its files go."""

    audience: Audience
    folder: Path
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A saved plan at the moment of an export: the end of its history, and who exports it."""

    plan: Plan
    head: Head | None
    by: str


@dataclass(frozen=True, slots=True)
class Workbench:
    """What renders, signs and writes."""

    judge: Judge
    compose: ComposeIssued
    renderers: Renderers
    identities: Identities
    clock: Clock


class VersionExporter:
    """Exports issued versions through the adapters it was given."""

    def __init__(self, tools: Workbench) -> None:
        self._tools = tools

    def is_kept(self, plan: Plan, version: str) -> bool:
        """Whether the files of a version were made before.

        Raises:
            VersionNotIssued: it was never issued.
        """
        return bool(kept_files(plan, _issue(plan, version)))

    def export(
        self,
        opened: OpenPlan,
        history: PlanHistory,
        version: str,
        folder: Path,
        seal: Seal | None = None,
    ) -> tuple[VersionFile, ...]:
        """Write the files of a version to `folder`; `history` is of the plan as saved.

        The first time they are rendered, sealed if wanted, and kept in the plan file; from then on
        the very same bytes are given back.

        Raises:
            VersionNotIssued: it was never issued.
            KeptAlready: it is to be sealed, and was exported before.
            IrplanError: an identity or a file could not be used, or nothing could be kept.
        """
        known = kept_files(opened.plan, _issue(opened.plan, version))
        if known and seal is not None:
            raise KeptAlready(known[0], version)
        self.prepare(folder)
        if known:
            return self.write([(file, _bytes(opened, file)) for file in known], folder)
        now = Moment(opened.plan, opened.store.head(), opened.store.actor)
        made = self.render(now, history, version, seal)
        files = {str(file.id): data for file, data in made}
        opened.enact([file for file, _ in made], kept_label(version), files)
        return self.write(made, folder)

    def excerpt(
        self, now: Moment, history: PlanHistory, version: str, asked: Excerpt
    ) -> tuple[VersionFile, ...]:
        """Write an edition of a version; it is rendered anew each time, and not kept.

        Raises:
            VersionNotIssued: it was never issued.
            IrplanError: an identity or a file could not be used, or the history cannot be read.
        """
        issue = _issue(now.plan, version)
        self.prepare(asked.folder)
        seal = asked.seal if asked.audience.has_seal else None
        made = self._made(now, history, issue, seal, asked.audience)
        return self.write(tuple(made.values()), asked.folder)

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it.

        Raises:
            IrplanError: they cannot.
        """
        self._tools.renderers.prepare(folder)

    def render(
        self, now: Moment, history: PlanHistory, version: str, seal: Seal | None = None
    ) -> tuple[Made, ...]:
        """The files of a version that was not exported yet; nothing is kept or written.

        Raises:
            VersionNotIssued: it was never issued.
            IrplanError: an identity could not be used, or the history cannot be read.
        """
        return tuple(self._made(now, history, _issue(now.plan, version), seal).values())

    def write(self, made: Sequence[Made], folder: Path) -> tuple[VersionFile, ...]:
        """Write files to `folder`, which is there.

        Raises:
            IrplanError: a file cannot be written; finished ones stay.
        """
        return tuple(self._written(folder, *one) for one in made)

    def _made(
        self,
        now: Moment,
        history: PlanHistory,
        issue: Issue,
        seal: Seal | None,
        audience: Audience = Audience.PLAN,
    ) -> dict[str, Made]:
        """The files by their names."""
        tools = self._tools
        when = tools.clock.now().replace(microsecond=0)
        judgement = tools.judge(history.plan_at(issue.act.revision), issue.act.at.date())
        edition = Edition(issue, before(course(now.plan.acts.values()), issue))
        document = tools.compose(judgement, Issued(when, now.head, edition, audience))
        pdf = tools.renderers.pdf(document)
        made = {
            FileFormat.PDF: pdf.data,
            FileFormat.DOCX: tools.renderers.docx(document, pdf.page_of),
        }
        if seal is not None:
            signer = tools.identities.open(seal.key, when, seal.stamping)
            sealed = sealed_files(signer, document, made, when)
            made = {kind: signed.data for kind, signed in sealed.items()}
            for remark in remarks_of(sealed.values()):
                seal.lacks(remark)
        stem = file_stem(replace(document, watermark=""))
        kept = (
            (_kept(f"{stem}.{kind.value}", data, issue, now.by, when), data)
            for kind, data in made.items()
        )
        return {file.name: (file, data) for file, data in kept}

    def _written(self, folder: Path, file: KeptFile, data: bytes) -> VersionFile:
        path = folder / file.name
        self._tools.renderers.write(path, data)
        return VersionFile(path, str(file.id), len(data), file.at, file.by)


def kept_label(version: str) -> str:
    """What the revision is called that keeps the files of a version."""
    return f"Files of version {version} kept"


def kept_files(plan: Plan, issue: Issue) -> tuple[KeptFile, ...]:
    """The files of a version that are kept in the plan file; none before its first export."""
    about = _about(issue)
    return tuple(
        file
        for file in plan.files.values()
        if file.about == about and file.inside and _NAME.fullmatch(file.name)
    )


_NAME: Final = re.compile(r"[A-Za-z0-9-]{1,120}\.(pdf|docx)")
"""How the files of a version are called; what else is kept with it has another name."""


def _issue(plan: Plan, version: str) -> Issue:
    now = course(plan.acts.values())
    issue = now.issue(version.strip())
    if issue is None:
        raise VersionNotIssued(version, now)
    return issue


def _about(issue: Issue) -> str:
    return f"acts/{issue.act.id}"


def _kept(name: str, data: bytes, issue: Issue, by: str, when: datetime) -> KeptFile:
    digest = RecordId(hashlib.sha256(data).hexdigest())
    return KeptFile(digest, name, len(data), _about(issue), by, when)


def _bytes(opened: OpenPlan, file: KeptFile) -> bytes:
    data = opened.store.kept(str(file.id))
    if data is None:
        raise KeptFileLost(file)
    return data
