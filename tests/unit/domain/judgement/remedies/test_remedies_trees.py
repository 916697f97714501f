from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.remedies.mending import Bench

TREE = CommunicationTree(rid("tree"), "Tree")


def node(key, parent=None):
    return TreeNode(rid(key), rid("tree"), rid(parent) if parent else None, NodeTarget.GROUP)


def test_a_call_that_hangs_nowhere_goes_under_the_start():
    mended = Bench(plan_with(TREE, node("a"), node("b", "gone"))).mended("tree.cut-off")

    assert mended.tree_nodes[rid("b")].parent == "a"


def test_without_one_start_a_person_decides():
    assert Bench(plan_with(TREE, node("b", "gone"))).offered("tree.cut-off") is None
    two = plan_with(TREE, node("a"), node("c"), node("b", "gone"))
    assert Bench(two).offered("tree.cut-off") is None
