import pytest

from app.persistence.library.base import read_base, read_base_header
from app.persistence.library.problems import Problems

FRONT = "templates/base/sections/front.yaml"


def test_the_base_holds_header_sections_and_records(shelf):
    problems = Problems()

    base = read_base(shelf.root / "templates", problems)

    assert problems.lines == []
    assert base.header is not None
    assert base.header.item.language == "en-GB"
    assert base.sections[0].item.key == "purpose"
    assert base.starting


def test_a_broken_header_is_told_and_none(shelf):
    shelf.edit("templates/base/base.yaml", "language: en-GB\n", "")
    problems = Problems()

    header = read_base_header(shelf.root / "templates", problems)

    assert header is None
    assert problems.lines == ["templates/base/base.yaml: language: is missing"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("key: scope", "key: skope", "sections: lacks scope; may not hold skope"),
        ("key: scope", "key: roles", "sections: lacks scope; may not hold roles"),
        ("key: scope", "key: purpose", "sections: lacks scope; repeats purpose"),
    ],
)
def test_a_file_holds_the_sections_of_its_group(shelf, old, new, line):
    assert f"{FRONT}: {line}" in shelf.problem_after(FRONT, old, new)


def test_sections_stand_in_their_order(shelf):
    shelf.edit(FRONT, "key: scope", "key: swapped")
    shelf.edit(FRONT, "key: policy_statement", "key: scope")
    shelf.edit(FRONT, "key: swapped", "key: policy_statement")

    told = shelf.problems()

    assert told == [
        f"{FRONT}: sections: the order is purpose, scope, policy_statement, mission_strategy,"
        " definitions, legal_register"
    ]
