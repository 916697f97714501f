import pytest

from app.domain.interview.conditions import AllOf, Answered, AnyOf, Equals, Includes, Not
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import ConditionFile, condition_from


def _read(data):
    problems = Problems()
    file = validated(ConditionFile, data, "f", problems, "when")
    return condition_from(file), problems.lines


@pytest.mark.parametrize(
    ("data", "condition"),
    [
        ({"answered": "q"}, Answered("q")),
        ({"equals": {"question": "q", "value": True}}, Equals("q", True)),
        ({"equals": {"question": "q", "value": 3}}, Equals("q", 3)),
        ({"includes": {"question": "q", "value": "a"}}, Includes("q", "a")),
        ({"not": {"answered": "q"}}, Not(Answered("q"))),
        ({"all": [{"answered": "q"}, {"answered": "r"}]}, AllOf((Answered("q"), Answered("r")))),
        ({"any": [{"not": {"answered": "q"}}]}, AnyOf((Not(Answered("q")),))),
    ],
)
def test_each_way_to_state_a_condition_is_read(data, condition):
    assert _read(data) == (condition, [])


def test_no_condition_stays_none():
    assert condition_from(None) is None


ONE = "must hold exactly one of answered, equals, includes, not, all, any"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({}, f"f: when: {ONE}"),
        ({"answered": "q", "not": {"answered": "r"}}, f"f: when: {ONE}"),
        ({"answered": None}, f"f: when: {ONE}"),
        ({"answerd": "q"}, "f: when.answerd: is not a known field"),
        ({"all": []}, "f: when.all: has 0 entries, at least 1 are needed"),
        ({"any": [{"answered": 1}]}, "f: when.any[0].answered: is not text; put it in quotes"),
        ({"not": "q"}, "f: when.not: is not a table of fields"),
        (
            {"equals": {"question": "q", "value": [1]}},
            "f: when.equals.value: is neither text, a whole number, true nor false",
        ),
        ({"includes": {"question": "q"}}, "f: when.includes.value: is missing"),
    ],
)
def test_any_other_spelling_is_told(data, line):
    _, lines = _read(data)

    assert lines == [line]
