from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.axes import SCHEME
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.services.classifying.schemes import matched, present_scheme, proposed, scheme, schemes
from tests.builders import QUICK, plan_with, rid, template
from tests.unit.services.classifying.shelf import TEMPLATE, lived_with


def levels(*names):
    return tuple(
        SeverityLevel(rid(f"l{rank}-{len(names)}"), name, rank)
        for rank, name in enumerate(names, 1)
    )


def by_name(old, new):
    names = {level.id: level.name for level in new} | {None: None}
    found = matched(old, new)
    return {level.name: names[found[level.id]] for level in old}


def test_every_scheme_with_levels_is_offered_but_the_present_one():
    plan = lived_with()

    assert [(item.key, item.name) for item in schemes(plan, TEMPLATE)] == [("two", "Two")]
    assert schemes(plan, template()) == ()


def test_without_an_answer_the_scheme_is_the_default_one():
    assert present_scheme(plan_with()) == "four-level"
    answer = replace(lived_with().answers[SCHEME], value="two")
    assert present_scheme(plan_with(answer)) == "two"
    assert [item.key for item in schemes(plan_with(answer), TEMPLATE)] == ["four-level"]


def test_a_scheme_has_its_levels_worst_first_and_only_what_classifies():
    offered = scheme(lived_with(), TEMPLATE, "two")

    assert [item.name for item in offered.levels(Kind.SEVERITY)] == [
        "Major incident",
        "Minor incident",
    ]
    assert offered.name == "two"
    assert offered.levels(Kind.ROLE) == ()
    assert {item.id for item in offered.records[Kind.SAMPLE]} == {"brought"}


def test_as_many_levels_are_matched_one_by_one():
    assert by_name(levels("A", "B", "C"), levels("D", "E", "F")) == {"A": "D", "B": "E", "C": "F"}


def test_the_ends_of_the_scales_meet():
    found = by_name(levels("S1", "S2", "S3", "S4"), levels("Bad", "Fine"))

    assert (found["S1"], found["S2"], found["S3"], found["S4"]) == ("Bad", "Bad", "Fine", "Fine")


def test_words_settle_what_the_ranks_leave_open():
    old = levels("Critical", "Moderate", "Slight")

    assert by_name(old, levels("Critical", "Moderate"))["Moderate"] == "Moderate"
    assert by_name(old, levels("Moderate", "Slight"))["Moderate"] == "Moderate"


def test_without_new_levels_nothing_is_matched():
    assert by_name(levels("A"), ()) == {"A": None}
    assert by_name((), levels("A")) == {}


def test_a_proposal_matches_every_scale():
    plan = lived_with()

    found = proposed(plan, scheme(plan, TEMPLATE, "two"))

    assert found[Kind.SEVERITY] == {"s1": "s1", "s2": "s1", "s3": "s2", "s4": "s2"}
    assert found[Kind.URGENCY] == {"u1": "pace-1", "u2": "pace-2"}
    assert set(found[Kind.IMPACT]) == {"i1", "i2", "i3"}


NAMES = st.lists(st.text("abcde ", max_size=12), min_size=1, max_size=6)


@QUICK
@given(NAMES, NAMES)
def test_no_level_becomes_milder_than_one_that_was_below_it(old, new):
    before, after = levels(*old), levels(*new)
    ranks = {level.id: level.rank for level in after}

    found = matched(before, after)

    order = [ranks[found[level.id]] for level in before]
    assert order == sorted(order)
