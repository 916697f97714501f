"""Documents: composed, exported, sealed and verified."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.plans import Plans
from app.bootstrap.rendering import FileRenderers
from app.bootstrap.trusting import certificate
from app.bootstrap.wiring import DEFAULT_TEMPLATE

if TYPE_CHECKING:
    from app.domain.document.tree import Document
    from app.domain.judgement.engine import Judgement
    from app.domain.lifecycle.chain import Head
    from app.domain.plan.plan import Plan
    from app.domain.plan.playbooks import Playbook
    from app.domain.plan.sessions import ReviewSession
    from app.services.approving.exporting import Issued, VersionExporter
    from app.services.countersigning import Countersigning
    from app.services.exporting import Exporter, Request
    from app.services.identity_standing import Ask, IdentityStanding
    from app.services.learning.attaching import MeasuredFile
    from app.services.playbooks.picture import FlowPicture
    from app.services.proving.matching import PlanSource
    from app.services.proving.slots import Required
    from app.services.proving.stamps import TimeStampReport
    from app.services.reviewing.minutes import MinutesExporter
    from app.services.signing import CertificateFacts, IdentityRequest, SignedData, Stamping
    from app.services.verifying import VerificationReport


class Documents(Plans):
    """Everything that makes or judges a file for others."""

    def exporter(self) -> Exporter:
        """Exports plans to files."""
        from app.services.exporting import Exporter

        return Exporter(self.compose, FileRenderers(), self.identities, self.clock, self.witness)

    def compose(self, judgement: Judgement, request: Request) -> Document:
        """The document of a judged plan, its fixed words in the language of the plan."""
        from app.export.compose.editions.choosing import edition
        from app.export.compose.plan_document import occasion_of
        from app.export.pdf.extent import extent

        labels = self.library.labels(judgement.plan.profile.language)
        occasion = occasion_of(
            judgement.plan, request.draft, request.when, request.head, since=request.since
        )
        return edition(judgement, labels, replace(occasion, audience=request.audience), extent)

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

    def version_exporter(self) -> VersionExporter:
        """Exports issued versions as they were issued."""
        from app.services.approving.exporting import VersionExporter, Workbench

        tools = Workbench(
            self.judged, self.compose_issued, FileRenderers(), self.identities, self.clock
        )
        return VersionExporter(tools)

    def compose_issued(self, judgement: Judgement, issued: Issued) -> Document:
        """The document of an issued version, whatever became of it since."""
        from app.export.compose.editions.choosing import edition
        from app.export.compose.occasion import Occasion
        from app.export.pdf.extent import extent

        labels = self.library.labels(judgement.plan.profile.language)
        occasion = Occasion(False, issued.when, issued.head, edition=issued.edition)
        return edition(judgement, labels, replace(occasion, audience=issued.audience), extent)

    def make_identity(
        self, request: IdentityRequest, out: Path, passphrase: str
    ) -> CertificateFacts:
        """Write a new self-signed identity and its certificate.

        Raises:
            IrplanError: a detail is not acceptable, or one of the files exists.
        """
        return self.identities.create(request, out, passphrase, self.clock.now())

    def identity_standing(self, file: Path, ask: Ask) -> IdentityStanding:
        """Whose identity or certificate is in `file`, and whether it signs now.

        `ask` gives the passphrase where one is needed.

        Raises:
            IrplanError: it cannot be read or opened, or holds no certificate.
        """
        from app.signing.identity_showing import identity_standing

        return identity_standing(file, ask, self.clock.now())

    def fingerprint_sheet(self, facts: CertificateFacts, file: str, language: str = "") -> bytes:
        """One page (PDF) to compare a certificate by, which is in the file called `file`."""
        from app.export.compose.fingerprint_sheet import LENGTHS, fingerprint_sheet
        from app.export.pdf.extent import extent

        labels = self.library.labels(language)
        when = self.clock.now().replace(microsecond=0)
        sheets = (fingerprint_sheet(facts, file, labels, when, most) for most in LENGTHS)
        fitting = next(sheet for sheet in sheets if extent(sheet) <= 1)
        return FileRenderers().pdf(fitting).data

    def verify(
        self,
        path: Path,
        trusted: Sequence[Path] = (),
        required: Required | None = None,
        plan: Path | None = None,
    ) -> VerificationReport:
        """Judge an exported file against the certificates in `trusted`.

        `required` says who has to have signed, everybody it is prepared for unless given; with
        `plan`, a plan file, the content is compared.

        Raises:
            IrplanError: a file cannot be read, or is not a certificate.
        """
        from app.services.proving.slots import ALL
        from app.services.verifying import Verdict
        from app.signing import verify

        source = None if plan is None else self._compared_plan(plan)
        report = verify(path, [certificate(file) for file in trusted], required or ALL)
        if source is None or report.verdict is Verdict.UNREADABLE:
            return report
        from app.services.proving.matching import compared_with

        return replace(report, comparison=compared_with(report.carried, source))

    def _compared_plan(self, plan: Path) -> PlanSource:
        from app.persistence.db.history import history_of
        from app.services.proving.matching import PlanSource

        store = self._files().open(plan, read_only=True)
        try:
            profile, trail = store.load().profile, store.history()
        finally:
            store.close()
        template = self.template(profile.template or DEFAULT_TEMPLATE, profile.language)
        return PlanSource(plan.name, history_of(self._files(), plan), trail, template.questions)

    def playbook_flow(self, plan: Plan, playbook: Playbook, width: float = 472.0) -> FlowPicture:
        """The flow of a playbook of `plan` as it is printed, `width` units wide."""
        from app.export.compose.tables.playbook_picture import playbook_picture

        labels = self.library.labels(plan.profile.language)
        return playbook_picture(plan, playbook, labels, width)

    def exported_file(self, path: Path) -> bytes:
        """The bytes of a file that was exported, by whomever.

        Raises:
            IrplanError: it cannot be read, or is too large.
        """
        from app.signing.foreign_files import read_bytes

        return read_bytes(path)

    def countersigning(self) -> Countersigning:
        """Signs exported files in the fields they have prepared."""
        from app.services.countersigning import Countersigning
        from app.signing import prepared

        return Countersigning(self.identities, self.clock, prepared)

    def stamped(self, data: bytes, stamping: Stamping) -> SignedData:
        """A signed file with a time stamp of its last signature.

        Raises:
            IrplanError: there is no stamp, or the file takes none.
        """
        from app.signing import add_time_stamp

        return add_time_stamp(data, stamping)

    def time_from(self, authority: str) -> TimeStampReport:
        """What the time-stamp server at the address `authority` answers now.

        Raises:
            IrplanError: it gives no stamp that would be believed.
        """
        from app.signing.stamp_check import check_stamp, digest_of
        from app.signing.time_stamp import token_for

        asked = b"irplan asks whether you answer"
        return check_stamp(token_for(asked, authority), digest_of(asked), ()).report

    def measure(self, path: Path, *, inside: bool = False) -> MeasuredFile:
        """A file that is to be attached, or looked at again; `inside` asks for its bytes too.

        Raises:
            IrplanError: it cannot be read.
        """
        from app.exchange.attachments import measure

        return measure(path, inside=inside)
