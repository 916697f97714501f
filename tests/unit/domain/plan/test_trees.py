from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode, TreePurpose
from tests.builders import rid


def test_the_stored_spelling_of_purposes_and_targets_stays():
    assert [item.value for item in TreePurpose] == ["activation", "executive", "external", "staff"]
    assert [item.value for item in NodeTarget] == ["role", "person", "party", "group"]


def test_a_new_tree_starts_at_any_severity():
    tree = CommunicationTree(rid("t"), "Call-out")

    assert (tree.purpose, tree.starts_at) == (TreePurpose.ACTIVATION, None)


def test_a_node_tries_its_channels_in_order_and_without_limit():
    channels = (ChannelKind.MOBILE, ChannelKind.EMAIL)

    node = TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, "lead", channels=channels)

    assert node.channels == channels
    assert (node.parent, node.allowed) == (None, None)
