from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.judgement.findings import Weight
from app.domain.plan.classification import SampleIncident, UrgencyLevel
from tests.builders import rid
from tests.unit.domain.judgement.subjects import SOON, cell, found, matrix, severities

LEVELS = severities("High", "Middle", "Low", "Least")


def uneven(rows):
    """The cells the rule objects to in a matrix of these severities."""
    return [finding.record for finding in found("matrix.not-monotone", *LEVELS, *matrix(rows))]


def sample(expected):
    return SampleIncident(
        rid("flood"), "A flood of mails", rid("imp-1"), rid("urg-1"), rid(expected)
    )


def test_a_level_says_which_response_time_is_not_decided():
    [level] = severities("High")

    def reasons(**times):
        return [one.reason for one in found("severity.no-response-time", replace(level, **times))]

    undecided = "working hours is not decided."
    assert reasons() == [f"High: the response time in and out of {undecided}"]
    assert reasons(respond_in_hours=SOON) == [f"High: the response time out of {undecided}"]
    assert reasons(respond_out_of_hours=SOON) == [f"High: the response time in {undecided}"]
    assert reasons(respond_in_hours=SOON, respond_out_of_hours=SOON) == []


def test_a_level_needs_a_time_until_it_is_escalated():
    [level] = severities("High")

    [finding] = found("severity.no-escalation-time", level)

    assert finding.reason == "High: the time until it is escalated is not decided."
    assert finding.weight is Weight.WARN
    assert not found("severity.no-escalation-time", replace(level, escalate_in_hours=SOON))
    assert not found("severity.no-escalation-time", replace(level, escalate_out_of_hours=SOON))


def test_a_level_needs_a_meaning():
    [level] = severities("High")

    [finding] = found("severity.no-meaning", replace(level, meaning=" "))

    assert finding.reason == "High is not defined."
    assert not found("severity.no-meaning", replace(level, meaning="The business stops."))


def test_a_sample_incident_that_lands_elsewhere_is_told_by_the_names_of_the_levels():
    [finding] = found("sample.elsewhere", *LEVELS, *matrix([[1]]), sample("sev-2"))

    assert finding.reason == "“A flood of mails” is expected at Middle but lands on High."


def test_a_level_that_is_gone_has_only_its_id():
    [finding] = found("sample.elsewhere", *LEVELS, *matrix([[1]]), sample("sev-9"))

    assert finding.reason == "“A flood of mails” is expected at 'sev-9' but lands on High."


def test_a_sample_incident_that_lands_where_expected_or_nowhere_is_fine():
    assert not found("sample.elsewhere", *LEVELS, *matrix([[1]]), sample("sev-1"))
    assert not found("sample.elsewhere", *LEVELS, *matrix([[0]]), sample("sev-1"))


def test_too_few_levels_block_and_are_counted_in_words():
    def reasons(*names):
        return [finding.reason for finding in found("severity.few-levels", *severities(*names))]

    assert reasons() == ["The plan defines no severity levels."]
    assert reasons("High") == ["The plan defines 1 severity level."]
    assert reasons("High", "Low") == ["The plan defines 2 severity levels."]
    assert reasons("High", "Middle", "Low") == []
    assert found("severity.few-levels")[0].weight is Weight.BLOCKS


def test_a_plan_without_impacts_or_urgencies_has_no_matrix():
    only_urgency = UrgencyLevel(rid("urg-1"), "Now", 1)

    [finding] = found("matrix.none", only_urgency)

    assert finding.section == "classification"
    assert not found("matrix.empty-cell", only_urgency)
    assert not found("matrix.none", *LEVELS, *matrix([[1]]))


def test_a_hole_in_the_matrix_is_told_by_its_names():
    [finding] = found("matrix.empty-cell", *LEVELS, *matrix([[1, 2], [0, 3]]))

    assert finding.reason == "The matrix says nothing for Impact2 impact and Urgency1 urgency."
    assert finding.record == "imp-2.urg-1"


def test_a_cell_with_a_severity_the_plan_lacks_is_a_hole():
    broken = cell("imp-1", "urg-1", "sev-9")

    assert found("matrix.empty-cell", *LEVELS, *matrix([[0]]), broken)
    assert not found("matrix.empty-cell", *LEVELS, *matrix([[1]]))


def test_a_cell_milder_than_a_less_bad_neighbour_is_told_by_its_names_once():
    [finding] = found("matrix.not-monotone", *LEVELS, *matrix([[3, 2], [2, 3]]))

    assert finding.record == "imp-1.urg-1"
    assert finding.reason == (
        "The matrix gives Impact1 impact and Urgency1 urgency Low, milder than the Middle of "
        "Impact2 impact and Urgency1 urgency, which is less bad."
    )


def test_levels_are_compared_by_rank_and_not_by_their_place_in_the_table():
    listed_backwards = list(reversed(matrix([[1, 2], [2, 3]])))

    assert not found("matrix.not-monotone", *LEVELS, *listed_backwards)


def test_levels_of_one_rank_are_no_neighbours():
    records = [
        replace(record, rank=1) if isinstance(record, UrgencyLevel) else record
        for record in matrix([[2, 1]])
    ]

    assert not found("matrix.not-monotone", *LEVELS, *records)
    assert found("matrix.not-monotone", *LEVELS, *matrix([[2, 1]]))


def test_a_hole_is_no_step():
    assert uneven([[0, 1], [2, 0]]) == []


def test_a_step_backwards_across_a_hole_is_noticed():
    assert uneven([[2, 0], [0, 1]]) == ["imp-1.urg-1"]


@st.composite
def monotone(draw):
    """A matrix in which severity never rises from left to right or from top to bottom."""
    wide = draw(st.integers(1, 4))
    rows: list[list[int]] = []
    for _ in range(draw(st.integers(1, 4))):
        above = rows[-1] if rows else [1] * wide
        row: list[int] = []
        for column in range(wide):
            least = max(above[column], row[-1] if row else 1)
            row.append(draw(st.integers(least, len(LEVELS))))
        rows.append(row)
    return rows


@settings(max_examples=50)
@given(monotone())
def test_a_monotone_matrix_is_fine(rows):
    assert uneven(rows) == []


@settings(max_examples=50)
@given(monotone(), st.data())
def test_swapping_two_different_neighbours_is_noticed(rows, data):
    places = [(row, column) for row, cells in enumerate(rows) for column in range(len(cells))]
    steps = [
        ((row, column), (row + down, column + right))
        for row, column in places
        for down, right in ((1, 0), (0, 1))
        if (row + down, column + right) in places
        and rows[row][column] != rows[row + down][column + right]
    ]
    assume(steps)
    (row, column), (below, beside) = data.draw(st.sampled_from(steps))

    rows[row][column], rows[below][beside] = rows[below][beside], rows[row][column]

    assert f"imp-{row + 1}.urg-{column + 1}" in uneven(rows)
