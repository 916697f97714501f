"""What one record of each kind is called."""

from collections.abc import Mapping
from typing import Final

from app.domain.plan.kinds import Kind

KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.PROFILE: "Organisation",
    Kind.SECTION: "Section",
    Kind.ANSWER: "Answer",
    Kind.PERSON: "Person",
    Kind.PARTY: "Outside party",
    Kind.ROLE: "Role",
    Kind.RACI: "RACI activity",
    Kind.TREE: "Communication tree",
    Kind.TREE_NODE: "Call in the tree",
    Kind.SEVERITY: "Severity level",
    Kind.IMPACT: "Impact level",
    Kind.URGENCY: "Urgency level",
    Kind.CELL: "Matrix cell",
    Kind.CATEGORY: "Incident category",
    Kind.SAMPLE: "Sample incident",
    Kind.PLAYBOOK: "Playbook",
    Kind.STEP: "Step",
    Kind.OBLIGATION: "Duty to notify",
    Kind.METRIC: "Metric",
    Kind.TRAINING: "Training",
    Kind.EXERCISE: "Exercise",
    Kind.ROADMAP: "Goal",
    Kind.RESOURCE: "Resource",
    Kind.DOCUMENT: "Related document",
    Kind.LOG_SOURCE: "Log source",
    Kind.DISTRIBUTION: "Recipient",
    Kind.TERM: "Term",
    Kind.FORM: "Form",
    Kind.MESSAGE: "Prepared message",
    Kind.VERSION: "Version",
    Kind.ACTION: "Action",
    Kind.COMMENT: "Comment",
    Kind.ACCEPTED: "Accepted finding",
    Kind.ATTESTATION: "Attestation",
    Kind.EVIDENCE: "Evidence on file",
    Kind.EXCLUSION: "Excluded requirement",
    Kind.DECISION: "Decision to notify",
}
