import pytest

NAME = "frameworks/elements/small.yaml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: severity.matrix", "id: Severity", "[1].id: 'Severity' is no id"),
        ("section: roles", "section: rolls", "[0].section: 'rolls' is no section key"),
        ("label: a deputy for every role", 'label: ""', "[0].label: is blank"),
        ("value: true", "values: true", "[0].when.equals.value: is missing"),
        ("rows: roles", "rows: rolls", "[0].tests[0].rows: 'rolls' is none of profiles"),
        ("least: 3", "least: 0", "[0].tests[0].least: is less than 1"),
        ("every: true", "every: 1", "[0].tests[0].every: is neither true nor false"),
        ("filled: [holder, deputies]", "filled: []", "[0].tests[0].filled: has 0 entries"),
        ("by: steps", "by: step", "[0].tests[1].by: 'step' is none of profiles"),
        ("        field: playbook\n", "", "[0].tests[1].field: is missing"),
        ("matrix: filled", "matrix: full", "[1].tests[0].matrix: 'full' is none of filled"),
        ("least: 1", "most: 1", "[1].tests[1].most: is not a known field"),
        ("[[contain], ", "[[], ", "[1].tests[3].says[0]: has 0 entries"),
        ("[[contain], ", "[contain, ", "[1].tests[3].says[0]: is not a list"),
        ("in: [containment]", "in: [contain]", "[1].tests[3].in[0]: 'contain' is no section key"),
    ],
)
def test_a_broken_element_is_told(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert f"{NAME}: elements{line}" in problem


def test_an_element_without_tests_is_told(shelf):
    text = "elements:\n  - {id: a, label: an answer, section: roles, tests: []}\n"
    (shelf.root / NAME).write_text(text, encoding="utf-8")

    assert shelf.problems() == [f"{NAME}: elements[0].tests: has 0 entries, at least 1 are needed"]
