"""Where in the plan the records of each table stand."""

from typing import Final

from app.domain.plan.kinds import Kind

PRINTED: Final[dict[str, tuple[Kind, ...]]] = {
    "definitions": (Kind.TERM,),
    "legal_register": (Kind.OBLIGATION,),
    "roles": (Kind.ROLE, Kind.RACI),
    "authority": (Kind.ROLE,),
    "contacts": (Kind.PERSON, Kind.PARTY),
    "resources": (Kind.RESOURCE,),
    "logging_monitoring": (Kind.LOG_SOURCE,),
    "classification": (
        Kind.SEVERITY,
        Kind.IMPACT,
        Kind.URGENCY,
        Kind.CELL,
        Kind.CATEGORY,
        Kind.SAMPLE,
        Kind.DIMENSION,
    ),
    "escalation": (Kind.TREE,),
    "communications": (Kind.MESSAGE,),
    "notification": (Kind.OBLIGATION, Kind.DECISION),
    "third_parties": (Kind.PARTY,),
    "metrics": (Kind.METRIC,),
    "training": (Kind.TRAINING,),
    "exercises": (Kind.EXERCISE,),
    "roadmap": (Kind.ROADMAP,),
    "document_control": (Kind.VERSION, Kind.DOCUMENT),
    "maintenance_review": (Kind.ACTION, Kind.EVIDENCE),
    "distribution_protection": (Kind.DISTRIBUTION,),
    "playbooks": (Kind.PLAYBOOK,),
    "forms_templates": (Kind.FORM, Kind.MESSAGE),
}
"""The tables that are kept with each section; open actions are not printed."""

SECTION_OF: Final[dict[Kind, str]] = {
    **{kind: key for key, kinds in reversed(PRINTED.items()) for kind in kinds},
    Kind.MESSAGE: "forms_templates",
    Kind.PARTY: "contacts",
    Kind.ROLE: "roles",
    Kind.TREE_NODE: "escalation",
    Kind.STEP: "playbooks",
    Kind.PROFILE: "purpose",
    Kind.UPKEEP: "maintenance_review",
    Kind.ACT: "document_control",
    Kind.FILE: "document_control",
    Kind.SESSION: "maintenance_review",
    Kind.ACTIVATION: "exercises",
    Kind.LESSON: "exercises",
}
"""Where a record is shown."""
