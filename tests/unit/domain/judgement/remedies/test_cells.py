import pytest

from tests.builders import plan_with, rid
from tests.unit.domain.judgement.remedies.mending import Bench
from tests.unit.domain.judgement.subjects import matrix, severities

LEVELS = severities("High", "Middle", "Low")


def bench(rows):
    return Bench(plan_with(*LEVELS, *matrix(rows)))


@pytest.mark.parametrize(
    ("rows", "cell", "level"),
    [
        ([[1, 2], [2, 0]], "imp-2.urg-2", "sev-3"),
        ([[0, 2], [2, 3]], "imp-1.urg-1", "sev-2"),
        ([[1, 0], [2, 3]], "imp-1.urg-2", "sev-3"),
        ([[1, 0], [2, 2]], "imp-1.urg-2", "sev-2"),
        ([[0]], "imp-1.urg-1", "sev-3"),
    ],
)
def test_an_empty_cell_gets_the_mildest_severity_that_keeps_the_order(rows, cell, level):
    mended = bench(rows).mended("matrix.empty-cell")

    assert mended.matrix[rid(cell)].severity == level


def test_the_label_tells_what_the_cell_will_say():
    label = bench([[1, 2], [2, 0]]).label("matrix.empty-cell")

    assert label == "Give Impact2 impact and Urgency2 urgency the severity Low"


def test_a_cell_that_is_too_mild_is_raised_to_its_neighbour():
    mended = bench([[1, 3], [2, 2]]).mended("matrix.not-monotone")

    assert mended.matrix[rid("imp-1.urg-2")].severity == "sev-2"


def test_where_no_severity_fits_a_person_decides():
    assert bench([[3, 0], [1, 1]]).offered("matrix.empty-cell") is None


def test_without_levels_nothing_can_be_filled_in():
    assert Bench(plan_with(*matrix([[0]]))).offered("matrix.empty-cell") is None
