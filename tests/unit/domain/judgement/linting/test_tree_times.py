import pytest

from app.domain.judgement.linting.tree_times import path_minutes
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import rid, role
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

    assert path_minutes(one, {one.id: one, two.id: two}) == 3


def test_somebody_unknown_is_told_by_id():
    [(_, reason)] = slow(level(), TREE, node("a", allowed=minutes(300)))

    assert "to reach legal, but" in reason
