import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply, invert, made_on
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.step_ways import steps_of
from app.services.playbooks.arranging import (
    playbook_removed,
    step_added,
    steps_moved,
    steps_placed,
    steps_removed,
)
from app.services.playbooks.copying import playbook_copied, steps_copied
from tests.builders import QUICK, plan_with, rid

BOOK = Playbook(rid("book"), "Book")
OTHER = Playbook(rid("other"), "Other")
PHASES = tuple(Phase)


def step(key, phase=Phase.CONTAIN, *branches, playbook=BOOK, **fields):
    return PlaybookStep(rid(key), playbook.id, phase, f"Do {key}.", branches=branches, **fields)


PLAN = plan_with(
    BOOK,
    OTHER,
    step("a", Phase.ANALYSE, StepBranch("Yes", rid("d")), StepBranch("No")),
    step("x", playbook=OTHER),
    step("b"),
    step("c", role=rid("lead")),
    step("y", playbook=OTHER),
    step("d", Phase.CLOSE),
)


def order(plan, playbook=BOOK):
    return " ".join(each.id for each in steps_of(plan, playbook.id))


def moved(*keys, by, plan=PLAN):
    return apply(plan, made_on(plan, steps_moved(plan, map(rid, keys), by)))


def test_a_new_step_comes_under_the_chosen_one_with_its_phase_and_role():
    key, changes = step_added(PLAN, BOOK.id, rid("c"), "Look again.")
    after = apply(PLAN, changes)

    assert order(after) == f"a b c {key} d"
    assert after.steps[key].role == "lead"
    assert after.steps[key].action == "Look again."


def test_the_first_step_of_a_playbook_is_one_of_the_first_minutes():
    key, changes = step_added(PLAN, BOOK.id, None)

    assert apply(PLAN, changes).steps[key].phase is Phase.FIRST_MINUTES
    key, changes = step_added(PLAN, BOOK.id, rid("moon"))
    assert apply(PLAN, changes).steps[key].phase is Phase.FIRST_MINUTES


@pytest.mark.parametrize(
    ("keys", "by", "expected"),
    [
        ("c", -1, "a c b d"),
        ("b", 1, "a c b d"),
        ("b c", -1, "a b c d"),
        ("a", -1, "a b c d"),
        ("d", 1, "a b c d"),
        ("moon", 1, "a b c d"),
    ],
)
def test_steps_move_among_their_phase(keys, by, expected):
    assert order(moved(*keys.split(), by=by)) == expected


def test_a_step_at_the_edge_goes_over_into_the_next_phase():
    up, down = moved("b", by=-1), moved("c", by=1)

    assert up.steps[rid("b")].phase is Phase.ANALYSE
    assert order(up) == "a b c d"
    assert down.steps[rid("c")].phase is Phase.ERADICATE
    assert order(down) == "a b c d"


def test_a_step_comes_to_every_phase_on_its_way_and_stops_at_the_last():
    plan = PLAN
    for phase in PHASES[PHASES.index(Phase.CONTAIN) + 1 :]:
        plan = moved("c", by=1, plan=plan)
        assert plan.steps[rid("c")].phase is phase
    plan = moved("c", by=1, plan=plan)
    assert order(plan) == "a b d c"
    assert steps_moved(plan, [rid("c")], 1) == ()


def test_the_steps_of_other_playbooks_stay_in_their_order():
    assert order(moved("b", by=1), OTHER) == "x y"


def test_steps_are_put_at_a_place_of_a_phase():
    def placed(keys, phase, at):
        changes = steps_placed(PLAN, [rid(key) for key in keys], phase, at)
        after = apply(PLAN, made_on(PLAN, changes))
        assert all(after.steps[rid(key)].phase is phase for key in keys)
        return order(after)

    assert placed("d", Phase.CONTAIN, 1) == "a b d c"
    assert placed("da", Phase.CONTAIN, 0) == "a d b c"
    assert placed("a", Phase.CONTAIN, None) == "b c a d"
    assert placed("b", Phase.RECOVER, 0) == "a c b d"
    assert placed("d", Phase.CONTAIN, -1) == "a d b c"
    assert placed("d", Phase.CONTAIN, 9) == "a b c d"


def test_nothing_is_put_anywhere():
    assert steps_placed(PLAN, [], Phase.CONTAIN, 0) == ()
    assert steps_placed(PLAN, [], Phase.FIRST_MINUTES, -1) == (), "a phase without steps"


def test_an_answer_to_a_step_that_is_taken_out_leads_on():
    after = apply(PLAN, steps_removed(PLAN, [rid("d"), rid("b")]))

    assert order(after) == "a c"
    assert after.steps[rid("a")].branches == (StepBranch("Yes"), StepBranch("No"))


def test_a_playbook_goes_with_its_steps_and_no_others():
    after = apply(PLAN, playbook_removed(PLAN, BOOK.id))

    assert list(after.playbooks) == ["other"]
    assert list(after.steps) == ["x", "y"]
    assert playbook_removed(PLAN, rid("moon")) == ()


KEYS = st.lists(st.sampled_from(list(map(rid, "abcdxy"))), max_size=3)
EDITS = st.one_of(
    st.builds(lambda keys, by: lambda p: steps_moved(p, keys, by), KEYS, st.sampled_from([-1, 1])),
    st.builds(
        lambda keys, phase, at: lambda p: steps_placed(p, keys, phase, at),
        KEYS,
        st.sampled_from(PHASES),
        st.none() | st.integers(-1, 4),
    ),
    st.builds(lambda keys: lambda p: steps_removed(p, keys), KEYS),
    st.builds(lambda keys: lambda p: steps_copied(p, keys)[1], KEYS),
    st.builds(lambda key: lambda p: step_added(p, BOOK.id, key)[1], st.sampled_from(list("abz"))),
    st.just(lambda p: playbook_copied(p, OTHER.id, "Copy")[1]),
)


@QUICK
@given(st.lists(EDITS, max_size=6))
def test_random_edits_and_undo_of_all_is_where_it_began(edits):
    plan, done = PLAN, []
    for edit in edits:
        done.append(made_on(plan, edit(plan)))
        plan = apply(plan, done[-1])
        assert {step.playbook for step in plan.steps.values()} <= set(plan.playbooks)
    for changes in reversed(done):
        plan = apply(plan, invert(changes))

    assert plan == PLAN
