"""How each kind of record is edited: its fields in order, each with words and an input."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, replace
from typing import Any, Final

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.classification import DimensionMeaning, SampleIncident, SeverityLevel
from app.domain.plan.codec import FieldSpec, field_specs
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.governance import Action
from app.domain.plan.links import LINKS
from app.domain.plan.naming import NAME_FIELD
from app.domain.plan.obligations import NotificationDecision, Obligation
from app.domain.plan.people import Party
from app.domain.plan.plan import RECORD_TYPES, Kind
from app.domain.plan.playbooks import Playbook, PlaybookStep, StepBranch
from app.domain.plan.programme import Exercise, Metric, RoadmapItem, Term
from app.domain.plan.roles import RaciAssignment, Role
from app.domain.plan.trees import TreeNode
from ui.models.record_shapes import (
    AboutShape,
    CalledShape,
    ChoiceShape,
    ConfidenceShape,
    FlagShape,
    LinesShape,
    LinkShape,
    ListShape,
    PartsShape,
    RaciShape,
    RegimeShape,
    RequirementShape,
    Shape,
    TextShape,
    shape_of,
)
from ui.models.record_words import words_for

EDITABLE: Final = tuple(
    kind
    for kind in Kind
    if kind
    not in {
        Kind.PROFILE,
        Kind.SECTION,
        Kind.ANSWER,
        Kind.CELL,
        Kind.COMMENT,
        Kind.ACCEPTED,
        Kind.ATTESTATION,
        Kind.EXCLUSION,
        Kind.UPKEEP,
        Kind.ACT,
        Kind.FILE,
        Kind.SESSION,
        Kind.ACTIVATION,
        Kind.LESSON,
    }
)
"""The tables whose records are edited one by one; matrix cells are edited all at once.

What is said of a finding or a requirement is edited where that stands; what happened to the plan
has pages of its own.
"""

LINKED: Final[dict[type[Any], dict[str, Kind]]] = {
    RaciAssignment: {"role": Kind.ROLE},
    StepBranch: {"to": Kind.STEP},
    DimensionMeaning: {"impact": Kind.IMPACT},
    **{
        RECORD_TYPES[kind]: {field: table for field, table in fields.items() if "." not in field}
        for kind, fields in LINKS.items()
        if kind is not Kind.RACI
    },
}
"""The table that each field with record ids points into."""

_LONG: Final[dict[type[Any], frozenset[str]]] = {
    Party: frozenset({"purpose"}),
    Role: frozenset({"competence"}),
    SeverityLevel: frozenset({"meaning", "notifications"}),
    SampleIncident: frozenset({"description"}),
    Playbook: frozenset({"trigger", "closure"}),
    PlaybookStep: frozenset({"action", "evidence", "decision", "criteria", "side_effect"}),
    Obligation: frozenset({"recipient", "trigger", "exceptions"}),
    NotificationDecision: frozenset({"reason"}),
    EvidenceRecord: frozenset({"what", "where"}),
    Metric: frozenset({"definition", "formula"}),
    Exercise: frozenset({"participants", "scenario", "results"}),
    RoadmapItem: frozenset({"goal", "measure"}),
    Term: frozenset({"meaning"}),
    MessageTemplate: frozenset({"body"}),
    Action: frozenset({"text"}),
    TreeNode: frozenset({"if_no_answer"}),
}
"""Texts that take more than a line; `meaning`, `purpose` and `summary` do everywhere."""

_ALWAYS_LONG: Final = frozenset({"meaning", "purpose", "summary"})

_ELSEWHERE: Final = frozenset(
    {
        (TreeNode, "target_id"),
        (TreeNode, "offset"),
        (Exercise, "exercised"),
        (SampleIncident, "judged"),
    }
)
"""Fields that another one fills, or another page."""


_OWN_SHAPES: Final[dict[tuple[type[Any], str], Shape]] = {
    (TreeNode, "target"): CalledShape(),
    (Action, "about"): AboutShape(),
    (Obligation, "confidence"): ConfidenceShape(),
    (Obligation, "regime"): RegimeShape(),
    (EvidenceRecord, "requirements"): ListShape(RequirementShape()),
}
"""Fields whose type alone does not say how they are filled in."""


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One input: its words, its shape and the fields it fills (`name`, then `also`).

    `required` ones may not stay blank.
    """

    name: str
    label: str
    hint: str
    shape: Shape
    required: bool = False
    also: tuple[str, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether it takes a row of its own."""
        if isinstance(self.shape, TextShape):
            return self.shape.long
        return isinstance(self.shape, LinesShape | ListShape | PartsShape | RaciShape | FlagShape)


def form_of(kind: Kind) -> tuple[FieldForm, ...]:
    """The inputs for records of `kind`, in order."""
    return part_form(RECORD_TYPES[kind])


def part_form(record_type: type[Any]) -> tuple[FieldForm, ...]:
    """The inputs for a record or for a part of one, in order."""
    return tuple(_fields(record_type))


def name_field(kind: Kind) -> str:
    """The field a record of `kind` is known by."""
    return NAME_FIELD.get(kind, "name")


def blank_values(record_type: type[Any]) -> dict[str, Any]:
    """What the fields of a new record or part hold; those without a default are left out."""
    return {
        spec.name: spec.default for spec in field_specs(record_type) if spec.default is not MISSING
    }


def _fields(record_type: type[Any]) -> Iterator[FieldForm]:
    words = words_for(record_type)
    for spec in field_specs(record_type):
        if spec.name == "id" or (record_type, spec.name) in _ELSEWHERE:
            continue
        shape = _shape(record_type, spec)
        also = ("target_id",) if isinstance(shape, CalledShape) else ()
        said = words[spec.name]
        must = spec.required and _can_be_blank(shape) and not getattr(shape, "optional", False)
        yield FieldForm(spec.name, said.label, said.hint, shape, must, also)


def _shape(record_type: type[Any], spec: FieldSpec) -> Shape:
    own = _OWN_SHAPES.get((record_type, spec.name))
    if own is not None:
        return own
    shape = shape_of(spec.type, LINKED.get(record_type, {}).get(spec.name))
    if isinstance(shape, LinkShape) and shape.kind is Kind.TREE_NODE:
        return replace(shape, within="tree")
    if isinstance(shape, LinkShape) and shape.kind is Kind.STEP:
        return replace(shape, within="playbook")
    if isinstance(shape, TextShape):
        return TextShape(long=_is_long(record_type, spec.name))
    return shape


def _is_long(record_type: type[Any], name: str) -> bool:
    return name in _LONG.get(record_type, frozenset()) or name in _ALWAYS_LONG


def _can_be_blank(shape: Shape) -> bool:
    return isinstance(shape, TextShape | LinkShape | ChoiceShape | CalledShape)
