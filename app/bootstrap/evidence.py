"""Evidence packs: made of an open plan, and checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.bootstrap.handovers import Handovers
from app.bootstrap.histories import Histories
from app.bootstrap.rendering import FileRenderers
from app.bootstrap.trusting import certificate

if TYPE_CHECKING:
    from app.services.evidence.making import Past
    from app.services.evidence.pack_report import PackReport
    from app.services.evidence.packing import EvidenceOptions, EvidenceResult
    from app.services.exporting import Progress
    from app.services.opening import OpenPlan
    from app.services.verifying import VerificationReport


class EvidenceDesk(Handovers, Histories):
    """Everything that an auditor is given."""

    def evidence(
        self,
        opened: OpenPlan,
        path: Path,
        options: EvidenceOptions,
        progress: Progress | None = None,
    ) -> EvidenceResult:
        """Write an evidence pack of the plan in the file `path`, which is saved first.

        Raises:
            IrplanError: an identity, the history or a file could not be used, or it was stopped.
        """
        from app.exchange.evidence.archive import archived
        from app.export.compose.approval_record import program
        from app.services.evidence.packing import EvidencePacker
        from app.services.evidence.ports import PackingTools
        from app.signing import verify_text
        from app.signing.signer_certificates import carried_certificates

        opened.save()
        tools = PackingTools(
            judge=self.judged,
            compose=self.compose,
            versions=self.version_exporter(),
            renderers=FileRenderers(),
            identities=self.identities,
            clock=self.clock,
            verify=verify_bytes,
            verify_text=verify_text,
            certificates=carried_certificates,
            archive=archived,
            program=program(),
        )
        return EvidencePacker(tools).pack(opened, self._past(path), options, progress)

    def check_evidence(self, path: Path, trusted: Sequence[Path] = ()) -> PackReport:
        """Judge the evidence pack in the file `path` against the certificates in `trusted`.

        Raises:
            IrplanError: it is no archive that could be a pack, or a certificate is none.
        """
        from app.exchange.evidence.unpacking import unpacked
        from app.services.evidence.checking import check_pack
        from app.services.evidence.ports import CheckingTools
        from app.signing import verify_text
        from app.signing.signer_certificates import carried_certificates

        known = tuple(certificate(file) for file in trusted)
        found = unpacked(path)
        tools = CheckingTools(verify_bytes, verify_text, carried_certificates, self.clock.now())
        return check_pack(found.files, tools, known).named(found.file, found.sha256)

    def _past(self, path: Path) -> Past:
        from app.domain.lifecycle.auditing import Weight, audited
        from app.domain.lifecycle.heads import compared
        from app.services.audit_report import AuditReport
        from app.services.evidence.making import Past

        trail = self.audit_trail(path)
        witness = self.witness
        noted = compared(trail, witness.noted(trail.plan), witness.is_signed)
        breaches = tuple(one for one in noted if one.weight is Weight.BREACH)
        audit = AuditReport(audited(trail), len(trail.entries), noted=breaches)
        return Past(self.history(path), trail, audit)


def verify_bytes(name: str, data: bytes, trusted: Sequence[bytes] = ()) -> VerificationReport:
    """Judge a PDF or DOCX called `name`.

    Raises:
        IrplanError: a trusted certificate is not one, or there is no room for the file.
    """
    from app.signing import verify

    with TemporaryDirectory(prefix="irplan-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return verify(path, trusted)
