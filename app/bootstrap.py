"""Wiring: the one place where ports meet the adapters that serve them.

A window shows before anything of a plan is needed, so this module imports next to nothing;
each method imports what it uses.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from app.domain.errors import IrplanError
from app.paths import AppPaths, data_folder
from app.services.clock import Clock, today
from app.services.settings import Settings, with_recent

if TYPE_CHECKING:
    from app.domain.document.tree import Document
    from app.domain.interview.drafting import AnswerSheet
    from app.domain.interview.language import Language
    from app.domain.interview.template import PlanTemplate
    from app.domain.judgement.deadlines.working_days import HolidayCalendar
    from app.domain.judgement.engine import Judgement
    from app.domain.judgement.requirements import Framework
    from app.domain.judgement.standards import Standards
    from app.domain.lifecycle.approving.editions import Edition
    from app.domain.lifecycle.auditing import History
    from app.domain.lifecycle.chain import Head
    from app.domain.lifecycle.reminding.reminder import Reminder
    from app.domain.plan.plan import Plan
    from app.domain.plan.sessions import ReviewSession
    from app.persistence.db.files import PlanFiles
    from app.persistence.settings import SettingsFile
    from app.reminders.office import ReminderOffice
    from app.services.approving.asking import ApprovalRequest, ApprovalResponse
    from app.services.approving.exporting import VersionExporter
    from app.services.changes.since import Since
    from app.services.copies import CopyShelf
    from app.services.exporting import Exporter, RenderedPdf
    from app.services.history import PlanHistory
    from app.services.learning.attaching import MeasuredFile
    from app.services.library import Library, TemplateSummary
    from app.services.opening import OpenPlan
    from app.services.reminding.watching import Watch
    from app.services.reviewing.minutes import MinutesExporter
    from app.services.signing import CertificateFacts, Identities, IdentityRequest
    from app.services.text_signatures import TextSignature
    from app.services.verifying import VerificationReport
    from app.services.witnessing import Witness

SAMPLE = "northwind-health"
"""The sample organisation that is shown unless another is asked for."""

DEFAULT_TEMPLATE = "combined"
"""What a new plan starts from unless something else is chosen."""


class CertificateUnreadable(IrplanError):
    """A certificate to trust cannot be read."""

    code: ClassVar[str] = "verify.certificate-unreadable"


class SampleUnknown(IrplanError):
    """A name that is none of the sample organisations."""

    code: ClassVar[str] = "library.unknown-sample"

    def __init__(self, sample: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no sample organisation {sample!r}; choose one of {', '.join(known)}.",
            sample=sample,
        )


class LanguageUnknown(IrplanError):
    """A tag that is none of the languages."""

    code: ClassVar[str] = "library.unknown-language"

    def __init__(self, tag: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no language {tag!r}; choose one of {', '.join(known)}.", language=tag
        )


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A sample organisation as a list of choices shows it; all but `name` in words."""

    name: str
    organisation: str
    sector: str
    template: str


def samples_folder() -> Path:
    """The folder of the answers of the sample organisations, a file each."""
    return data_folder("resources") / "samples"


def _sample_file(sample: str) -> Path:
    return samples_folder() / f"{sample}.toml"


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock


class FileRenderers:
    """The PDF and Word renderers, loaded when first used."""

    def pdf(self, document: Document) -> RenderedPdf:
        """The document as PDF."""
        from app.export.pdf.render import render
        from app.services.exporting import RenderedPdf

        result = render(document)
        missing = "".join(result.missing_glyphs)
        return RenderedPdf(result.data, result.pages, result.anchors, missing)

    def docx(self, document: Document, page_of: Mapping[str, int]) -> bytes:
        """The document as DOCX."""
        from app.export.word.render import render

        return render(document, page_of).data

    def differences(self, document: Document, docx: bytes) -> tuple[str, ...]:
        """Where the headings or tables of the DOCX differ from the document's."""
        from app.domain.document.outline import differences, outline
        from app.export.word.outline import outline as read_back

        return differences(outline(document), read_back(docx))

    def prepare(self, folder: Path) -> None:
        """Make `folder` where it is missing, and make sure files can be written to it."""
        from app.export.files import prepare_folder

        prepare_folder(folder)

    def write(self, path: Path, data: bytes) -> None:
        """Write a whole file or nothing."""
        from app.export.files import write_file

        write_file(path, data)


