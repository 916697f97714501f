"""What a record is called."""

from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.links import CALLED
from app.domain.plan.plan import Plan, Record, kind_of
from app.domain.plan.trees import TreeNode

NAME_FIELD: Final[dict[Kind, str]] = {
    Kind.PROFILE: "legal_name",
    Kind.SECTION: "title",
    Kind.ANSWER: "id",
    Kind.RACI: "activity",
    Kind.TREE_NODE: "name",
    Kind.CELL: "id",
    Kind.SAMPLE: "description",
    Kind.STEP: "action",
    Kind.TRAINING: "topic",
    Kind.ROADMAP: "goal",
    Kind.DOCUMENT: "title",
    Kind.DISTRIBUTION: "recipient",
    Kind.TERM: "term",
    Kind.VERSION: "number",
    Kind.ACTION: "text",
    Kind.COMMENT: "text",
    Kind.ACCEPTED: "id",
    Kind.ATTESTATION: "id",
    Kind.EVIDENCE: "what",
    Kind.EXCLUSION: "id",
    Kind.DECISION: "incident",
    Kind.UPKEEP: "id",
    Kind.ACT: "version",
    Kind.SESSION: "title",
    Kind.LESSON: "text",
}
"""The field a record is known by, where that is not `name`."""


def name_of(record: Record) -> str:
    """The words a record is known by; its id when it has none."""
    field = NAME_FIELD.get(kind_of(record), "name")
    return str(getattr(record, field)).strip() or str(record.id)


def name_in(plan: Plan, record: Record) -> str:
    """What `record` is called in `plan`: a call of a communication tree by whom it reaches."""
    if isinstance(record, TreeNode) and record.target in CALLED:
        reached = plan.find(CALLED[record.target], RecordId(record.target_id))
        if reached is not None:
            return name_of(reached)
    return name_of(record)
