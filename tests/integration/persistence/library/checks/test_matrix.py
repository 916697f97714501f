NAME = "templates/base/starting/response.yaml"


def test_a_cell_that_is_missing_is_told(shelf):
    cell = "  - {kind: matrix, id: high.later, impact: high, urgency: later, severity: s2}\n"

    problem = shelf.problem_after(NAME, cell, "")

    assert problem == f"{NAME}: records: the matrix lacks 'high.later'"


def test_a_cell_is_called_by_its_impact_and_urgency(shelf):
    problem = shelf.problem_after(NAME, "id: high.later", "id: later.high")

    assert problem == f"{NAME}: records[8].id: 'later.high' is not 'high.later'"


def test_a_cell_of_an_unknown_severity_is_told(shelf):
    problem = shelf.problem_after(
        NAME, "urgency: later, severity: s2", "urgency: later, severity: s9"
    )

    assert problem == f"{NAME}: records[8].severity: 's9' is none of the severities"
