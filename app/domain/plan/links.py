"""Which fields of records name other records, and the tables those stand in."""

from typing import Any, Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Record
from app.domain.plan.trees import NodeTarget

LINKS: Final[dict[Kind, dict[str, Kind]]] = {
    Kind.ROLE: {"holder": Kind.PERSON, "deputies": Kind.PERSON},
    Kind.RACI: {"assignments.role": Kind.ROLE},
    Kind.TREE: {"starts_at": Kind.SEVERITY},
    Kind.TREE_NODE: {"tree": Kind.TREE, "parent": Kind.TREE_NODE},
    Kind.SEVERITY: {"informed": Kind.ROLE, "declared_by": Kind.ROLE},
    Kind.CELL: {"impact": Kind.IMPACT, "urgency": Kind.URGENCY, "severity": Kind.SEVERITY},
    Kind.SAMPLE: {
        "impact": Kind.IMPACT,
        "urgency": Kind.URGENCY,
        "expected": Kind.SEVERITY,
        "judged.dimension": Kind.DIMENSION,
        "judged.impact": Kind.IMPACT,
    },
    Kind.DIMENSION: {"meanings.impact": Kind.IMPACT},
    Kind.PLAYBOOK: {"category": Kind.CATEGORY, "floor": Kind.SEVERITY},
    Kind.STEP: {
        "playbook": Kind.PLAYBOOK,
        "role": Kind.ROLE,
        "decided_by": Kind.ROLE,
        "message": Kind.MESSAGE,
        "branches.to": Kind.STEP,
    },
    Kind.OBLIGATION: {"decision_owner": Kind.ROLE, "contact": Kind.PARTY, "message": Kind.MESSAGE},
    Kind.DECISION: {"obligation": Kind.OBLIGATION},
    Kind.ACTIVATION: {"category": Kind.CATEGORY, "severity": Kind.SEVERITY},
}
"""By kind, the fields that name records; a dot leads into the parts of a list.

A call of a communication tree also names a role, person or party, as its `target` says.
"""

CALLED: Final[dict[NodeTarget, Kind]] = {
    NodeTarget.ROLE: Kind.ROLE,
    NodeTarget.PERSON: Kind.PERSON,
    NodeTarget.PARTY: Kind.PARTY,
}
"""The table a call of a communication tree leads into; a group leads nowhere."""


def named(record: Record, field: str) -> tuple[RecordId, ...]:
    """The ids that `field`, one of the record's `LINKS`, names; none when it is open."""
    outer, _, inner = field.partition(".")
    value: Any = getattr(record, outer)
    if inner:
        found = (getattr(part, inner) for part in value)
        return tuple(key for key in found if key is not None)
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
