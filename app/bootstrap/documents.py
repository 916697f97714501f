"""Documents: composed, exported, sealed and verified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.plans import Plans
from app.bootstrap.rendering import FileRenderers
from app.bootstrap.trusting import certificate

if TYPE_CHECKING:
    from app.domain.document.tree import Document
    from app.domain.judgement.engine import Judgement
    from app.domain.lifecycle.approving.editions import Edition
    from app.domain.lifecycle.chain import Head
    from app.domain.plan.plan import Plan
    from app.domain.plan.sessions import ReviewSession
    from app.services.approving.exporting import VersionExporter
    from app.services.changes.since import Since
    from app.services.exporting import Exporter
    from app.services.learning.attaching import MeasuredFile
    from app.services.reviewing.minutes import MinutesExporter
    from app.services.signing import CertificateFacts, IdentityRequest
    from app.services.verifying import VerificationReport


class Documents(Plans):
    """Everything that makes or judges a file for others."""

    def exporter(self) -> Exporter:
        """Exports plans to files."""
        from app.services.exporting import Exporter

        return Exporter(self.compose, FileRenderers(), self.identities, self.clock, self.witness)

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

        return verify(path, [certificate(file) for file in trusted])

    def measure(self, path: Path, *, inside: bool = False) -> MeasuredFile:
        """A file that is to be attached, or looked at again; `inside` asks for its bytes too.

        Raises:
            IrplanError: it cannot be read.
        """
        from app.exchange.attachments import measure

        return measure(path, inside=inside)
