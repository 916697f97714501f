"""Every requirement of the chosen frameworks with its verdict, as a table."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from app.domain.judgement.coverage import RequirementStatus, Verdict, stands_for
from app.domain.judgement.elements.element import Evidence
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Confidence, Framework
from app.domain.plan.assurance import requirement_key
from app.domain.plan.ids import RecordId
from app.services.evidence.spreadsheet import csv_bytes, several

HEADS: Final = (
    "key",
    "framework",
    "requirement",
    "asks for (in our words)",
    "verdict",
    "why",
    "missing",
    "answered in sections",
    "shown by",
    "vouched for",
    "source",
    "confidence",
)
"""No id stands alone in its cell: a spreadsheet would take 12.10 for a number, which is 12.1."""

VERDICTS: Final = {
    Verdict.MET: "met",
    Verdict.PARTLY: "partly met",
    Verdict.NOT_MET: "not met",
    Verdict.NOT_APPLICABLE: "does not apply",
    Verdict.NEEDS_PERSON: "waits for a person",
}

CONFIDENCES: Final = {
    Confidence.HIGH: "high: the primary text was read",
    Confidence.MEDIUM: "medium: read second hand",
    Confidence.MEMORY: "from memory: verify before relying on it",
}

MOST_QUOTED: Final = 160
"""Characters of one quotation."""


def coverage_csv(judgement: Judgement) -> bytes:
    """One row a requirement in scope, framework by framework."""
    return csv_bytes(HEADS, _rows(judgement))


def _rows(judgement: Judgement) -> Iterator[tuple[str, ...]]:
    evidence = cache(judgement.evidence)  # many requirements need one element
    for framework in judgement.frameworks:
        for status in judgement.coverage(framework.id):
            found = [one for each in status.elements for one in evidence(each.element.id)]
            yield _row(judgement, framework, status, found)


def _row(
    judgement: Judgement, framework: Framework, status: RequirementStatus, found: list[Evidence]
) -> tuple[str, ...]:
    asked = status.requirement
    sections = dict.fromkeys(_title(judgement, one.section) for one in found)
    return (
        requirement_key(framework.id, asked.id),
        f"{framework.name} ({framework.edition})",
        f"{asked.id} {asked.title}",
        asked.text,
        VERDICTS[status.verdict],
        status.reason,
        several(one.element.label for one in status.missing),
        several(sections),
        several(dict.fromkeys(_shown(judgement, one) for one in found)),
        several(stands_for(status.vouched)),
        asked.source,
        CONFIDENCES[asked.confidence],
    )


def _shown(judgement: Judgement, evidence: Evidence) -> str:
    line = " ".join(evidence.quote.split())
    quote = line if len(line) <= MOST_QUOTED else f"{line[:MOST_QUOTED]}…"
    more = f" and {evidence.more} more" if evidence.more else ""
    return f"{_title(judgement, evidence.section)}: {quote}{more}"


def _title(judgement: Judgement, section: str) -> str:
    known = judgement.plan.sections.get(RecordId(section))
    return section if known is None else known.title
