import pytest

from app.domain.interview.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Equals,
    Includes,
    Not,
)
from app.domain.interview.possible import possible
from app.domain.interview.questions import AnswerKind, Option
from tests.builders import question

QUESTIONS = {
    "size": question(
        "size", AnswerKind.CHOICE, options=(Option("small", "Small"), Option("large", "Large"))
    ),
    "cloud": question("cloud", AnswerKind.YES_NO),
    "sites": question("sites", AnswerKind.LIST),
    "name": question("name"),
}
SMALL, LARGE = Equals("size", "small"), Equals("size", "large")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (AnyOf(()), False),
        (AllOf(()), True),
        (SMALL, True),
        (Equals("size", "huge"), False),
        (AllOf((SMALL, LARGE)), False),
        (AllOf((Not(SMALL), Not(LARGE))), True),
        (AllOf((Answered("size"), Not(SMALL), Not(LARGE))), False),
        (AllOf((AnyOf((Not(Answered("size")), SMALL)), LARGE)), False),
        (AllOf((Equals("cloud", True), Equals("cloud", False))), False),
        (AllOf((Answered("cloud"), Not(Equals("cloud", True)))), True),
        (AllOf((SMALL, Equals("cloud", True))), True),
        (AllOf((Equals("name", "Ada"), Equals("name", "Bo"))), False),
        (AllOf((Answered("name"), Not(Equals("name", "Ada")))), True),
        (AllOf((Includes("sites", "Hull"), Includes("sites", "York"))), True),
        (AllOf((Includes("sites", "Hull"), Not(Includes("sites", "York")))), True),
        (AllOf((Includes("sites", "Hull"), Not(Answered("sites")))), False),
        (AllOf((Equals("profile.sector", "water"), Not(Answered("profile.sector")))), False),
    ],
)
def test_a_condition_is_possible_when_some_answers_make_it_true(condition, expected):
    assert possible(condition, QUESTIONS) is expected
