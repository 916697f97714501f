from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import ChangeSet, RecordChange, apply, put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.persistence.db.ranks import GAP, placed, reordered
from tests.integration.persistence.db.samples import person, with_people

NAMES = ["a", "b", "c", "d", "e", "f"]


def ranked(*keys: str) -> dict[str, float]:
    return {key: at * GAP for at, key in enumerate(keys, start=1)}


def in_order(ranks: dict[str, float]) -> list[str]:
    return sorted(ranks, key=ranks.__getitem__)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Plan, ChangeSet, Plan]:
    """A plan, edits one after the other, and the plan they lead to."""
    start = with_people(Plan(RecordId("plan-x")), *draw(st.permutations(NAMES[:4])))
    plan, changes = start, list[RecordChange]()
    for name, at in draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.integers(-1, 7)), max_size=8)
    ):
        key = RecordId(f"person-{name}")
        if at == -1:
            change = remove(plan, Kind.PERSON, key) if key in plan.people else None
        else:
            change = put(plan, person(name), at)
        if change is not None:
            plan = apply(plan, (change,))
            changes.append(change)
    return start, tuple(changes), plan


@given(histories())
def test_any_history_ends_in_the_order_of_the_plan(history: tuple[Plan, ChangeSet, Plan]) -> None:
    start, changes, end = history

    order, _ = reordered(list(start.people), changes)

    assert order == list(end.people)


@given(histories())
def test_after_any_history_the_ranks_tell_the_order(history: tuple[Plan, ChangeSet, Plan]) -> None:
    start, changes, end = history
    ranks = ranked(*start.people)

    order, moved = reordered(list(start.people), changes)
    ranks |= placed(order, ranks, moved)

    assert in_order({key: ranks[key] for key in end.people}) == list(end.people)


def test_an_edit_in_place_moves_nothing() -> None:
    plan = with_people(Plan(RecordId("plan-x")), "a", "b")

    order, moved = reordered(list(plan.people), (put(plan, person("a", "Chief")),))

    assert (order, moved) == (["person-a", "person-b"], set())


def test_what_was_added_and_removed_again_is_not_moved() -> None:
    plan = with_people(Plan(RecordId("plan-x")), "a")
    added = put(plan, person("b"))
    removed = remove(apply(plan, (added,)), Kind.PERSON, RecordId("person-b"))

    assert reordered(list(plan.people), (added, removed)) == (["person-a"], set())


def test_a_record_put_between_two_takes_the_middle() -> None:
    assert placed(["a", "x", "b"], ranked("a", "b"), {"x"}) == {"x": 1.5 * GAP}


def test_records_put_last_keep_their_distance() -> None:
    assert placed(["a", "x", "y"], ranked("a"), {"x", "y"}) == {"x": 2 * GAP, "y": 3 * GAP}


def test_several_records_moved_at_once_stand_in_order() -> None:
    """Each takes its place between records that stay, not beside an old place of another."""
    old = ranked("z", "a", "b", "y")

    changed = placed(["x", "y", "z", "a", "b"], old, {"x", "y"})

    assert in_order(old | changed) == ["x", "y", "z", "a", "b"]
    assert changed.keys() == {"x", "y"}


def test_without_room_all_get_new_ranks() -> None:
    tight = {"a": 1.0, "b": 1.0 + 2**-52}

    assert placed(["a", "x", "b"], tight, {"x"}) == ranked("a", "x", "b")


def test_ranks_out_of_order_are_put_right_with_the_next_move() -> None:
    assert placed(["x", "a", "b"], {"a": 7.0, "b": 7.0}, {"x"}) == ranked("x", "a", "b")


def test_what_was_put_elsewhere_is_moved() -> None:
    plan = with_people(Plan(RecordId("plan-x")), "a", "b")

    order, moved = reordered(list(plan.people), (put(plan, person("b"), 0),))

    assert (order, moved) == (["person-b", "person-a"], {"person-b"})
