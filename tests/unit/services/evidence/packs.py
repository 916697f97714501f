"""A plan that is issued in memory, and packs made of it by stand-ins for the adapters."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from app.domain.document.tree import Document
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.approving.editions import Edition
from app.domain.lifecycle.auditing import History, audited
from app.domain.lifecycle.chain import Entry, Head, chained
from app.domain.lifecycle.content import Stored
from app.domain.plan.acts import Deed
from app.domain.plan.plan import Plan
from app.services.approving.exporting import Issued, VersionExporter, Workbench
from app.services.approving.signing import sign
from app.services.audit_report import AuditReport
from app.services.evidence.checking import check_pack
from app.services.evidence.making import Past
from app.services.evidence.pack_report import PackReport
from app.services.evidence.packing import EvidenceOptions, EvidencePacker, EvidenceResult
from app.services.evidence.ports import CertificateFile, CheckingTools, PackingTools
from app.services.exporting import Progress, Request
from app.services.text_signatures import TextSignature
from app.services.verifying import FileKind, Verdict, VerificationReport
from tests.builders import NOON, document
from tests.fakes import FACTS, FakeIdentities, FakeRenderers
from tests.unit.domain.judgement.subjects import judged
from tests.unit.services.approving.rounds import KEY, Desk, FakeVerifier, identities
from tests.unit.services.approving.rounds import Past as KnownPast

OUT = Path("evidence.zip")
PEM = b"-----BEGIN CERTIFICATE-----\n"
CREATED = Entry(1, "a1", "2026-11-21T12:00:00+00:00", "Mary Major", "Created", "[]")


def verified(verdict: Verdict = Verdict.UNSIGNED, *problems: str):
    """A `VerifyFile` that finds every file to be so."""

    def verify(name: str, data: bytes, trusted: Sequence[bytes]) -> VerificationReport:
        digest = hashlib.sha256(data).hexdigest()
        return VerificationReport(
            name, FileKind.PDF, len(data), digest, verdict, problems=tuple(problems)
        )

    return verify


def certificates(data: bytes) -> tuple[CertificateFile, ...]:
    """That of `FACTS` in everything that `FakeSigner` signed."""
    return (CertificateFile(FACTS, PEM),) if data.startswith(b"signature") else ()


class Packing(Desk):
    """An open plan, and a packer whose world is in memory."""

    def __init__(self, plan: Plan | None = None) -> None:
        super().__init__(plan)
        self.opened.judgement.findings = _none  # type: ignore[method-assign]
        self.renderers = FakeRenderers()
        self.identities = FakeIdentities()
        self.requests: list[Request] = []
        self.editions: list[Edition] = []
        self.judged_on: list[date] = []
        self.packed: dict[str, bytes] = {}
        self.verify = verified()
        self.text = FakeVerifier(FACTS)
        self.entries: tuple[Entry, ...] = (CREATED,)

    def approve(self) -> None:
        """Issue version 1.0 by acts that are signed."""
        self.submit()
        for deed, by in ((Deed.REVIEWED, "Rita"), (Deed.APPROVED, "Carl"), (Deed.APPROVED, "Dora")):
            declared = self.approvals.declaration(deed, by)
            self.approvals.enter(declared, sign(declared, KEY, identities(by), ()))

    def past(self) -> Past:
        links = tuple(chained(self.entries))
        trail = History(str(self.plan.id), self.entries, links, (Stored("x", "y", "{}"),))
        whole = audited(replace(trail, entries=(), links=()))
        verdict = replace(whole, remarks=(), head=Head("plan-1", 1, links[-1].hash, "c"))
        return Past(KnownPast(self.plan), trail, AuditReport(verdict, len(self.entries)))

    def tools(self) -> PackingTools:
        versions = Workbench(
            self._judge, self._compose_issued, self.renderers, self.identities, self.clock
        )
        return PackingTools(
            judge=self._judge,
            compose=self._compose,
            versions=VersionExporter(versions),
            renderers=self.renderers,
            identities=self.identities,
            clock=self.clock,
            verify=self.verify,
            verify_text=self.text,
            certificates=certificates,
            archive=self._archive,
            program="irplan 1",
        )

    def pack(
        self,
        version: str = "",
        progress: Progress | None = None,
        past: Past | None = None,
        **options: object,
    ) -> EvidenceResult:
        asked = EvidenceOptions(OUT, version, **options)  # type: ignore[arg-type]
        packer = EvidencePacker(self.tools())
        return packer.pack(self.opened, past or self.past(), asked, progress)

    def checked(self, files: Mapping[str, bytes] | None = None) -> PackReport:
        tools = CheckingTools(self.verify, self.text, certificates, NOON)
        return check_pack(self.packed if files is None else files, tools)

    def json(self, name: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.packed[name])
        return found

    def _archive(self, files: Mapping[str, bytes]) -> bytes:
        self.packed = dict(files)
        return b"archive"

    def _judge(self, plan: Plan, day: date) -> Judgement:
        self.judged_on.append(day)
        return judged(plan)

    def _compose(self, judgement: Judgement, request: Request) -> Document:
        self.requests.append(request)
        made = document(watermark="DRAFT" if request.draft else "")
        return replace(made, cover=replace(made.cover, title=f"{request.when:%H:%M:%S}"))

    def _compose_issued(self, judgement: Judgement, issued: Issued) -> Document:
        self.editions.append(issued.edition)
        return document()


def unreadable(
    data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
) -> TextSignature:
    """A `TextVerifier` to which nothing is a signature."""
    return TextSignature(intact=False, problems=("It cannot be read.",))


def _none(*, accepted: bool = False) -> tuple[()]:
    return ()
