"""The order in which records are shown: by rank, under their parent, by phase."""

from collections.abc import Iterable
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, kind_of
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.trees import TreeNode

RANKED = frozenset({Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY})
"""Tables shown by rank, the worst first."""

CHILDREN = {Kind.TREE: Kind.TREE_NODE, Kind.PLAYBOOK: Kind.STEP}
"""Tables whose records are shown under those of another."""

PARENTS = {child: parent for parent, child in CHILDREN.items()}


def in_order(plan: Plan, kind: Kind) -> tuple[Any, ...]:
    """All records of `kind` as they are shown."""
    return _sorted(kind, plan.table(kind).all())


def group_of(plan: Plan, record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record
    """The records among which `record` can be moved, itself among them, as they are shown."""
    kind = kind_of(record)
    mine = _group(plan, record)
    return tuple(other for other in in_order(plan, kind) if _group(plan, other) == mine)


def children_of(plan: Plan, record: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any record
    """The records shown directly under `record`."""
    kind = kind_of(record)
    if isinstance(record, TreeNode):
        return tuple(node for node in plan.tree_nodes.values() if node.parent == record.id)
    if kind is Kind.TREE:
        nodes = (node for node in plan.tree_nodes.values() if node.tree == record.id)
        return tuple(node for node in nodes if node.parent not in plan.tree_nodes)
    if kind is Kind.PLAYBOOK:
        steps = (step for step in plan.steps.values() if step.playbook == record.id)
        return _sorted(Kind.STEP, steps)
    return ()


def owned_by(plan: Plan, kind: Kind, key: RecordId) -> tuple[Any, ...]:
    """Every record that belongs to the tree or playbook `key`, in the order of the table."""
    child = CHILDREN.get(kind)
    if child is None:
        return ()
    field = "tree" if child is Kind.TREE_NODE else "playbook"
    return tuple(item for item in plan.table(child).values() if getattr(item, field) == key)


def _sorted(kind: Kind, records: Iterable[Any]) -> tuple[Any, ...]:
    if kind in RANKED:
        return tuple(sorted(records, key=lambda level: level.rank))
    if kind is Kind.STEP:
        phases = list(Phase)
        return tuple(sorted(records, key=lambda step: phases.index(step.phase)))
    return tuple(records)


def _group(plan: Plan, record: Any) -> tuple[object, ...]:  # noqa: ANN401 - any record
    if isinstance(record, TreeNode):
        return record.tree, record.parent if record.parent in plan.tree_nodes else None
    if isinstance(record, PlaybookStep):
        return record.playbook, record.phase
    return ()
