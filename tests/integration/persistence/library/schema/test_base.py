from typing import Annotated, Literal

import pytest
from pydantic import Field

from app.domain.interview.questions import AnswerKind
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import (
    FileModel,
    Identifier,
    Words,
    place,
    validated,
    validated_choice,
)


class _Part(FileModel):
    id: Identifier


class _Whole(FileModel):
    title: Words
    count: int = 0
    flag: bool = False
    mode: Literal["a", "b"] = "a"
    kind: Annotated[AnswerKind, Field(strict=False)] = AnswerKind.TEXT
    parts: list[_Part] = Field(default_factory=list, max_length=2)


_CHOICES: dict[str, type[FileModel]] = {"id": _Part, "title": _Whole}


def _problems(data):
    problems = Problems()
    found = validated(_Whole, data, "f.yaml", problems, "here")
    assert found is None
    return problems.lines


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({}, "here.title: is missing"),
        ({"title": 5}, "here.title: is not text; put it in quotes"),
        ({"title": "  "}, "here.title: is blank"),
        ({"title": "a", "tilte": 1}, "here.tilte: is not a known field"),
        ({"title": "a", "count": "5"}, "here.count: is not a whole number"),
        ({"title": "a", "count": True}, "here.count: is not a whole number"),
        ({"title": "a", "flag": 1}, "here.flag: is neither true nor false"),
        ({"title": "a", "mode": "c"}, "here.mode: 'c' is none of a, b"),
        (
            {"title": "a", "kind": "txt"},
            "here.kind: 'txt' is none of text, long-text, choice, choices, yes-no, number,"
            " duration, date, list",
        ),
        ({"title": "a", "parts": {}}, "here.parts: is not a list"),
        ({"title": "a", "parts": ["x"]}, "here.parts[0]: is not a table of fields"),
        (
            {"title": "a", "parts": [{"id": "A b"}]},
            "here.parts[0].id: 'A b' is no id; use lower-case letters, digits, dots and dashes",
        ),
        (
            {"title": "a", "parts": [{"id": "a"}] * 3},
            "here.parts: has 3 entries, at most 2 are allowed",
        ),
        ([], "here: is not a table of fields"),
    ],
)
def test_each_difference_is_a_sentence_at_its_place(data, line):
    assert _problems(data) == [f"f.yaml: {line}"]


def test_all_differences_are_told_at_once():
    lines = _problems({"count": "x", "parts": [{}]})

    assert lines == [
        "f.yaml: here.title: is missing",
        "f.yaml: here.count: is not a whole number",
        "f.yaml: here.parts[0].id: is missing",
    ]


def test_a_long_wrong_value_is_quoted_in_part():
    (line,) = _problems({"title": "a", "mode": "x" * 500})

    assert len(line) < 120


def test_data_that_fits_becomes_the_model():
    problems = Problems()

    found = validated(_Whole, {"title": "a", "parts": [{"id": "b"}]}, "f.yaml", problems)

    assert found is not None
    assert (found.title, found.parts[0].id) == ("a", "b")
    assert problems.lines == []


def test_a_place_at_the_top_has_no_leading_dot():
    assert place("", ("sections", 2, "title")) == "sections[2].title"


@pytest.mark.parametrize(
    ("row", "model"),
    [({"id": "a"}, _Part), ({"title": "a"}, _Whole), ({"title": "a", "count": 1}, _Whole)],
)
def test_a_row_becomes_the_model_whose_key_it_holds(row, model):
    problems = Problems()

    found = validated_choice(_CHOICES, Placed("f", "x", row), problems)

    assert type(found) is model
    assert problems.lines == []


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({}, "x: must hold one of id, title"),
        ({"id": "a", "title": "b"}, "x.title: is not a known field"),
    ],
)
def test_a_row_that_is_none_of_the_models_or_two_is_told(row, line):
    problems = Problems()

    found = validated_choice(_CHOICES, Placed("f", "x", row), problems)

    assert found is None
    assert problems.lines == [f"f: {line}"]
