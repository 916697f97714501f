import pytest

FRONT = "templates/base/sections/front.yaml"


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


def test_sections_stand_in_document_order(shelf):
    shelf.edit(FRONT, "key: scope", "key: swapped")
    shelf.edit(FRONT, "key: policy_statement", "key: scope")
    shelf.edit(FRONT, "key: swapped", "key: policy_statement")

    told = shelf.problems()

    assert told == [
        f"{FRONT}: sections: the order is purpose, scope, policy_statement, mission_strategy,"
        " definitions, legal_register"
    ]


def test_a_section_that_may_not_apply_says_why(shelf):
    problem = shelf.problem_after(
        "templates/base/sections/communication.yaml",
        "    otherwise: No personal data is kept.\n",
        "",
    )

    assert problem == (
        "templates/base/sections/communication.yaml: sections[3].otherwise:"
        " is missing; say why the section does not apply"
    )
