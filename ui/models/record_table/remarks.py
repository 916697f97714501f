"""The worst open finding about each record of one kind."""

from collections.abc import Mapping, Sequence

from app.domain.judgement.findings import ORDER, Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.finding_words import weight_text


def worst_findings(findings: Sequence[Finding], kind: Kind) -> Mapping[RecordId, Finding]:
    """By record; those without a finding are left out."""
    worst: dict[RecordId, Finding] = {}
    for finding in findings:
        if finding.kind is kind:
            known = worst.setdefault(finding.record, finding)
            if ORDER[finding.weight] < ORDER[known.weight]:
                worst[finding.record] = finding
    return worst


def remark(finding: Finding) -> str:
    """What is wrong, how much it matters and what to do, in words."""
    return f"{weight_text(finding.weight).capitalize()}: {finding.reason} {finding.fix}".strip()
