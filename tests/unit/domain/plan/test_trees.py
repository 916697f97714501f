import pytest

from app.domain.plan.codec import NotPlanData, record_data, record_from
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Kind
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
    assert (node.parent, node.allowed, node.offset) == (None, None, None)


def test_a_call_kept_before_cards_could_be_moved_still_opens():
    data = {"id": "n", "tree": "t", "parent": None, "target": "role", "target_id": "lead"}

    node = record_from(Kind.TREE_NODE, data)

    assert node == TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, "lead")
    assert record_data(node) == data


@pytest.mark.parametrize("offset", [[1], [1, 2, 3], [1, "2"], "1,2", [1.5, 2]])
def test_a_place_that_is_not_two_whole_numbers_is_no_place(offset):
    data = {"id": "n", "tree": "t", "parent": None, "target": "group", "offset": offset}

    with pytest.raises(NotPlanData, match="offset"):
        record_from(Kind.TREE_NODE, data)


def test_a_place_is_kept_and_read_back():
    node = TreeNode(rid("n"), rid("t"), None, NodeTarget.GROUP, offset=(-12, 40))

    assert record_data(node)["offset"] == [-12, 40]
    assert record_from(Kind.TREE_NODE, record_data(node)) == node
