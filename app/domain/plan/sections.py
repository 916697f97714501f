"""The sections of a plan and the guided answers that stand in them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId


class SectionGroup(Enum):
    """The parts a plan is divided into, in document order."""

    FRONT = "front"
    ORGANISATION = "organisation"
    LIFECYCLE = "lifecycle"
    COMMUNICATION = "communication"
    CONTINUITY = "continuity"
    IMPROVEMENT = "improvement"
    GOVERNANCE = "governance"
    ANNEX = "annex"


SECTION_GROUPS: dict[SectionGroup, tuple[str, ...]] = {
    SectionGroup.FRONT: (
        "purpose",
        "scope",
        "policy_statement",
        "mission_strategy",
        "definitions",
        "legal_register",
    ),
    SectionGroup.ORGANISATION: ("roles", "authority", "contacts", "resources"),
    SectionGroup.LIFECYCLE: (
        "preparation",
        "logging_monitoring",
        "threat_intel",
        "detection_reporting",
        "triage_assessment",
        "classification",
        "escalation",
        "containment",
        "eradication",
        "recovery",
        "evidence",
        "records_tracking",
    ),
    SectionGroup.COMMUNICATION: (
        "communications",
        "info_sharing",
        "notification",
        "privacy_breach",
        "third_parties",
    ),
    SectionGroup.CONTINUITY: ("continuity",),
    SectionGroup.IMPROVEMENT: ("post_incident", "metrics", "training", "exercises", "roadmap"),
    SectionGroup.GOVERNANCE: (
        "document_control",
        "maintenance_review",
        "approval",
        "distribution_protection",
    ),
    SectionGroup.ANNEX: ("playbooks", "special_scenarios", "forms_templates"),
}
"""The 40 section keys requirements refer to, by part and in document order."""

SECTION_KEYS: tuple[str, ...] = tuple(key for keys in SECTION_GROUPS.values() for key in keys)


def group_of(section: str) -> SectionGroup:
    """The part `section` belongs to.

    Raises:
        KeyError: not one of the 40 section keys.
    """
    for group, keys in SECTION_GROUPS.items():
        if section in keys:
            return group
    raise KeyError(section)


class SectionState(Enum):
    """How far people have taken a section; completeness is judged apart from it."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `id` is its section key, `prose` the Markdown subset.

    `not_applicable` holds the reason and, when not blank, takes the section out of judgement.
    """

    id: RecordId
    title: str
    prose: str = ""
    owner: str = ""
    state: SectionState = SectionState.DRAFT
    not_applicable: str = ""


AnswerValue = str | bool | int | Duration | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered question; `id` is the question's id, an open question has no record."""

    id: RecordId
    section: RecordId
    value: AnswerValue
