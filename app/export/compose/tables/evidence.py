"""The register of evidence on file."""

from collections.abc import Mapping

from app.domain.document.tree import Block
from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.plan import Plan
from app.export.compose.cells import cell, day, marked, optional, stacked, table


def evidence(plan: Plan, frameworks: Mapping[str, str]) -> tuple[Block, ...]:
    """What is on file and what it shows; `frameworks` are the short names by id."""
    if not plan.evidence:
        return ()
    heads = (("Evidence", 2.3), ("Kept", 1.9), ("Owner and date", 1.5), ("Shows", 2.9))
    rows = (
        (
            marked(item, item.what),
            cell(item.where),
            cell(stacked(item.owner, day(item.on))),
            optional(_shown(item, frameworks)),
        )
        for item in plan.evidence.values()
    )
    return (table("Evidence on file", heads, rows, "table:evidence"),)


def _shown(item: EvidenceRecord, frameworks: Mapping[str, str]) -> str:
    """The requirements, a line a framework."""
    by_framework: dict[str, list[str]] = {}
    for key in item.requirements:
        framework, _, requirement = key.partition("/")
        by_framework.setdefault(framework, []).append(requirement)
    return stacked(
        *(
            f"{frameworks.get(framework, framework)}: {', '.join(requirements)}"
            for framework, requirements in by_framework.items()
        )
    )
