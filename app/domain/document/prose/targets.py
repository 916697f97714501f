"""Which table of the plan a reference in prose points into."""

from app.domain.document.prose.nodes import Reference, ReferenceKind
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan

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
"""The table behind each kind of reference."""


def target_name(plan: Plan, reference: Reference) -> str | None:
    """What the plan calls the record referred to; None when it defines no such record."""
    record = plan.find(TARGETS[reference.kind], RecordId(reference.target))
    if record is None:
        return None
    return str(getattr(record, "name", "") or getattr(record, "title", ""))
