from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import (
    MANY,
    RecordChange,
    apply,
    difference,
    invert,
    made_on,
    put,
    remove,
)
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records
from tests.builders import QUICK, person, plan_with, rid, role, small_plans

ABC = plan_with(person("a"), person("b"), person("c"))
EDITS = st.lists(
    st.tuples(
        st.sampled_from("abcdefgh"),
        st.sampled_from(("One", "Two", None)),
        st.none() | st.integers(-2, 9),
    ),
    max_size=8,
)


def order(plan) -> str:
    return "".join(plan.people)


def planned(plan, edits):
    """Changes to people, each prepared on `plan`; no name removes."""
    for key, name, at in edits:
        if name is not None:
            yield put(plan, person(key, name), at)
        elif rid(key) in plan.people:
            yield remove(plan, Kind.PERSON, rid(key))


def test_adding_without_a_place_adds_at_the_end():
    changed = apply(ABC, (put(ABC, person("x")),))

    assert order(changed) == "abcx"


def test_several_additions_prepared_on_one_plan_keep_their_order():
    changes = (put(ABC, person("x")), put(ABC, person("y")))

    assert order(apply(ABC, changes)) == "abcxy"


def test_an_edit_leaves_the_record_where_it_is():
    changed = apply(ABC, (put(ABC, person("b", "New")),))

    assert [item.name for item in changed.people.all()] == ["A", "New", "C"]


def test_a_change_knows_what_was_there_and_where():
    change = put(ABC, person("c", "New"), at=0)

    assert change == RecordChange(
        Kind.PERSON, rid("c"), person("c"), person("c", "New"), before_at=2, after_at=0
    )
    assert change.reversed().reversed() == change


def test_only_records_that_are_there_can_be_removed():
    assert order(apply(ABC, (remove(ABC, Kind.PERSON, rid("b")),))) == "ac"
    with pytest.raises(KeyError):
        remove(ABC, Kind.PERSON, rid("x"))


def test_changes_prepared_on_one_plan_are_undone_in_order_once_made_on_it():
    prepared = tuple(remove(ABC, Kind.PERSON, rid(key)) for key in "ab")

    made = made_on(ABC, prepared)

    assert order(apply(apply(ABC, made), invert(made))) == "abc"


def test_an_edit_prepared_earlier_does_not_move_the_record_back():
    prepared = (put(ABC, person("a", "New")),)
    moved = apply(ABC, (put(ABC, person("a"), at=2),))

    made = made_on(moved, prepared)

    assert order(apply(moved, made)) == "bca"
    assert apply(moved, made).people[rid("a")].name == "New"


def test_an_edit_of_a_record_removed_meanwhile_brings_it_back():
    gone = apply(ABC, (remove(ABC, Kind.PERSON, rid("a")),))

    made = made_on(gone, (put(ABC, person("a", "New")),))

    assert order(apply(gone, made)) == "bca"


def test_what_changes_nothing_is_not_made():
    same = put(ABC, person("a"))
    gone = replace(remove(ABC, Kind.PERSON, rid("a")), id=rid("x"))

    assert made_on(ABC, (same, gone, put(ABC, person("c"), at=99))) == ()


@QUICK
@given(small_plans(), EDITS)
def test_made_changes_lead_there_and_back(plan, edits):
    made = made_on(plan, tuple(planned(plan, edits)))

    changed = apply(plan, made)

    assert made_on(plan, made) == made
    assert apply(changed, invert(made)) == plan
    assert apply(plan, invert(invert(made))) == changed


@QUICK
@given(small_plans(), small_plans())
def test_the_difference_of_two_plans_leads_from_one_to_the_other_and_back(old, new):
    changes = difference(old, new)

    assert apply(old, changes) == new
    assert apply(new, invert(changes)) == old
    assert made_on(old, changes) == changes
    assert len({(change.kind, change.id) for change in changes}) == len(changes)


def test_equal_plans_do_not_differ():
    assert difference(ABC, ABC) == ()
    assert difference(ABC, plan_with(*ABC.people.all())) == ()


def test_moving_one_record_across_others_is_one_change():
    moved = apply(ABC, (put(ABC, person("a"), at=2),))

    assert [change.id for change in difference(ABC, moved)] == ["a"]


def test_a_difference_reaches_over_all_kinds():
    new = plan_with(person("a"), role("lead"))

    changes = difference(ABC, new)

    assert {(change.kind, change.id) for change in changes} == {
        (Kind.PERSON, "b"),
        (Kind.PERSON, "c"),
        (Kind.ROLE, "lead"),
    }


LARGE = plan_with(*(person(f"p-{at}") for at in range(400)))
MANY_EDITS = st.lists(
    st.tuples(
        st.integers(0, 450).map("p-{}".format),
        st.sampled_from(("One", "Two", None)),
        st.none() | st.integers(-2, 450),
    ),
    min_size=MANY,
    max_size=2 * MANY,
)


def one_by_one(plan, changes):
    for change in changes:
        plan = apply(plan, (change,))
    return plan


@QUICK
@given(MANY_EDITS)
def test_many_changes_come_out_as_one_after_the_other(edits):
    prepared = tuple(planned(LARGE, edits))

    made = made_on(LARGE, prepared)

    few = [made_on(LARGE, prepared[:at]) for at in range(0, MANY, 5)]
    assert all(made[: len(part)] == part for part in few)
    changed = apply(LARGE, made)
    assert changed == one_by_one(LARGE, made)
    assert apply(changed, invert(made)) == LARGE == one_by_one(changed, invert(made))


@QUICK
@given(MANY_EDITS)
def test_the_difference_after_many_edits_leads_there_and_back(edits):
    new = one_by_one(LARGE, made_on(LARGE, tuple(planned(LARGE, edits))))

    changes = difference(LARGE, new)

    assert one_by_one(LARGE, changes) == new
    assert one_by_one(new, invert(changes)) == LARGE
    assert made_on(LARGE, changes) == changes


def test_many_changes_of_several_kinds_are_each_made_in_their_table():
    people = [person(f"n-{at}") for at in range(MANY)]
    roles = role("lead"), role("second")
    changes = (*(put(ABC, one) for one in people), *(put(ABC, one) for one in roles))

    changed = apply(ABC, made_on(ABC, changes))

    assert list(changed.people) == ["a", "b", "c", *(one.id for one in people)]
    assert list(changed.roles) == ["lead", "second"]
    assert apply(changed, invert(made_on(ABC, changes))) == ABC


def test_many_changes_copy_no_table_for_each(monkeypatch):
    copies = []
    share = Records._sharing

    def counted(*args):
        copies.append(args)
        return share(*args)

    monkeypatch.setattr(Records, "_sharing", counted)
    crowd = [person(f"n-{at}") for at in range(2 * MANY)]

    made = made_on(LARGE, tuple(put(LARGE, one) for one in crowd))
    there = apply(LARGE, made)
    back = apply(there, invert(made))
    differences = (*difference(LARGE, there), *difference(there, back))

    assert not copies
    assert len(differences) == 2 * len(crowd)
    assert back == LARGE
