"""Which records name another one, and what becomes of them when it is removed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain.document.prose.mentions import references
from app.domain.document.prose.targets import TARGETS
from app.domain.judgement.reading import parsed
from app.domain.plan.classification import ImpactDimension, JudgedImpact
from app.domain.plan.ids import RecordId
from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.playbooks import StepBranch
from app.domain.plan.sections import Section
from app.domain.plan.trees import NodeTarget, TreeNode
from ui.models.record_names import CALLED_KINDS, record_name

_REQUIRED = {
    Kind.CELL: frozenset({"impact", "urgency", "severity"}),
    Kind.SAMPLE: frozenset({"impact", "urgency", "expected"}),
    Kind.TREE_NODE: frozenset({"tree"}),
    Kind.STEP: frozenset({"playbook"}),
    Kind.DECISION: frozenset({"obligation"}),
}
"""Without these fields a record says nothing, so it goes when what they name goes."""


def referrers(plan: Plan, kind: Kind, key: RecordId) -> tuple[tuple[Kind, Record], ...]:
    """The records that name the record `key` of `kind`, in the order of the tables."""
    return tuple(
        (other, record) for other, record in plan.records() if _names(other, record, kind, key)
    )


def named_among(plan: Plan, kind: Kind, keys: frozenset[RecordId]) -> frozenset[RecordId]:
    """Those of `keys`, records of `kind`, that some record names; found in one pass."""
    return frozenset(
        key
        for other, record in plan.records()
        for _, table, ids in _links(other, record)
        if table is kind
        for key in keys.intersection(ids)
    )


def mentions(plan: Plan, kind: Kind, key: RecordId) -> tuple[Section, ...]:
    """The sections whose text refers to the record."""
    kinds = {reference for reference, table in TARGETS.items() if table is kind}
    return tuple(
        section
        for section in plan.sections.values()
        if kinds
        and any(
            found.kind in kinds and found.target == key
            for found in references(parsed(section.prose))
        )
    )


def without(plan: Plan, kind: Kind, key: RecordId) -> Plan:
    """The plan without the record, and with nothing that still names it.

    What cannot be without it goes too: cells and samples of a level, steps of a playbook.
    A call to somebody who is gone keeps the name as that of a group.
    """
    gone = plan.find(kind, key)
    if gone is None:
        return plan
    known_as = record_name(plan, kind, gone)
    naming = referrers(plan, kind, key)
    plan = plan.with_table(kind, plan.table(kind).without(key))
    for other, record in naming:
        now = plan.find(other, record.id)
        if now is None:
            continue
        if _cannot_do_without(other, now, kind, key):
            plan = without(plan, other, now.id)
        else:
            mended = _mended(now, kind, gone, known_as)
            plan = plan.with_table(other, plan.table(other).put(mended))
    return plan


def _names(other: Kind, record: Any, kind: Kind, key: RecordId) -> bool:  # noqa: ANN401
    return any(table is kind and key in ids for _, table, ids in _links(other, record))


def _links(
    other: Kind,
    record: Any,  # noqa: ANN401 - any record
) -> Iterator[tuple[str, Kind, tuple[RecordId, ...]]]:
    """Each field that names records: its name, their table and their ids."""
    for field, table in LINKS.get(other, {}).items():
        yield field.partition(".")[0], table, named(record, field)
    if isinstance(record, TreeNode) and record.target in CALLED_KINDS:
        yield "target_id", CALLED_KINDS[record.target], (RecordId(record.target_id),)
    if other is Kind.ACTION:
        table_name, _, about = record.about.partition("/")
        if about and table_name in {item.value for item in Kind}:
            yield "about", Kind(table_name), (RecordId(about),)


def _cannot_do_without(
    other: Kind,
    record: Any,  # noqa: ANN401 - any record
    kind: Kind,
    key: RecordId,
) -> bool:
    required = _REQUIRED.get(other, frozenset())
    return any(
        field in required and table is kind and key in ids
        for field, table, ids in _links(other, record)
    )


def _mended(record: Any, kind: Kind, gone: Record, known_as: str) -> Any:  # noqa: ANN401
    changed: dict[str, Any] = {}
    for field, table, ids in _links(kind_of(record), record):
        if table is kind and gone.id in ids:
            changed |= _mended_field(record, field, gone, known_as)
    return replace(record, **changed)


def _mended_field(
    record: Any,  # noqa: ANN401 - any record
    field: str,
    gone: Record,
    known_as: str,
) -> dict[str, Any]:
    value = getattr(record, field)
    if isinstance(gone, TreeNode):
        return {field: gone.parent}
    match field:
        case "target_id":
            name = record.name or known_as
            return {"target": NodeTarget.GROUP, "target_id": "", "name": name}
        case "about":
            return {field: ""}
        case _ if isinstance(value, tuple):
            return {field: tuple(_mended_parts(field, value, gone))}
        case _:
            return {field: None}


def _mended_parts(field: str, parts: tuple[Any, ...], gone: Record) -> Iterator[Any]:
    """The parts of a list that can do without what is gone."""
    for part in parts:
        match field:
            case "assignments" if part.role == gone.id:
                continue
            case "meanings" if part.impact == gone.id:
                continue
            case "judged" if _judges(part, gone):
                continue
            case "branches":
                yield _onward(part, gone)
            case _ if part != gone.id:
                yield part


def _judges(part: JudgedImpact, gone: Record) -> bool:
    return gone.id == (part.dimension if isinstance(gone, ImpactDimension) else part.impact)


def _onward(branch: StepBranch, gone: Record) -> StepBranch:
    """The answer leads on to the next step where it led to the one that is gone."""
    return replace(branch, to=None) if branch.to == gone.id else branch
