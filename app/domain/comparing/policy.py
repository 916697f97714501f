"""Which changes are material, kind by kind.

What counts as material is our judgement, from what auditors ask to see approved: who may decide
what, how bad an incident is, what is done in which time and who is told. No standard draws this
line, so it is a proposal: the person who submits a version may overrule it, with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Policy:
    """What is material about one kind of record.

    `fields` are those of which an edit counts; `existence` says whether a record that comes or
    goes counts, `order` whether one that moves does.
    """

    fields: frozenset[str] = frozenset()
    existence: bool = False
    order: bool = False


def _all_of(kind: Kind) -> frozenset[str]:
    return frozenset(FIELD_WORDS[RECORD_TYPES[kind]])


def _only(*fields: str) -> Policy:
    return Policy(frozenset(fields), existence=True)


def _all_but(kind: Kind, *fields: str) -> Policy:
    return Policy(_all_of(kind) - set(fields), existence=True)


_NEVER: Final = Policy()

POLICY: Final[Mapping[Kind, Policy]] = {
    # what the plan covers
    Kind.PROFILE: _only(
        "legal_name",
        "sector",
        "sites",
        "jurisdictions",
        "data_kinds",
        "uses_cloud",
        "uses_ot",
        "uses_ai",
        "takes_cards",
        "outsourced_services",
        "frameworks",
        "baseline",
        "review_months",
    ),
    Kind.SECTION: _only("prose", "not_applicable"),
    Kind.ANSWER: _only("value"),
    Kind.EXCLUSION: _only("reason"),
    # who decides and acts: the function, not who fills it today
    Kind.ROLE: _all_but(Kind.ROLE, "name", "holder", "deputies"),
    Kind.RACI: _all_but(Kind.RACI),
    Kind.PERSON: _NEVER,
    Kind.PARTY: _NEVER,
    # who is called, when, and what if nobody answers
    Kind.TREE: _all_but(Kind.TREE, "name"),
    Kind.TREE_NODE: Policy(
        _all_of(Kind.TREE_NODE) - {"name", "offset"}, existence=True, order=True
    ),
    # how bad an incident is
    Kind.SEVERITY: _all_but(Kind.SEVERITY),
    Kind.IMPACT: _all_but(Kind.IMPACT),
    Kind.URGENCY: _all_but(Kind.URGENCY),
    Kind.CELL: _all_but(Kind.CELL),
    Kind.CATEGORY: _all_but(Kind.CATEGORY, "name", "reference"),
    Kind.SAMPLE: _NEVER,
    Kind.DIMENSION: _all_but(Kind.DIMENSION, "name"),
    # what is done
    Kind.PLAYBOOK: _all_but(Kind.PLAYBOOK, "name", "metrics", "techniques"),
    Kind.STEP: Policy(_all_of(Kind.STEP), existence=True, order=True),
    # who is told, and by when
    Kind.OBLIGATION: _only(
        "recipient", "trigger", "steps", "regime", "decision_owner", "content", "exceptions"
    ),
    Kind.MESSAGE: _only("audience", "required_facts", "checks"),
    # how long evidence lasts
    Kind.LOG_SOURCE: _only("kept_for"),
    # what keeps the capability working goes on between two approvals
    Kind.METRIC: _NEVER,
    Kind.TRAINING: _NEVER,
    Kind.EXERCISE: _NEVER,
    Kind.ROADMAP: _NEVER,
    Kind.RESOURCE: _NEVER,
    Kind.DOCUMENT: _NEVER,
    Kind.DISTRIBUTION: _NEVER,
    Kind.TERM: _NEVER,
    Kind.FORM: _NEVER,
    # the records of the plan's own life
    Kind.VERSION: _NEVER,
    Kind.ACTION: _NEVER,
    Kind.COMMENT: _NEVER,
    Kind.ACCEPTED: _NEVER,
    Kind.ATTESTATION: _NEVER,
    Kind.EVIDENCE: _NEVER,
    Kind.DECISION: _NEVER,
    Kind.UPKEEP: _only("approval", "quorum", "reviews"),
    Kind.ACT: _NEVER,
    Kind.FILE: _NEVER,
    Kind.SESSION: _NEVER,
    Kind.ACTIVATION: _NEVER,
    Kind.LESSON: _NEVER,
}
