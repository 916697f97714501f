import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.linting.tree_times import minutes_to
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import QUICK, rid, role
from tests.unit.domain.judgement.subjects import SOON, found

TREE = CommunicationTree(rid("tree"), "Activation", starts_at=rid("s1"))
LEGAL = role("legal", "Legal counsel")


def level(**fields):
    values = {"escalate_in_hours": SOON, "informed": (rid("legal"),)}
    return SeverityLevel(rid("s1"), "S1", 1, **{**values, **fields})


def minutes(amount):
    return Duration(amount, TimeUnit.MINUTES)


def node(key, parent=None, allowed=None, target_id="legal", target=NodeTarget.ROLE, name=""):
    above = rid(parent) if parent else None
    return TreeNode(rid(key), rid("tree"), above, target, target_id, name, allowed=allowed)


def slow(*records):
    return [(str(item.field), item.reason) for item in found("time.tree", *records)]


WAY = (node("a", target_id="lead"), node("b", "a", minutes(150), "lead"))


def test_the_times_on_the_way_add_up():
    records = (TREE, LEGAL, *WAY, node("c", "b", minutes(100)))

    assert slow(level(), *records) == [
        (
            "c",
            "Activation may take 4 h 10 min to reach Legal counsel, but S1 leaves 4 hours "
            "to escalate.",
        )
    ]
    assert slow(level(escalate_out_of_hours=Duration(5, TimeUnit.HOURS)), *records) == []


@pytest.mark.parametrize(
    ("needed", "words"), [(300, "5 h"), (301, "5 h 1 min"), (240 * 60, "240 h")]
)
def test_the_time_needed_is_told_in_hours_and_minutes(needed, words):
    [(_, reason)] = slow(level(), TREE, LEGAL, node("a", allowed=minutes(needed)))

    assert f"may take {words} to reach" in reason


def test_minutes_alone_are_told_without_hours():
    strict = level(escalate_in_hours=minutes(5))

    [(_, reason)] = slow(strict, TREE, node("a", allowed=minutes(30), name="Everybody"))

    assert "may take 30 min to reach Everybody" in reason


def test_only_those_the_level_names_must_be_reached_in_time():
    late = node("c", "b", minutes(100), "other")
    group = node("c", "b", minutes(100), "", NodeTarget.GROUP, "Board")

    assert slow(level(), TREE, *WAY, late) == []
    assert slow(level(), TREE, *WAY, group) == []
    assert [key for key, _ in slow(level(informed=()), TREE, *WAY, group)] == ["c"]


def test_a_tree_without_a_severity_or_a_severity_without_times_sets_no_limit():
    late = node("c", "b", minutes(100))
    anywhere = CommunicationTree(rid("tree"), "Activation")

    assert slow(level(), anywhere, *WAY, late) == []
    assert slow(level(escalate_in_hours=None), TREE, *WAY, late) == []
    assert slow(TREE, *WAY, late) == []


def test_calls_that_wait_for_each_other_are_counted_once():
    one, two = node("a", "b", minutes(1)), node("b", "a", minutes(2))

    assert minutes_to({one.id: one, two.id: two}) == {"a": 3, "b": 3}


def walked(start, nodes):
    """The definition: the way up is walked for each call by itself, each call on it once."""
    total, passed, at = 0, set(), start
    while at is not None and at.id not in passed:
        passed.add(at.id)
        total += 0 if at.allowed is None else at.allowed.amount
        at = nodes.get(at.parent)
    return total


@QUICK
@given(
    st.lists(st.tuples(st.none() | st.integers(0, 11), st.none() | st.integers(0, 99)), max_size=10)
)
def test_the_time_to_each_call_is_that_of_all_on_its_way_up(calls):
    made = [
        node(
            f"n-{at}",
            None if above is None else f"n-{above}",
            None if span is None else minutes(span),
        )
        for at, (above, span) in enumerate(calls)
    ]
    nodes = {one.id: one for one in reversed(made)}

    assert minutes_to(nodes) == {key: walked(one, nodes) for key, one in nodes.items()}


def test_those_too_late_are_told_in_the_order_of_the_plan():
    late = [node(f"c-{at}", "b", minutes(100)) for at in (3, 1, 2)]

    assert [key for key, _ in slow(level(), TREE, *WAY, *late)] == ["c-3", "c-1", "c-2"]


def test_somebody_unknown_is_told_by_id():
    [(_, reason)] = slow(level(), TREE, node("a", allowed=minutes(300)))

    assert "to reach legal, but" in reason
