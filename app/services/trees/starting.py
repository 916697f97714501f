"""A first communication tree, made from the roles of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role, RoleTier
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.trees.called import Called
from app.services.trees.shaping import new_call

_UNDER: Final = {RoleTier.BOARD: RoleTier.CRISIS}
"""The level whose first role calls that of another level; the lead calls all the rest."""


def first_tree(plan: Plan, name: str, otherwise: str) -> tuple[RecordId, ChangeSet]:
    """A tree called `name` in which whoever leads an incident calls one role of each level.

    Each of these calls the other roles of its level, and the crisis level calls the board.
    `otherwise` is what is done when nobody answers a role that has deputies.
    """
    tree = CommunicationTree(id_from_name(name, frozenset(map(str, plan.trees))), name)
    nodes = (_with_deputies(plan, node, otherwise) for node in _calls(plan, tree.id))
    return tree.id, (put(plan, tree), *(put(plan, node) for node in nodes))


def _calls(plan: Plan, tree: RecordId) -> Iterator[TreeNode]:
    roles = plan.roles.all()
    if not roles:
        return
    lead = next((role for role in roles if role.tier is RoleTier.INCIDENT), roles[0])
    start = _call(plan, tree, None, lead)
    heads = {lead.tier: start}
    for tier in (RoleTier.CRISIS, *RoleTier):
        first = next((role for role in roles if role.tier is tier), None)
        if first is not None and tier not in heads:
            above = heads.get(_UNDER.get(tier, tier), start)
            heads[tier] = _call(plan, tree, above.id, first)
    yield from heads.values()
    yield from _followers(plan, tree, roles, heads)


def _followers(
    plan: Plan, tree: RecordId, roles: Sequence[Role], heads: dict[RoleTier, TreeNode]
) -> Iterator[TreeNode]:
    called = {node.target_id for node in heads.values()}
    for role in roles:
        if role.id not in called:
            yield _call(plan, tree, heads[role.tier].id, role)


def _call(plan: Plan, tree: RecordId, parent: RecordId | None, role: Role) -> TreeNode:
    return new_call(plan, tree, parent, Called(NodeTarget.ROLE, str(role.id)))


def _with_deputies(plan: Plan, node: TreeNode, otherwise: str) -> TreeNode:
    role = plan.roles[RecordId(node.target_id)]
    return replace(node, if_no_answer=otherwise) if role.deputies else node
