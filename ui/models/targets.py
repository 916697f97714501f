"""Places in the plan, as pages name them when they ask the window to go there."""

from dataclasses import dataclass
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """A record, and its field or question if one is named; `area` is the page that shows it."""

    kind: Kind
    record: RecordId
    field: str = ""
    area: str = "sections"


_ELSEWHERE: Final = {
    Kind.ACTIVATION: "exercises",
    Kind.LESSON: "exercises",
    Kind.EXERCISE: "exercises",
    Kind.TREE: "trees",
    Kind.TREE_NODE: "trees",
    Kind.METRIC: "programme",
    Kind.TRAINING: "programme",
    Kind.ROADMAP: "programme",
    Kind.ACTION: "programme",
    Kind.RESOURCE: "programme",
    Kind.LOG_SOURCE: "programme",
    Kind.DOCUMENT: "programme",
    Kind.DISTRIBUTION: "programme",
    Kind.TERM: "programme",
    Kind.PERSON: "people",
    Kind.PARTY: "people",
    Kind.ROLE: "people",
    Kind.RACI: "people",
    Kind.SEVERITY: "classification",
    Kind.IMPACT: "classification",
    Kind.URGENCY: "classification",
    Kind.CELL: "classification",
    Kind.CATEGORY: "classification",
    Kind.SAMPLE: "classification",
    Kind.DIMENSION: "classification",
    Kind.PLAYBOOK: "playbooks",
    Kind.STEP: "playbooks",
}
"""The pages of records that are not shown, or not best, among the sections."""


def area_of(kind: Kind) -> str:
    """The page on which records of `kind` are shown."""
    return _ELSEWHERE.get(kind, "sections")


def place_of(target: str) -> Place | None:
    """The place that `target` names; None when it names none.

    `section:roles`, `question:reporting.channel`, `record:people:ada`, and
    `requirement:nist-csf-2-0/RS.MA-01`, whose attestation goes by that key.
    """
    kind, _, rest = target.partition(":")
    match kind:
        case "section":
            return Place(Kind.SECTION, RecordId(rest))
        case "question":
            return Place(Kind.ANSWER, RecordId(rest), rest)
        case "record":
            table, _, record = rest.partition(":")
            kept = Kind(table)
            return Place(kept, RecordId(record), area=area_of(kept))
        case "requirement":
            return Place(Kind.ATTESTATION, RecordId(rest), area="coverage")
        case _:
            return None
