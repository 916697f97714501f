from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.domain.judgement.circles import Circles
from app.domain.plan.ids import RecordId
from app.domain.plan.records import Records
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import QUICK, rid

PARENTS = st.lists(st.none() | st.integers(0, 12), max_size=10)


def node(key, parent):
    above = None if parent is None else rid(f"n-{parent}")
    return TreeNode(rid(f"n-{key}"), rid("tree"), above, NodeTarget.GROUP, "", "Team")


def calls(parents):
    return Records(node(key, parent) for key, parent in enumerate(parents))


def leads_back(nodes, start):
    """The definition: the way up is walked for each call by itself."""
    passed, at = set(), start
    while at is not None and at.parent is not None and at.id not in passed:
        passed.add(at.id)
        if at.parent == start.id:
            return True
        at = nodes.get(at.parent)
    return False


@QUICK
@given(PARENTS, st.randoms(use_true_random=False))
def test_calls_wait_for_each_other_where_the_way_up_comes_back(parents, chance):
    nodes, circles = calls(parents), Circles()
    keys = list(nodes)
    chance.shuffle(keys)

    found = {key: circles.holds(nodes, key) for key in keys}

    assert found == {key: leads_back(nodes, nodes[key]) for key in keys}


def test_other_calls_are_looked_at_anew():
    circles = Circles()

    assert circles.holds(calls([1, 0]), rid("n-0"))
    assert not circles.holds(calls([1, None]), rid("n-0"))


class Counted(dict[RecordId, TreeNode]):
    """Counts how often a call is looked up."""

    asked = 0

    @override
    def __getitem__(self, key):
        self.asked += 1
        return super().__getitem__(key)


def test_no_part_of_a_way_is_walked_twice():
    many = 5_000
    ring = Counted(calls([*range(1, many), 0]))
    chain = Counted(calls([*range(1, many), None]))
    circles = Circles()

    assert all(circles.holds(ring, key) for key in ring)
    assert not any(circles.holds(chain, key) for key in chain)

    assert (ring.asked, chain.asked) == (many, many)
