"""Holders and deputies."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply, invert
from app.services.people.assigning import (
    deputise,
    hold,
    left_empty,
    left_without_deputy,
    relieve,
    reorder,
)
from tests.builders import QUICK, rid
from tests.unit.services.people.directory_plan import organisation

LEAD, SCRIBE = rid("lead"), rid("scribe")
ANN, BO, CY, DI = (rid(key) for key in ("ann", "bo", "cy", "di"))


def test_a_deputy_who_takes_over_is_a_deputy_no_more():
    plan = organisation()
    after = apply(plan, hold(plan, LEAD, BO)).roles[LEAD]

    assert (after.holder, after.deputies) == (BO, (CY,))


def test_nobody_can_hold_a_role():
    plan = organisation()

    assert apply(plan, hold(plan, LEAD, None)).roles[LEAD].holder is None
    assert hold(plan, SCRIBE, None) == ()


def test_a_deputy_is_added_once_and_never_the_holder():
    plan = organisation()

    assert apply(plan, deputise(plan, LEAD, DI)).roles[LEAD].deputies == (BO, CY, DI)
    assert deputise(plan, LEAD, BO) == ()
    assert deputise(plan, LEAD, ANN) == ()


def test_deputies_are_relieved_and_reordered():
    plan = organisation()

    assert apply(plan, relieve(plan, LEAD, BO)).roles[LEAD].deputies == (CY,)
    assert relieve(plan, LEAD, DI) == ()
    assert apply(plan, reorder(plan, LEAD, 1, -1)).roles[LEAD].deputies == (CY, BO)
    for at, step in ((0, -1), (1, 1), (2, -1), (-1, 1)):
        assert reorder(plan, LEAD, at, step) == ()


def test_what_a_person_leaves_behind():
    plan = organisation()

    assert [role.id for role in left_empty(plan, ANN)] == ["lead", "board"]
    assert [role.id for role in left_without_deputy(plan, BO)] == ["scribe"]
    assert left_empty(plan, DI) == left_without_deputy(plan, DI) == ()


STEPS = st.one_of(
    st.tuples(st.just(hold), st.sampled_from((ANN, BO, CY, DI, None))),
    st.tuples(st.just(deputise), st.sampled_from((ANN, BO, CY, DI))),
    st.tuples(st.just(relieve), st.sampled_from((ANN, BO, CY, DI))),
)


@QUICK
@given(st.lists(STEPS, max_size=12))
def test_no_deputy_twice_never_the_holder_and_undo_leads_back(steps):
    plan, done = organisation(), []
    for change, person in steps:
        changes = change(plan, LEAD, person)
        done.append(changes)
        plan = apply(plan, changes)
        role = plan.roles[LEAD]
        assert len(set(role.deputies)) == len(role.deputies)
        assert role.holder not in role.deputies
    for changes in reversed(done):
        plan = apply(plan, invert(changes))
    assert plan == organisation()
