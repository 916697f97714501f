"""The people of a plan in the order in which its communication trees call them."""

from collections import defaultdict
from collections.abc import Iterator

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget, TreeNode


def first_called(plan: Plan) -> tuple[RecordId, ...]:
    """Everybody once: tree by tree from the top down, then those no tree calls.

    Where a role is called, its holder comes before the deputies. Calls in a circle, which nobody
    at the top ever makes, call nobody.
    """
    called = (person for node in _top_down(plan) for person in _reached(plan, node))
    order = dict.fromkeys(called) | dict.fromkeys(plan.people)
    return tuple(order)


def _top_down(plan: Plan) -> Iterator[TreeNode]:
    below: defaultdict[tuple[RecordId, RecordId | None], list[TreeNode]] = defaultdict(list)
    for node in plan.tree_nodes.values():
        below[node.tree, node.parent].append(node)
    for tree in plan.trees:
        level = below[tree, None]
        while level:
            yield from level
            level = [node for above in level for node in below[tree, above.id]]


def _reached(plan: Plan, node: TreeNode) -> Iterator[RecordId]:
    key = RecordId(node.target_id)
    if node.target is NodeTarget.PERSON and key in plan.people:
        yield key
    role = plan.roles.get(key) if node.target is NodeTarget.ROLE else None
    if role is not None:
        if role.holder is not None and role.holder in plan.people:
            yield role.holder
        yield from (deputy for deputy in role.deputies if deputy in plan.people)
