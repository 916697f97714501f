"""Which records can be chosen in a field, by name and in the order they are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.trees import NodeTarget
from ui.models.record_edits import below
from ui.models.record_names import CALLED_KINDS, record_name, table_words
from ui.models.record_order import in_order
from ui.models.record_shapes import LinkShape
from ui.models.record_words import choice_text

_DISCUSSED = (
    Kind.SECTION,
    Kind.ROLE,
    Kind.PERSON,
    Kind.PARTY,
    Kind.PLAYBOOK,
    Kind.OBLIGATION,
    Kind.TREE,
    Kind.SEVERITY,
    Kind.METRIC,
    Kind.EXERCISE,
    Kind.ROADMAP,
)
"""What an action can be about, besides the whole plan."""


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a list to choose from."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The plan a form stands over, the record it edits (None: a new one), and its other fields."""

    plan: Plan
    editing: RecordId | None
    chosen: Callable[[str], object]


def link_options(around: Surroundings, shape: LinkShape) -> tuple[Option, ...]:
    """The records a link can lead to."""
    records = in_order(around.plan, shape.kind)
    if shape.within:
        wanted = around.chosen(shape.within)
        records = tuple(item for item in records if getattr(item, shape.within) == wanted)
    if shape.kind is Kind.TREE_NODE and around.editing is not None:
        refused = {around.editing, *below(around.plan, around.editing)}
        records = tuple(item for item in records if item.id not in refused)
    return tuple(Option(record_name(around.plan, shape.kind, item), item.id) for item in records)


def called_options(plan: Plan) -> tuple[Option, ...]:
    """Everybody a communication tree can call, each with the kind of target and the id."""
    found = [
        Option(
            f"{choice_text(target)}: {record_name(plan, kind, record)}", (target, str(record.id))
        )
        for target, kind in CALLED_KINDS.items()
        for record in in_order(plan, kind)
    ]
    group = QCoreApplication.translate("Records", "A group, named below")
    return (*found, Option(group, (NodeTarget.GROUP, "")))


def about_options(plan: Plan) -> tuple[Option, ...]:
    """What an action can be about."""
    whole = QCoreApplication.translate("Records", "The whole plan")
    found = [
        Option(f"{_one(kind)}: {record_name(plan, kind, record)}", f"{kind.value}/{record.id}")
        for kind in _DISCUSSED
        for record in in_order(plan, kind)
    ]
    return (Option(whole, ""), *found)


def confidence_options() -> tuple[Option, ...]:
    """How surely the source of a duty was read."""
    translate = QCoreApplication.translate
    return (
        Option(translate("Records", "Read in the source itself"), "high"),
        Option(translate("Records", "Read in a reliable summary"), "medium"),
        Option(translate("Records", "From memory, to be confirmed by counsel"), "memory"),
    )


def _one(kind: Kind) -> str:
    if kind is Kind.SECTION:
        return QCoreApplication.translate("Records", "Section")
    return table_words(kind).one
