from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.playbooks import Phase, PlaybookStep, StepBranch
from app.domain.plan.step_ways import ending, in_phases, reached, steps_of, ways_on
from tests.builders import QUICK, plan_with, rid

BOOK = rid("book")


def step(key, *branches, phase=Phase.CONTAIN, playbook=BOOK):
    return PlaybookStep(rid(key), playbook, phase, f"Do {key}.", branches=branches)


def to(key, answer="Yes"):
    return StepBranch(answer, rid(key))


ON = StepBranch("No")
END = StepBranch("Done", ends=True)


def test_steps_are_taken_phase_by_phase_and_in_one_as_they_stand():
    close, first = step("z", phase=Phase.CLOSE), step("a", phase=Phase.FIRST_MINUTES)
    plan = plan_with(close, step("b"), first, step("c"), step("other", playbook=rid("x")))

    assert [each.id for each in steps_of(plan, BOOK)] == ["a", "b", "c", "z"]
    assert in_phases(()) == ()


def test_without_answers_a_step_leads_to_the_next_and_the_last_to_the_end():
    assert ways_on((step("a"), step("b"))) == {"a": ("b",), "b": (None,)}


def test_answers_are_the_only_ways_on():
    ways = ways_on((step("a", to("c"), ON, END), step("b"), step("c")))

    assert ways[rid("a")] == ("c", "b", None)


def test_an_answer_to_an_unknown_step_leads_on():
    assert ways_on((step("a", to("moon")), step("b")))[rid("a")] == ("b",)
    ending = StepBranch("x", rid("moon"), ends=True)
    assert ways_on((step("a", ending), step("b")))[rid("a")] == ("b",)


def test_what_is_reached_and_what_comes_to_an_end():
    ways = ways_on((step("a", to("c")), step("b"), step("c", to("c")), step("d")))

    assert reached(ways, rid("a")) == {"a", "c"}
    assert ending(ways) == {"d"}


@st.composite
def playbooks(draw):
    keys = [f"s{at}" for at in range(draw(st.integers(1, 5)))]
    branch = st.builds(
        StepBranch,
        st.just("Yes"),
        st.none() | st.sampled_from([*map(rid, keys), rid("moon")]),
        st.booleans(),
    )
    return tuple(step(key, *draw(st.lists(branch, max_size=2))) for key in keys)


@QUICK
@given(playbooks())
def test_walking_every_way_comes_to_the_same(steps):
    ways = ways_on(steps)
    arrives: set[tuple[object, object]] = {(key, key) for key in ways} | {
        (key, after) for key, all_after in ways.items() for after in all_after
    }
    places = [*ways, None]
    for via, one, other in product(places, repeat=3):
        if (one, via) in arrives and (via, other) in arrives:
            arrives.add((one, other))

    assert reached(ways, steps[0].id) == {o for s, o in arrives if s == steps[0].id and o}
    assert ending(ways) == {one for one, other in arrives if other is None}