@dataclass(frozen=True)
class Workshop:
    """Everything a window or a command can do with plans, wired once for a process."""

    paths: AppPaths
    clock: Clock

    @cached_property
    def library(self) -> Library:
        """The shipped templates and frameworks."""
        from app.persistence.library.store import FileLibrary

        return FileLibrary(data_folder("templates"), data_folder("frameworks"))

    @cached_property
    def identities(self) -> Identities:
        """Signing identities kept in files."""
        from app.signing import FileIdentities

        return FileIdentities(data_folder("resources") / "fonts" / "Inter-Regular.ttf")

    @cached_property
    def witness(self) -> Witness:
        """Where the ends of plans' histories are noted outside the plan files."""
        from app.signing.head_ledger import HeadLedger

        return HeadLedger(self.paths.data / "heads")

    @cached_property
    def holidays(self) -> HolidayCalendar:
        """Weekends and public holidays, by country."""
        from app.exchange.holidays import PublicHolidays

        return PublicHolidays()

    def settings(self) -> Settings:
        """The person's settings."""
        return self._settings_file().load()

    def save_settings(self, settings: Settings) -> None:
        """Keep the person's settings."""
        self._settings_file().save(settings)

    def templates(self) -> tuple[TemplateSummary, ...]:
        """The templates a plan can start from."""
        return self.library.templates()

    def template(self, template: str, language: str = "") -> PlanTemplate:
        """One template, whole; `language` is a tag, blank for the base's."""
        return self.library.template(template, language)

    def language(self, tag: str) -> Language:
        """One of the languages plans can be written in.

        Raises:
            LanguageUnknown: there is none of that tag.
        """
        known = self.library.languages()
        found = next((item for item in known if item.tag == tag), None)
        if found is None:
            raise LanguageUnknown(tag, [item.tag for item in known])
        return found

    def create(self, path: Path, template: str, sheet: AnswerSheet) -> OpenPlan:
        """Draft a plan from `sheet`, keep it in the new file `path` and open it.

        A blank `template` stands for the one the sheet was written for.

        Raises:
            IrplanError: the file exists or cannot be written, or the template is unknown.
        """
        from app.domain.interview.drafting import draft
        from app.domain.plan.ids import new_id

        chosen = self.template(template or sheet.template or DEFAULT_TEMPLATE, sheet.language)
        self._files().create(path, draft(chosen, sheet, new_id("plan")))
        return self.open(path)

    def samples(self) -> tuple[str, ...]:
        """The names of the sample organisations."""
        return tuple(path.stem for path in sorted(samples_folder().glob("*.toml")))

    def sample_cards(self) -> tuple[SampleCard, ...]:
        """The sample organisations in words, without a plan being made of them.

        Raises:
            IrplanError: answers of one of them, or its template, cannot be read.
        """
        return tuple(map(self._sample_card, self.samples()))

    def sample_documents(self) -> tuple[str, ...]:
        """The ids that the documents of the sample organisations carry."""
        from app.exchange.samples import sample_facts

        return tuple(sample_facts(_sample_file(name)).document for name in self.samples())

    def create_sample(self, path: Path, sample: str = SAMPLE) -> OpenPlan:
        """Make the plan of a sample organisation in the new file `path` and open it.

        Raises:
            IrplanError: there is no such sample, or the file exists or cannot be written.
        """
        return self.create(path, "", self.sample_sheet(sample))

    def sample_sheet(self, sample: str = SAMPLE) -> AnswerSheet:
        """What a sample organisation has answered.

        Raises:
            SampleUnknown: there is no such sample.
        """
        if sample not in self.samples():
            raise SampleUnknown(sample, self.samples())
        return self.read_answers(_sample_file(sample))

    def _sample_card(self, sample: str) -> SampleCard:
        from app.domain.interview.questions import label_of
        from app.exchange.samples import sample_facts

        facts = sample_facts(_sample_file(sample))
        template = self.template(facts.template or DEFAULT_TEMPLATE)
        asked = template.questions.get("profile.sector")
        sector = facts.sector if asked is None else label_of(asked, facts.sector)
        return SampleCard(sample, facts.organisation, sector, template.name)

    def read_answers(self, path: Path, template: str = "") -> AnswerSheet:
        """The answers in a TOML file; a blank `template` stands for the one the file names.

        Raises:
            IrplanError: every problem of the file, each with its place.
        """
        from app.exchange.answers import read_answers, written_for

        named, language = written_for(path)
        return read_answers(path, self.template(template or named or DEFAULT_TEMPLATE, language))

    def answers_form(self, template: str, given: Mapping[str, str] = MappingProxyType({})) -> str:
        """A commented TOML file with the questions of a template next to what is `given`.

        Raises:
            IrplanError: the template is unknown, or what is given is no answer.
        """
        from app.exchange.answers_form import answers_form
        from app.exchange.given import given_answers

        chosen = self.template(template)
        return answers_form(chosen, given_answers(given, chosen))

    def open(self, path: Path, *, read_only: bool = False) -> OpenPlan:
        """Open the plan file `path` and remember it as recent.

        Raises:
            IrplanError: with why it cannot be opened.
        """
        from app.services.opening import OpenPlan

        store = self._files().open(path, read_only=read_only)
        try:
            plan = store.load()
            profile = plan.profile
            template = self.template(profile.template or DEFAULT_TEMPLATE, profile.language)
            opened = OpenPlan(store, template, self._standards(), self.clock, self.witness)
        except BaseException:
            store.close()
            raise
        self.save_settings(with_recent(self.settings(), path.absolute()))
        return opened

    def audit_trail(self, path: Path) -> History:
        """Everything an audit of the plan file `path` looks at.

        Raises:
            IrplanError: with why it cannot be read.
        """
        store = self._files().open(path, read_only=True)
        try:
            return store.history()
        finally:
            store.close()

    def exported_head(self, path: Path) -> Head:
        """The end of the history that an exported PDF carries.

        Raises:
            IrplanError: it cannot be read, or carries none.
        """
        from app.export.audit_head import read_head

        return read_head(path)

    def copy(self, opened: OpenPlan, path: Path) -> None:
        """Write the plan as it is now, saved or not, into the new file `path`.

        Raises:
            IrplanError: the file exists or cannot be written.
        """
        self._files().create(path, opened.plan)

    def history(self, path: Path) -> PlanHistory:
        """How the plan in the file `path` came about, as far as it is saved; nothing is locked.

        Raises:
            IrplanError: with why it cannot be opened.
        """
        from app.persistence.db.history import history_of

        return history_of(self._files(), path)

    def copies(self, path: Path) -> CopyShelf:
        """The backups of the plan file `path`, which may be damaged or gone."""
        from app.persistence.db.copies import PlanCopies

        return PlanCopies(self._files(), path)

    def rescue(self, path: Path) -> Path:
        """Write the newest good backup of `path` into a new file next to it; gives that file.

        Raises:
            IrplanError: there is no good backup, or the file cannot be written.
        """
        return self.copies(path).rescue()

    def duplicate(self, path: Path, to: Path) -> None:
        """Write the sound plan file `path`, history and all, into the new file `to`.

        Raises:
            IrplanError: it cannot be read, or `to` exists or cannot be written.
        """
        self._files().duplicate(path, to)

    def exporter(self) -> Exporter:
        """Exports plans to files."""
        from app.services.exporting import Exporter

        return Exporter(
            self.compose, FileRenderers(), self.identities, self.clock, self.witness
        )

    def compose(
        self,
        judgement: Judgement,
        draft: bool,
        when: datetime,
        head: Head | None = None,
        since: Since | None = None,
    ) -> Document:
        """The document of a judged plan, its fixed words in the language of the plan."""
        from app.export.compose.plan_document import compose

        labels = self.library.labels(judgement.plan.profile.language)
        return compose(judgement, labels, draft, when, head, since=since)

    def minutes_exporter(self) -> MinutesExporter:
        """Writes the minutes of review sessions to files."""
        from app.services.reviewing.minutes import MinutesExporter

        return MinutesExporter(self.compose_minutes, FileRenderers(), self.identities, self.clock)

    def compose_minutes(
        self, plan: Plan, session: ReviewSession, when: datetime, head: Head | None = None
    ) -> Document:
        """The minutes of a review session, their fixed words in the language of the plan."""
        from app.export.compose.minutes import compose_minutes

        labels = self.library.labels(plan.profile.language)
        return compose_minutes(plan, session, labels, when, head)

    def judged(self, plan: Plan, day: date) -> Judgement:
        """`plan` judged as of `day`.

        Raises:
            IrplanError: its template is unknown here.
        """
        from app.domain.judgement.engine import Judgement

        profile = plan.profile
        template = self.template(profile.template or DEFAULT_TEMPLATE, profile.language)
        return Judgement(plan, template, self._standards(), day)

    def version_exporter(self) -> VersionExporter:
        """Exports issued versions as they were issued."""
        from app.services.approving.exporting import VersionExporter, Workbench

        tools = Workbench(
            self.judged, self.compose_issued, FileRenderers(), self.identities, self.clock
        )
        return VersionExporter(tools)

    def compose_issued(
        self, judgement: Judgement, when: datetime, head: Head | None, edition: Edition
    ) -> Document:
        """The document of an issued version, whatever became of it since."""
        from app.export.compose.plan_document import Occasion, composed

        labels = self.library.labels(judgement.plan.profile.language)
        return composed(judgement, labels, Occasion(False, when, head, edition=edition))

    def read_request(self, path: Path) -> ApprovalRequest:
        """What somebody is asked in the file `path`.

        Raises:
            IrplanError: it cannot be read, or is no request that holds together.
        """
        from app.exchange.handover.requests import read_request

        return read_request(path)

    def write_request(self, request: ApprovalRequest, path: Path) -> None:
        """Write a request to `path`; the plan's personal data is in it.

        Raises:
            IrplanError: the file cannot be written.
        """
        from app.exchange.handover.requests import request_bytes

        self.write(path, request_bytes(request))

    def request_pdf(self, request: ApprovalRequest) -> RenderedPdf:
        """The plan of a request to read, marked as a draft.

        Raises:
            IrplanError: its template is unknown here.
        """
        judgement = self.judged(request.plan, self._day)
        when = self.clock.now().replace(microsecond=0)
        return FileRenderers().pdf(self.compose(judgement, True, when, request.head))

    def read_response(self, path: Path) -> ApprovalResponse:
        """The answer in the file `path`; whether it holds is not looked at.

        Raises:
            IrplanError: it cannot be read, or is no answer.
        """
        from app.exchange.handover.responses import read_response

        return read_response(path)

    def write_response(self, response: ApprovalResponse, path: Path) -> None:
        """Write an answer to `path`.

        Raises:
            IrplanError: the file cannot be written.
        """
        from app.exchange.handover.responses import response_bytes

        self.write(path, response_bytes(response))

    def verify_text(
        self, data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
    ) -> TextSignature:
        """Judge a detached signature over `data`.

        Raises:
            IrplanError: a trusted certificate is not one.
        """
        from app.signing import verify_text

        return verify_text(data, signature, at, trusted)

    def make_identity(
        self, request: IdentityRequest, out: Path, passphrase: str
    ) -> CertificateFacts:
        """Write a new self-signed identity and its certificate.

        Raises:
            IrplanError: a detail is not acceptable, or one of the files exists.
        """
        return self.identities.create(request, out, passphrase, self.clock.now())

    def verify(self, path: Path, trusted: Sequence[Path] = ()) -> VerificationReport:
        """Judge an exported file against the certificates in `trusted`.

        Raises:
            IrplanError: a file cannot be read, or is not a certificate.
        """
        from app.signing import verify

        return verify(path, [_certificate(file) for file in trusted])

    @cached_property
    def reminder_office(self) -> ReminderOffice:
        """Brings to people what plans remind of."""
        from app.reminders.ledger import FileLedger
        from app.reminders.office import ReminderOffice
        from app.reminders.passwords import KeyringPasswords
        from app.reminders.timers.choosing import timers_here

        return ReminderOffice(
            clock=self.clock,
            holidays=self.holidays,
            ledger=FileLedger(self.paths.data / "reminders.sqlite"),
            passwords=KeyringPasswords(),
            timers=timers_here(self.paths),
            mail=lambda: self.settings().mail,
        )

    def watch(self, plan: Plan) -> Watch:
        """What `plan` reminds of today."""
        from app.services.reminding.watching import watch

        return watch(plan, self._day, self.holidays)

    def plan_in(self, path: Path) -> Plan:
        """The plan in the file `path`, which is neither locked nor remembered as recent.

        Raises:
            IrplanError: with why it cannot be read.
        """
        store = self._files().open(path, read_only=True)
        try:
            return store.load()
        finally:
            store.close()

    def reminders(self, opened: OpenPlan) -> tuple[Reminder, ...]:
        """What the plan reminds its owner of, contacts of a day as one."""
        return self.watch(opened.plan).shown

    def calendar(self, opened: OpenPlan) -> bytes:
        """The plan's reminders as an iCalendar file."""
        return self.reminder_office.calendar((self.watch(opened.plan),))

    def write_calendar(self, opened: OpenPlan, path: Path) -> None:
        """Write the reminders to `path`, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        self.write_calendars((self.watch(opened.plan),), path)

    def write_calendars(self, watches: Sequence[Watch], path: Path) -> None:
        """Write what some plans remind of to one file, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        self.write(path, self.reminder_office.calendar(watches))
        self.reminder_office.note_calendar(watches)

    def measure(self, path: Path, *, inside: bool = False) -> MeasuredFile:
        """A file that is to be attached, or looked at again; `inside` asks for its bytes too.

        Raises:
            IrplanError: it cannot be read.
        """
        from app.exchange.attachments import measure

        return measure(path, inside=inside)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file only its owner may read, the whole file or nothing.

        Raises:
            IrplanError: the file cannot be written.
        """
        FileRenderers().write(path, data)

    @property
    def _day(self) -> date:
        return today(self.clock)

    def _settings_file(self) -> SettingsFile:
        from app.persistence.settings import SettingsFile

        return SettingsFile(self.paths.config / "settings.json")

    def _files(self) -> PlanFiles:
        from app.persistence.db.files import PlanFiles

        actor = self.settings().person or _account()
        return PlanFiles(self.paths.data / "backups", self.clock, actor)

    def _standards(self) -> Standards:
        """Frameworks come from the shelf when a plan chooses them, no earlier."""
        from app.domain.judgement.standards import Standards

        library = self.library
        return Standards(
            elements=library.elements(), regimes=library.regimes(), shelf=self._framework
        )

    def _framework(self, name: str) -> Framework | None:
        from app.services.library import FrameworkUnknown

        try:
            return self.library.framework(name)
        except FrameworkUnknown:
            return None


def workshop(paths: AppPaths | None = None, clock: Clock | None = None) -> Workshop:
    """The workshop of this user, or of the folders and the clock a test gives."""
    return Workshop(paths or AppPaths.of_user(), clock or SystemClock())


def _certificate(path: Path) -> bytes:
    """What is in `path`, once it is known to be a certificate."""
    from app.signing.certificates import read_trusted
    from app.signing.errors import NotACertificateError

    try:
        data = path.read_bytes()
        read_trusted((data,))
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise CertificateUnreadable(f"The certificate {path} cannot be read: {why}.") from error
    except NotACertificateError as error:
        raise NotACertificateError(
            f"{path} is not a certificate: supply the .crt file that came with the document."
        ) from error
    return data


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows has no pwd
        return "somebody"
