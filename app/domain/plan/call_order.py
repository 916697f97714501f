"""Who is called first: the roles of the communication trees, level by level."""

from collections import defaultdict

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget, TreeNode


def call_order(plan: Plan) -> list[str]:
    """The ids of the roles that the trees call, each once: tree by tree, from the top down.

    Nodes in a circle, which nobody at the top ever calls, are left out.
    """
    found: dict[str, None] = {}
    for tree in plan.trees:
        called: defaultdict[RecordId | None, list[TreeNode]] = defaultdict(list)
        for node in plan.tree_nodes.values():
            if node.tree == tree:
                called[node.parent].append(node)
        level = called[None]
        while level:
            found.update((node.target_id, None) for node in level if _is_role(node))
            level = [below for node in level for below in called[node.id]]
    return list(found)


def _is_role(node: TreeNode) -> bool:
    return node.target is NodeTarget.ROLE and bool(node.target_id)
