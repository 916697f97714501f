"""Which records can be chosen in a field, by name and in the order they are shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.coverage import in_scope
from app.domain.judgement.regimes import Regime
from app.domain.judgement.requirements import Framework
from app.domain.plan.assurance import requirement_key
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.trees import NodeTarget
from ui.bridge.words import short_name
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
    """The plan a form stands over, the record it edits (None: a new one), and its other fields.

    `requirements` and `regimes` are those that can be named in it.
    """

    plan: Plan
    editing: RecordId | None
    chosen: Callable[[str], object]
    requirements: tuple[Option, ...] = ()
    regimes: tuple[Option, ...] = ()


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


def requirement_options(around: Surroundings) -> tuple[Option, ...]:
    """The requirements a record can be linked to."""
    return around.requirements


def requirements_among(
    plan: Plan, frameworks: Iterable[Framework], named: Iterable[RecordId]
) -> tuple[Option, ...]:
    """The requirements of `frameworks` in scope, then those of `named` that are none of them."""
    offered = {
        requirement_key(framework.id, item.id): (
            f"{item.id} {item.title} ({short_name(framework.name)})"
        )
        for framework in frameworks
        for item in in_scope(framework, plan)
    }
    others = {key: str(key) for key in named if key not in offered}
    return tuple(Option(text, key) for key, text in {**offered, **others}.items())


def regime_options(around: Surroundings) -> tuple[Option, ...]:
    """The regimes a duty can come from."""
    return around.regimes


def regimes_among(regimes: Iterable[Regime], named: str) -> tuple[Option, ...]:
    """`regimes` by name, and the one `named` by its id where it is none of them."""
    offered = {regime.id: regime.name for regime in regimes}
    if named:
        gone = QCoreApplication.translate("Records", "{0} (no longer in the library)")
        offered.setdefault(named, gone.format(named))
    return tuple(Option(text, key) for key, text in offered.items())


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
