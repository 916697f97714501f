"""What was found wanting in a plan, open and accepted, as a table."""

from collections.abc import Iterator
from typing import Final

from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.plan.ids import RecordId
from app.services.evidence.spreadsheet import csv_bytes

HEADS: Final = (
    "state",
    "weight",
    "code",
    "section",
    "record",
    "field",
    "finding",
    "what to do",
    "accepted by",
    "accepted on",
    "accepted because",
)

WEIGHTS: Final = {
    Weight.BLOCKS: "blocks a final export",
    Weight.WARN: "warning",
    Weight.HINT: "hint",
}


def findings_csv(judgement: Judgement) -> bytes:
    """The open findings, the worst first, then those accepted with a reason."""
    return csv_bytes(HEADS, _rows(judgement))


def _rows(judgement: Judgement) -> Iterator[tuple[str, ...]]:
    for finding in judgement.findings():
        yield ("open", *_said(judgement, finding), "", "", "")
    for finding in judgement.findings(accepted=True):
        yield ("accepted", *_said(judgement, finding), *_acceptance(judgement, finding))


def _said(judgement: Judgement, finding: Finding) -> tuple[str, ...]:
    section = judgement.plan.sections.get(RecordId(finding.section))
    return (
        WEIGHTS[finding.weight],
        finding.code,
        finding.section if section is None else section.title,
        f"{finding.kind.value}/{finding.record}",
        finding.field,
        finding.reason,
        finding.fix,
    )


def _acceptance(judgement: Judgement, finding: Finding) -> tuple[str, ...]:
    accepted = judgement.plan.accepted[finding.key]
    return (accepted.by, accepted.on.isoformat(), accepted.reason)
