"""References in text that lead nowhere."""

from collections.abc import Iterator

from app.domain.document.prose.mentions import references
from app.domain.document.prose.nodes import ReferenceKind
from app.domain.judgement.context import Context, parsed
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section

TARGETS = {
    ReferenceKind.ROLE: Kind.ROLE,
    ReferenceKind.PERSON: Kind.PERSON,
    ReferenceKind.PARTY: Kind.PARTY,
    ReferenceKind.SEVERITY: Kind.SEVERITY,
    ReferenceKind.SECTION: Kind.SECTION,
    ReferenceKind.PLAYBOOK: Kind.PLAYBOOK,
    ReferenceKind.TREE: Kind.TREE,
    ReferenceKind.OBLIGATION: Kind.OBLIGATION,
}
"""The table each kind of reference points into."""


def _dead(context: Context, section: Section) -> Iterator[Finding]:
    if section.not_applicable:
        return
    seen: set[tuple[str, str]] = set()
    for reference in references(parsed(section.prose)):
        key = (reference.kind.value, reference.target)
        if key in seen or RecordId(reference.target) in context.plan.table(TARGETS[reference.kind]):
            continue
        seen.add(key)
        yield Finding(
            "text.dead-reference",
            Weight.WARN,
            Kind.SECTION,
            section.id,
            f"{section.title} refers to the {reference.kind.value} {reference.target!r}, "
            "which the plan does not define.",
            f"Define it, or refer to another {reference.kind.value}.",
            section.id,
            "/".join(key),
        )


RECORD_RULES = (
    RecordRule(
        "text.dead-reference",
        Kind.SECTION,
        _dead,
        reads=frozenset(TARGETS.values()) - {Kind.SECTION},
    ),
)
