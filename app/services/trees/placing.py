"""Cards of a communication tree moved by hand, and put back to their tidy places."""

from dataclasses import replace

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.trees.arranging import within_reach


def moved(plan: Plan, key: RecordId, right: float, down: float) -> ChangeSet:
    """Moves the card of `key`, and those below it, by so many layout units."""
    node = plan.tree_nodes[key]
    before = node.offset or (0, 0)
    offset = within_reach(before[0] + right), within_reach(before[1] + down)
    return (put(plan, replace(node, offset=offset if offset != (0, 0) else None)),)


def tidied(plan: Plan, tree: RecordId) -> ChangeSet:
    """Puts every card of `tree` back to its tidy place; empty when all stand there."""
    return tuple(
        put(plan, replace(node, offset=None))
        for node in plan.tree_nodes.values()
        if node.tree == tree and node.offset is not None
    )
