"""The order in which trees call roles."""

from app.domain.plan.call_order import call_order
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import plan_with, rid


def node(key, parent, role="", *, tree="activation", target=NodeTarget.ROLE):
    above = rid(parent) if parent else None
    return TreeNode(rid(key), rid(tree), above, target, role)


def planned(*nodes) -> Plan:
    trees = (CommunicationTree(rid(key), key) for key in ("activation", "executive"))
    return plan_with(*trees, *nodes)


def test_a_plan_without_trees_calls_nobody():
    assert call_order(plan_with()) == []


def test_whoever_is_higher_up_is_called_first():
    plan = planned(
        node("c", "b", "scribe"),
        node("b", "a", "technician"),
        node("a", None, "lead"),
        node("d", "a", "counsel"),
    )

    assert call_order(plan) == ["lead", "technician", "counsel", "scribe"]


def test_a_role_of_several_trees_keeps_its_first_place():
    plan = planned(
        node("x", None, "sponsor", tree="executive"),
        node("y", "x", "lead", tree="executive"),
        node("a", None, "lead"),
    )

    assert call_order(plan) == ["lead", "sponsor"]


def test_people_groups_and_circles_have_no_place():
    plan = planned(
        node("a", None, "lead"),
        node("b", "a", "ada", target=NodeTarget.PERSON),
        node("c", "a", "", target=NodeTarget.GROUP),
        node("d", "e", "scribe"),
        node("e", "d", "counsel"),
    )

    assert call_order(plan) == ["lead"]
