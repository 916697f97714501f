"""Which records name another one, and what becomes of them when it is removed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain.document.prose.mentions import references
from app.domain.document.prose.targets import TARGETS
from app.domain.judgement.reading import parsed
from app.domain.plan.classification import ImpactDimension
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan, Record, kind_of
from app.domain.plan.playbooks import PlaybookStep, StepBranch
from app.domain.plan.roles import RaciActivity
from app.domain.plan.sections import Section
from app.domain.plan.trees import NodeTarget, TreeNode
from ui.models.record_form import LINKED
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
        RecordId(key)
        for other, record in plan.records()
        for _, table, named in _links(other, record)
        if table is kind
        for key in keys.intersection(map(RecordId, named))
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
    return any(table is kind and key in named for _, table, named in _links(other, record))


def _links(
    other: Kind,
    record: Any,  # noqa: ANN401 - any record
) -> Iterator[tuple[str, Kind, tuple[str, ...]]]:
    """Each field that names records: its name, their table and their ids."""
    for field, table in LINKED.get(RECORD_TYPES[other], {}).items():
        value = getattr(record, field)
        yield field, table, value if isinstance(value, tuple) else (value or "",)
    if isinstance(record, RaciActivity):
        yield "assignments", Kind.ROLE, tuple(item.role for item in record.assignments)
    if isinstance(record, ImpactDimension):
        yield "meanings", Kind.IMPACT, tuple(item.impact for item in record.meanings)
    if isinstance(record, PlaybookStep):
        yield "branches", Kind.STEP, tuple(item.to or "" for item in record.branches)
    if isinstance(record, TreeNode) and record.target in CALLED_KINDS:
        yield "target_id", CALLED_KINDS[record.target], (record.target_id,)
    if other is Kind.ACTION:
        table_name, _, about = record.about.partition("/")
        if about and table_name in {item.value for item in Kind}:
            yield "about", Kind(table_name), (about,)


def _cannot_do_without(
    other: Kind,
    record: Any,  # noqa: ANN401 - any record
    kind: Kind,
    key: RecordId,
) -> bool:
    required = _REQUIRED.get(other, frozenset())
    return any(
        field in required and table is kind and key in named
        for field, table, named in _links(other, record)
    )


def _mended(record: Any, kind: Kind, gone: Record, known_as: str) -> Any:  # noqa: ANN401
    changed: dict[str, Any] = {}
    for field, table, named in _links(kind_of(record), record):
        if table is kind and gone.id in named:
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
            case "branches":
                yield _onward(part, gone)
            case _ if part != gone.id:
                yield part


def _onward(branch: StepBranch, gone: Record) -> StepBranch:
    """The answer leads on to the next step where it led to the one that is gone."""
    return replace(branch, to=None) if branch.to == gone.id else branch
