"""Communication trees for tests: plain ones, random ones, and such as no edit would make."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.editing import EditingSession
from tests.builders import plan_with, rid

TREE = CommunicationTree(rid("t"), "Activation")


def call(key: str, parent: str | None = None, **fields: Any) -> TreeNode:
    values: dict[str, Any] = {"target": NodeTarget.GROUP, "name": key.upper(), **fields}
    return TreeNode(rid(key), TREE.id, rid(parent) if parent is not None else None, **values)


def plan_of(*nodes: TreeNode, **hung: str | None) -> Plan:
    """A plan with these calls and one for each of `hung`, under the call it names."""
    return plan_with(TREE, *nodes, *(call(key, parent) for key, parent in hung.items()))


def hangs(plan: Plan) -> dict[str, str | None]:
    """Every call and the one it hangs under, in the order of the table."""
    return {str(key): node.parent for key, node in plan.tree_nodes.items()}


def after(plan: Plan, changes: Any) -> Plan:
    session = EditingSession(plan)
    session.apply(changes, "Edit")
    return session.plan


SOUND: SearchStrategy[Plan] = st.lists(st.integers(0, 1000), min_size=1, max_size=40).map(
    lambda choices: plan_with(
        TREE,
        *(
            call(f"n{at}", f"n{choice % at}" if at and choice % 7 else None)
            for at, choice in enumerate(choices)
        ),
    )
)
"""Trees without circles, some with several starts."""

ANY: SearchStrategy[Plan] = st.lists(st.integers(-2, 30), max_size=25).map(
    lambda choices: plan_with(
        TREE,
        *(call(f"n{at}", None if up < 0 else f"n{up}") for at, up in enumerate(choices)),
    )
)
"""Trees as a file may hold them: with circles, and with calls under calls that are not there."""


def leads_back(plan: Plan, key: str) -> bool:
    """Whether the way up from a call comes back to it."""
    hung: Mapping[str, str | None] = hangs(plan)
    passed, at = set(), hung.get(key)
    while at is not None and at not in passed:
        if at == key:
            return True
        passed.add(at)
        at = hung.get(at)
    return False
