"""A judgement as a report for programs, and requirement by requirement for people."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.elements.element import ElementStatus, Evidence
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding
from app.domain.judgement.requirements import Confidence, Framework
from app.domain.plan.codec import record_data
from app.domain.plan.ids import RecordId

REPORT_FORMAT = "irplan-check/2"
"""Names the shape of the JSON report."""

STATES = {
    Verdict.MET: "MET",
    Verdict.PARTLY: "PARTLY",
    Verdict.NOT_MET: "NOT MET",
    Verdict.NOT_APPLICABLE: "N/A",
    Verdict.NEEDS_PERSON: "PERSON",
}


def report(judgement: Judgement, frameworks: Iterable[Framework]) -> dict[str, object]:
    """Everything that was concluded, with the coverage of `frameworks`."""
    return {
        "format": REPORT_FORMAT,
        "plan": judgement.plan.id,
        "complete": round(judgement.share, 4),
        "sections": {
            key: {"done": status.done, "needed": status.needed, "applicable": status.applicable}
            for key, status in judgement.sections.items()
        },
        "coverage": {
            framework.id: {
                status.requirement.id: _requirement(judgement, status)
                for status in judgement.held_against(framework)
            }
            for framework in frameworks
        },
        "findings": [_finding(finding) for finding in judgement.findings()],
        "accepted": [_finding(finding) for finding in judgement.findings(accepted=True)],
    }


def requirement_lines(judgement: Judgement, framework: Framework) -> Iterator[str]:
    """Each requirement in scope with its state, the reason and where the plan shows it."""
    for status in judgement.held_against(framework):
        requirement = status.requirement
        yield f"{STATES[status.verdict]:<8} {requirement.id}  {requirement.title}"
        yield f"         {status.reason}"
        if requirement.confidence is Confidence.MEMORY:
            yield "         Verify before relying on this: the requirement is cited from memory."
        for place in dict.fromkeys(_places(judgement, status)):
            yield f"         {place}"


def _places(judgement: Judgement, status: RequirementStatus) -> Iterator[str]:
    for element in status.elements:
        for found in judgement.evidence(element.element.id):
            more = f" and {found.more} more" if found.more else ""
            yield f"- {_title(judgement, found.section)}: {_brief(found.quote)}{more}"


def _title(judgement: Judgement, section: str) -> str:
    known = judgement.plan.sections.get(RecordId(section))
    return section if known is None else known.title


def _brief(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _BRIEF else f"{line[:_BRIEF]}…"


_BRIEF = 90
"""Characters of a quotation that are printed."""


def _requirement(judgement: Judgement, status: RequirementStatus) -> dict[str, Any]:
    vouched = status.vouched
    return {
        "verdict": status.verdict.value,
        "reason": status.reason,
        "confidence": status.requirement.confidence.value,
        "elements": [_element(judgement, element) for element in status.elements],
        "attestation": record_data(vouched.attestation) if vouched.attestation else None,
        "evidence": [record_data(record) for record in vouched.evidence],
    }


def _element(judgement: Judgement, status: ElementStatus) -> dict[str, Any]:
    return {
        "id": status.element.id,
        "label": status.element.label,
        "state": status.state.value,
        "gaps": list(status.gaps),
        "found": [_evidence(found) for found in judgement.evidence(status.element.id)],
    }


def _evidence(found: Evidence) -> dict[str, Any]:
    return {
        "record": f"{found.kind.value}/{found.record}",
        "section": found.section,
        "question": found.what,
        "quote": found.quote,
        "more": found.more,
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "weight": finding.weight.value,
        "record": f"{finding.kind.value}/{finding.record}",
        "field": finding.field,
        "section": finding.section,
        "reason": finding.reason,
        "fix": finding.fix,
    }
