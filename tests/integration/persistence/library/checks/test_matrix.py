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


FOUR = "when: {equals: {question: severity.scheme, value: four}}"
OTHERS = "when: {not: {equals: {question: severity.scheme, value: four}}}"
LATER = "  - {kind: urgencies, id: later, name: Later, rank: 2}"
CELL = "  - {kind: matrix, id: high.later, impact: high, urgency: later, severity: s2}"


def _while(row, when):
    return row.replace("}", f", {when}}}")


def test_a_cell_is_wanted_only_where_its_impact_and_urgency_meet(shelf):
    shelf.edit(NAME, LATER, _while(LATER, FOUR))
    shelf.edit(NAME, CELL, _while(CELL, FOUR))

    assert shelf.problems() == []


def test_a_cell_that_some_answers_leave_out_is_told(shelf):
    assert shelf.problem_after(NAME, CELL, _while(CELL, FOUR)) == (
        f"{NAME}: records: the matrix lacks 'high.later'"
    )


def test_a_cell_that_stands_under_other_answers_than_its_urgency_is_told(shelf):
    shelf.edit(NAME, LATER, _while(LATER, FOUR))
    shelf.edit(NAME, CELL, _while(CELL, OTHERS))

    assert shelf.problems() == [
        f"{NAME}: records[8].urgency: not all answers propose 'later'",
        f"{NAME}: records: the matrix lacks 'high.later'",
    ]


def test_a_cell_may_have_alternatives(shelf):
    other = _while(CELL.replace("severity: s2", "severity: s1"), OTHERS)

    assert shelf.problem_after(NAME, CELL, f"{_while(CELL, FOUR)}\n{other}") == ""
