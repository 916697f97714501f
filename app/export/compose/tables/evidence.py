"""The register of evidence on file."""

from collections.abc import Mapping

from app.domain.document.tree import Block
from app.domain.plan.assurance import EvidenceRecord
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe


def evidence(scribe: Scribe, frameworks: Mapping[str, str]) -> tuple[Block, ...]:
    """What is on file and what it shows; `frameworks` are the short names by id."""
    if not scribe.plan.evidence:
        return ()
    heads = {
        "evidence.evidence": 2.3,
        "evidence.kept": 1.9,
        "evidence.owner": 1.5,
        "evidence.shows": 2.9,
    }
    rows = (
        (
            scribe.marked(item, item.what),
            item.where,
            stacked(item.owner, scribe.day(item.on)),
            optional(_shown(item, frameworks, scribe)),
        )
        for item in scribe.plan.evidence.values()
    )
    return (scribe.table(scribe.say("evidence.caption"), heads, rows, "table:evidence"),)


def _shown(item: EvidenceRecord, frameworks: Mapping[str, str], scribe: Scribe) -> str:
    """The requirements, a line a framework."""
    by_framework: dict[str, list[str]] = {}
    for key in item.requirements:
        framework, _, requirement = key.partition("/")
        by_framework.setdefault(framework, []).append(requirement)
    return stacked(
        *(
            f"{scribe.say('list.label', label=frameworks.get(framework, framework))} "
            f"{scribe.commas(requirements)}"
            for framework, requirements in by_framework.items()
        )
    )
