import pytest

from app.exchange.content import DEEPEST, LARGEST_NUMBER, content_problems


def nested(levels):
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        "words\n\twith lines",
        LARGEST_NUMBER,
        -LARGEST_NUMBER,
        True,
        1.5,
        None,
        {"a": ["b", {"c": "d"}]},
        nested(DEEPEST),
    ],
)
def test_what_a_plan_can_hold_has_no_problem(value):
    assert list(content_problems(value)) == []


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"a": ["b", "\x07"]}, "a[1]"),
        ({"a": {"b": LARGEST_NUMBER + 1}}, "a.b"),
        ({"a": {"b": -LARGEST_NUMBER - 1}}, "a.b"),
        ({"a": {"\x07": 1}}, "a"),
        ({"\x07": 1}, "the file"),
    ],
)
def test_what_it_cannot_hold_is_named_with_its_place(value, place):
    (problem,) = content_problems(value)

    assert problem.startswith(f"{place}: ")


def test_nesting_ends_at_the_deepest_level():
    (problem,) = content_problems(nested(DEEPEST + 1), "a")

    assert problem.endswith(f"is nested deeper than {DEEPEST} levels")


def test_every_problem_is_found():
    assert len(list(content_problems({"a": ["\x07", "\x07"], "b": "\x07"}))) == 3
