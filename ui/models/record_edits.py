"""Edits of records as changes of the plan, each of them one undo step."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.plan.changes import ChangeSet, RecordChange, difference, put, remove
from app.domain.plan.classification import MatrixCell, cell_id
from app.domain.plan.ids import RecordId, id_from_name, new_id
from app.domain.plan.plan import Kind, Plan, kind_of
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.trees import TreeNode
from app.services.playbooks.copying import led_to
from ui.models.record_form import name_field
from ui.models.record_links import without
from ui.models.record_order import CHILDREN, RANKED, group_of, owned_by

_NAMELESS = {
    Kind.TREE_NODE: "call",
    Kind.STEP: "step",
    Kind.ACTION: "action",
    Kind.DECISION: "decision",
}
"""Records whose ids are not made from what they say, and how those begin."""


def fresh_id(plan: Plan, kind: Kind, name: str) -> RecordId:
    """An id for a new record; nobody ever sees it."""
    if kind in _NAMELESS:
        return new_id(_NAMELESS[kind])
    return id_from_name(name, frozenset(map(str, plan.table(kind))))


def same_name(plan: Plan, kind: Kind, name: str, but: RecordId | None) -> bool:
    """Whether a record of `kind` other than `but` is called `name`, whatever the case."""
    field = name_field(kind)
    wanted = name.strip().casefold()
    return (
        bool(wanted)
        and kind not in _NAMELESS
        and any(
            key != but and str(getattr(record, field)).strip().casefold() == wanted
            for key, record in plan.table(kind).items()
        )
    )


def kept(plan: Plan, record: Any) -> ChangeSet:  # noqa: ANN401 - any record
    """Puts an edited record in place; those called by a node follow it to another tree."""
    changes = [put(plan, record)]
    if isinstance(record, TreeNode):
        followers = _below(plan, record.id)
        changes += [put(plan, replace(node, tree=record.tree)) for node in followers]
    return tuple(changes)


def added(plan: Plan, record: Any, copied: RecordId | None = None) -> ChangeSet:  # noqa: ANN401
    """Adds a record; a copy stands behind `copied` and brings what belongs to that one."""
    kind = kind_of(record)
    if copied is None:
        return (put(plan, record),)
    place = plan.table(kind).index(copied) + 1
    return (put(plan, record, place), *_copies(plan, kind, copied, record.id))


def moved(plan: Plan, kind: Kind, key: RecordId, step: int) -> ChangeSet:
    """Moves a record up (-1) or down (1) among those it is shown with; empty at the end."""
    record = plan.table(kind)[key]
    group = list(group_of(plan, record))
    at = group.index(record)
    if not 0 <= at + step < len(group):
        return ()
    neighbour = group[at + step]
    if kind not in RANKED:
        return (put(plan, record, plan.table(kind).index(neighbour.id)),)
    group[at], group[at + step] = neighbour, record
    return tuple(put(plan, replace(item, rank=rank)) for rank, item in enumerate(group, 1))


def removal(plan: Plan, kind: Kind, key: RecordId) -> ChangeSet:
    """Takes a record out, and every mention of it in other records."""
    return difference(plan, without(plan, kind, key))


def matrix_changes(
    plan: Plan, chosen: Mapping[tuple[RecordId, RecordId], RecordId | None]
) -> ChangeSet:
    """Sets the severity of each impact and urgency; None leaves that cell open."""
    return tuple(_cells(plan, chosen))


def matrix_of(plan: Plan) -> dict[tuple[RecordId, RecordId], RecordId]:
    """The severity of each impact and urgency that has one."""
    return {(cell.impact, cell.urgency): cell.severity for cell in plan.matrix.values()}


def _cells(
    plan: Plan, chosen: Mapping[tuple[RecordId, RecordId], RecordId | None]
) -> Iterator[RecordChange]:
    known = {(cell.impact, cell.urgency): cell for cell in plan.matrix.values()}
    for (impact, urgency), severity in chosen.items():
        cell = known.get((impact, urgency))
        if severity is None:
            if cell is not None:
                yield remove(plan, Kind.CELL, cell.id)
        elif cell is None:
            yield put(plan, MatrixCell(cell_id(impact, urgency), impact, urgency, severity))
        else:
            yield put(plan, replace(cell, severity=severity))


def _copies(plan: Plan, kind: Kind, copied: RecordId, owner: RecordId) -> Iterator[RecordChange]:
    child = CHILDREN.get(kind)
    if child is None:
        return
    items = owned_by(plan, kind, copied)
    ids = {item.id: new_id(_NAMELESS[child]) for item in items}
    for item in items:
        field = "tree" if child is Kind.TREE_NODE else "playbook"
        changed: dict[str, Any] = {"id": ids[item.id], field: owner}
        if isinstance(item, TreeNode):
            changed["parent"] = ids.get(item.parent) if item.parent is not None else None
        if isinstance(item, PlaybookStep):
            changed["branches"] = led_to(item.branches, ids)
        yield put(plan, replace(item, **changed))


def _below(plan: Plan, key: RecordId) -> Iterator[TreeNode]:
    """Everybody called by the node `key`, and by those."""
    waiting, seen = [key], {key}
    while waiting:
        above = waiting.pop()
        for node in plan.tree_nodes.values():
            if node.parent == above and node.id not in seen:
                seen.add(node.id)
                waiting.append(node.id)
                yield node


def below(plan: Plan, key: RecordId) -> frozenset[RecordId]:
    """The ids of all nodes under the node `key`; it cannot be called by one of them."""
    return frozenset(node.id for node in _below(plan, key))
