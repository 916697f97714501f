import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.interview.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Equals,
    Includes,
    Not,
    holds,
    questions_in,
    says_something,
    simple_conditions,
)
from app.domain.plan.sections import AnswerValue
from tests.builders import QUICK

ANSWERS: dict[str, AnswerValue] = {
    "ot": True,
    "size": "small",
    "sites": ("hull", "goole"),
    "blank": " ",
    "count": 0,
}
TRUE, FALSE = Answered("ot"), Answered("other")
LEAVES = st.sampled_from(
    [TRUE, FALSE, Equals("size", "small"), Includes("sites", "hull"), Equals("count", 1)]
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(AllOf, st.lists(inner, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (None, True),
        (Answered("ot"), True),
        (Answered("count"), True),
        (Answered("blank"), False),
        (Answered("other"), False),
        (Equals("size", "small"), True),
        (Equals("size", "large"), False),
        (Equals("ot", value=True), True),
        (Equals("ot", value=False), False),
        (Equals("other", value=False), False),
        (Includes("sites", "hull"), True),
        (Includes("sites", "york"), False),
        (Includes("size", "s"), False),
        (Includes("other", "x"), False),
        (Not(FALSE), True),
        (Not(TRUE), False),
        (AllOf(()), True),
        (AllOf((TRUE, TRUE)), True),
        (AllOf((TRUE, FALSE)), False),
        (AnyOf(()), False),
        (AnyOf((FALSE, TRUE)), True),
        (AnyOf((FALSE, FALSE)), False),
    ],
)
def test_a_condition_is_true_of_answers_or_not(condition, truth):
    assert holds(condition, ANSWERS) is truth


@pytest.mark.parametrize("answer", ["x", False, True, 0, ("", "x")])
def test_these_answers_say_something(answer):
    assert says_something(answer)


@pytest.mark.parametrize("answer", [None, "", " \n", (), ("", " ")])
def test_these_do_not(answer):
    assert not says_something(answer)


def test_a_condition_names_the_questions_it_looks_at():
    condition = AllOf((Not(Answered("a")), AnyOf((Equals("b", 1), Includes("c", "x")))))

    assert questions_in(condition) == {"a", "b", "c"}
    assert questions_in(None) == frozenset()
    assert questions_in(AllOf(())) == frozenset()


@QUICK
@given(st.lists(CONDITIONS, max_size=3).map(tuple))
def test_not_all_is_any_not(conditions):
    negated = tuple(Not(each) for each in conditions)

    assert holds(Not(AllOf(conditions)), ANSWERS) == holds(AnyOf(negated), ANSWERS)


@QUICK
@given(CONDITIONS, st.text(max_size=3))
def test_a_question_a_condition_does_not_look_at_does_not_matter(condition, value):
    assert holds(condition, ANSWERS | {"unrelated": value}) == holds(condition, ANSWERS)
    assert "unrelated" not in questions_in(condition)


def test_the_simple_conditions_stand_in_their_order():
    condition = AnyOf((Not(Equals("b", 1)), AllOf((Answered("a"), Includes("b", "x")))))

    assert tuple(simple_conditions(condition)) == (
        Equals("b", 1),
        Answered("a"),
        Includes("b", "x"),
    )
