import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.trees import CommunicationTree, NodeTarget
from app.services.editing import EditingSession
from app.services.trees.called import Called
from app.services.trees.forest import forest_of
from app.services.trees.placing import moved, tidied
from app.services.trees.shaping import (
    WouldCircle,
    added,
    connected,
    cut_off,
    detached,
    indented,
    new_call,
    outdented,
    shifted,
    taken_out,
)
from tests.builders import QUICK, person, plan_with, rid
from tests.unit.services.trees.growing import (
    ANY,
    SOUND,
    TREE,
    after,
    call,
    hangs,
    leads_back,
    plan_of,
)


def order(plan, parent=None):
    forest = forest_of(plan, TREE.id)
    return "".join(forest.roots if parent is None else forest.below.get(rid(parent), ()))


def test_a_new_call_goes_by_the_usual_channels():
    ada = person("ada", channels=(Channel(ChannelKind.MOBILE, "1"),))

    made = new_call(plan_with(ada), TREE.id, rid("a"), Called(NodeTarget.PERSON, "ada"))

    assert (made.tree, made.parent, made.channels) == ("t", "a", (ChannelKind.MOBILE,))
    assert (made.target, made.target_id) == (NodeTarget.PERSON, "ada")


def test_a_call_is_added_last_or_right_behind_another():
    plan = plan_of(a=None, b="a", c="a")

    assert order(after(plan, added(plan, call("d", "a"))), "a") == "bcd"
    assert order(after(plan, added(plan, call("d", "a"), rid("b"))), "a") == "bdc"


def test_a_call_hung_elsewhere_takes_along_what_follows_and_loses_its_own_place():
    plan = plan_of(call("d", "b", offset=(3, 4)), a=None, b="a", c="a", e="d")

    now = after(plan, connected(plan, rid("d"), rid("c")))

    assert hangs(now) | {"d": "c"} == hangs(now)
    assert order(now, "d") == "e"
    assert now.tree_nodes[rid("d")].offset is None


def test_a_call_hung_into_another_tree_takes_the_branch_there():
    other = CommunicationTree(rid("u"), "Executive")
    plan = plan_of(a=None, b="a", c="b")
    plan = after(plan, added(plan, new_call(plan, other.id, None, Called(NodeTarget.GROUP))))
    (there,) = (key for key, node in plan.tree_nodes.items() if node.tree == "u")

    now = after(plan, connected(plan, rid("b"), there))

    assert {now.tree_nodes[rid(key)].tree for key in "bc"} == {"u"}


@pytest.mark.parametrize("parent", ["a", "b", "c"])
def test_a_call_cannot_be_made_by_itself_or_by_one_that_follows_from_it(parent):
    plan = plan_of(a=None, b="a", c="b")

    with pytest.raises(WouldCircle) as refused:
        connected(plan, rid("a"), rid(parent))

    assert refused.value.message == (
        "A call cannot be made by one that follows from it: hang it under another call."
    )


def test_a_circle_from_a_file_is_mended_by_hanging_its_calls_elsewhere():
    plan = plan_of(r=None, a="c", b="a", c="b")

    now = after(plan, connected(plan, rid("a"), rid("r")))

    assert not any(leads_back(now, key) for key in "rabc")


def test_a_detached_call_starts_on_its_own():
    plan = plan_of(a=None, b="a", c="b")

    now = after(plan, detached(plan, rid("b")))

    assert order(now) == "ab"
    assert order(now, "b") == "c"


def test_what_followed_from_a_call_taken_out_is_made_by_its_caller_in_its_place():
    plan = plan_of(a=None, x="a", y="a", c="x", d="x", z="a")

    now = after(plan, taken_out(plan, rid("x")))

    assert order(now, "a") == "cdyz"


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("a", {"b": None, "c": "b"}),
        ("b", {"a": "c", "c": "a"}),
        ("c", {"a": "b", "b": "a"}),
    ],
)
def test_a_call_of_a_circle_can_be_taken_out(gone, left):
    plan = plan_of(a="c", b="a", c="b")

    assert hangs(after(plan, taken_out(plan, rid(gone)))) == left


def test_a_call_that_waits_for_itself_can_be_taken_out():
    plan = plan_of(a="a", b="a")

    assert hangs(after(plan, taken_out(plan, rid("a")))) == {"b": None}


def test_a_branch_is_cut_off_whole():
    plan = plan_of(a=None, b="a", c="b", d="a")

    assert hangs(after(plan, cut_off(plan, rid("b")))) == {"a": None, "d": "a"}


def test_calls_change_places_with_those_beside_them():
    plan = plan_of(a=None, b="a", x="b", c="a", d="a")

    assert order(after(plan, shifted(plan, rid("c"), -1)), "a") == "cbd"
    assert order(after(plan, shifted(plan, rid("c"), 1)), "a") == "bdc"
    assert shifted(plan, rid("b"), -1) == ()
    assert shifted(plan, rid("d"), 1) == ()


def test_a_call_is_indented_under_the_one_before_it_and_outdented_behind_its_caller():
    plan = plan_of(a=None, b="a", c="a", d="a")

    inside = after(plan, indented(plan, rid("c")))
    assert (order(inside, "a"), order(inside, "b")) == ("bd", "c")
    outside = after(inside, outdented(inside, rid("c")))
    assert order(outside, "a") == "bcd"
    assert indented(plan, rid("b")) == ()
    assert outdented(plan, rid("a")) == ()


EDITS = (
    lambda plan, key, other: added(plan, call(f"x{len(plan.tree_nodes)}", key), other),
    connected,
    lambda plan, key, other: detached(plan, key),
    lambda plan, key, other: taken_out(plan, key),
    lambda plan, key, other: cut_off(plan, key),
    lambda plan, key, other: shifted(plan, key, -1),
    lambda plan, key, other: shifted(plan, key, 1),
    lambda plan, key, other: indented(plan, key),
    lambda plan, key, other: outdented(plan, key),
    lambda plan, key, other: moved(plan, key, 5, -7),
    lambda plan, key, other: tidied(plan, TREE.id),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 99), st.integers(0, 99)), max_size=12
)


def edited(plan, steps):
    """The session after all `steps` that can be made, and how many changed anything."""
    session, count = EditingSession(plan), 0
    for edit, one, other in steps:
        keys = [*session.plan.tree_nodes]
        if not keys:
            break
        try:
            changes = edit(session.plan, keys[one % len(keys)], keys[other % len(keys)])
        except WouldCircle:
            continue
        count += session.apply(changes, "Edit")
    return session, count


@QUICK
@given(SOUND, STEPS)
def test_no_edit_makes_a_circle(plan, steps):
    session, _ = edited(plan, steps)

    assert not [key for key in session.plan.tree_nodes if leads_back(session.plan, key)]
    assert not forest_of(session.plan, TREE.id).cut


@QUICK
@given(ANY, STEPS)
def test_all_edits_undone_lead_back_to_the_start(plan, steps):
    session, count = edited(plan, steps)

    for _ in range(count):
        assert session.undo()

    assert session.plan == plan
    assert not session.undo()
