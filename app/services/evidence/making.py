"""The files of a pack, as they follow from a plan, its past and the documents chosen."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.lifecycle.approving.course import Stage
from app.domain.lifecycle.auditing import History
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.services.approving.manifest import manifest
from app.services.approving.overview import overview
from app.services.audit_report import AuditReport, lines, report_data
from app.services.evidence import names
from app.services.evidence.choosing import Chosen
from app.services.evidence.coverage_table import coverage_csv
from app.services.evidence.declared import declarations, signature_of
from app.services.evidence.findings_table import findings_csv
from app.services.evidence.ports import CertificateFile, PackingTools
from app.services.evidence.readme import Label
from app.services.evidence.schema import plan_schema
from app.services.evidence.trail import revisions_csv, trail_json
from app.services.evidence.version_table import STAGES, versions_csv
from app.services.file_names import plain_words
from app.services.history import PlanHistory
from app.services.opening import OpenPlan
from app.services.signing import Signer
from app.services.verifying import VerificationReport

LONGEST_NAME: Final = 40
"""Characters of a person's name in the name of a certificate's file."""


@dataclass(frozen=True, slots=True)
class Past:
    """How the saved plan came about: its history, the trail of its file, and an audit of that."""

    history: PlanHistory
    trail: History
    audit: AuditReport


@dataclass(frozen=True, slots=True)
class Making:
    """A pack on its way: what it is about, and the files that follow from that; `when` is UTC."""

    tools: PackingTools
    opened: OpenPlan
    past: Past
    found: Chosen
    when: datetime

    def told(self) -> dict[str, bytes]:
        """All files but those about signatures."""
        tools, found, trail = self.tools, self.found, self.past.trail
        plan, acted = found.judgement.plan, self.opened.plan
        listed = overview(acted, tools.verify_text, self.when)
        return {
            **found.documents,
            names.PLAN_DATA: canonical(plan_data(plan)),
            names.PLAN_SCHEMA: _readable(plan_schema()),
            **self._approval(),
            names.COVERAGE: coverage_csv(found.judgement),
            names.FINDINGS: findings_csv(found.judgement),
            **versions_csv(acted, listed),
            **declarations(acted, tools.verify_text, self.when),
            names.REVISIONS: revisions_csv(trail),
            names.TRAIL: trail_json(trail),
            names.AUDIT_TEXT: _text(lines(self.past.audit)),
            names.AUDIT_DATA: _readable(report_data(self.past.audit)),
        }

    def _approval(self) -> dict[str, bytes]:
        edition, head = self.found.edition, self.opened.store.head()
        if edition is None:
            return {}
        plan = self.found.judgement.plan
        return {names.APPROVAL: canonical(manifest(plan, edition, head, self.tools.program))}

    def verified(self, trusted: tuple[bytes, ...]) -> dict[str, VerificationReport]:
        """What the signatures of each document are worth, by its name in the pack."""
        return {
            name: self.tools.verify(name.removeprefix(names.DOCUMENTS), data, trusted)
            for name, data in self.found.documents.items()
        }

    def certificates(self) -> dict[str, bytes]:
        """The certificates of those who signed documents and declarations, each once."""
        signatures = map(signature_of, self.opened.plan.acts.values())
        signed = (*self.found.documents.values(), *filter(None, signatures))
        found = (one for data in signed for one in self.tools.certificates(data))
        return {_certificate_name(one): one.pem for one in found}

    def label(self, signer: Signer | None, remarks: tuple[str, ...]) -> Label:
        """What the pack is about."""
        plan, edition = self.found.judgement.plan, self.found.edition
        profile = plan.profile
        version = "" if edition is None else edition.issue.version
        return Label(
            title=profile.document_title,
            document_id=profile.document_id,
            organisation=profile.legal_name or profile.short_name,
            version=version,
            state=_state(self.found),
            sharing_label=profile.sharing_label,
            plan_id=str(plan.id),
            content=content_hash(plan),
            when=self.when,
            by=self.opened.store.actor,
            program=self.tools.program,
            signer=None if signer is None else signer.facts,
            remarks=remarks,
        )


def report_files(reports: dict[str, VerificationReport]) -> dict[str, bytes]:
    """What came of verifying each document, for people and for programs."""
    files = {}
    for name, report in reports.items():
        own = f"{names.VERIFICATION}{name.removeprefix(names.DOCUMENTS)}"
        files[f"{own}.txt"] = _text(report.lines())
        files[f"{own}.json"] = _readable(report.to_json())
    return files


def _certificate_name(one: CertificateFile) -> str:
    name = plain_words(one.facts.name, LONGEST_NAME) or "certificate"
    return f"{names.CERTIFICATES}{name}-{one.facts.fingerprint.replace(':', '')[:16]}.crt"


def _readable(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _text(rows: Iterable[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()


def _state(found: Chosen) -> str:
    if found.edition is not None:
        return STAGES[found.edition.issue.stage]
    return STAGES[Stage.DRAFT] if found.draft else "final, without a recorded approval"
