import pytest

from app.persistence.library.problems import Problems
from app.services.library import LibraryFileInvalid


def test_a_problem_names_file_place_and_sentence():
    problems = Problems()

    problems.note("templates/a.yaml", "topics[0].id", "is missing")
    problems.note("templates/b.yaml", "", "is empty")

    assert problems.lines == [
        "templates/a.yaml: topics[0].id: is missing",
        "templates/b.yaml: is empty",
    ]


def test_all_problems_are_raised_together():
    problems = Problems(["a: is missing", "b: is missing"])

    with pytest.raises(LibraryFileInvalid) as caught:
        problems.raise_any()

    assert caught.value.problems == ("a: is missing", "b: is missing")


def test_without_problems_nothing_is_raised():
    problems = Problems()

    problems.raise_any()

    assert problems.lines == []
