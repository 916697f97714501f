import pytest

from app.domain.judgement.elements.element import MatrixFilled
from tests.unit.domain.judgement.elements.judging import counts, gap
from tests.unit.domain.judgement.subjects import matrix, severities

LEVELS = severities("One", "Two")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([[1, 1], [1, 2]], (4, 4)),
        ([[1, 0], [1, 2]], (3, 4)),
        ([[0, 0]], (0, 2)),
        ([[3, 3]], (0, 2)),
    ],
)
def test_every_pair_needs_a_severity_of_the_plan(cells, expected):
    assert counts(MatrixFilled(), *LEVELS, *matrix(cells)) == expected


def test_the_empty_cells_are_counted():
    assert gap(MatrixFilled(), *LEVELS, *matrix([[1, 0], [0, 2]])) == "2 of 4 cells are empty"


def test_no_matrix_is_not_a_full_one():
    assert counts(MatrixFilled(), *LEVELS) == (0, 1)
    assert gap(MatrixFilled()) == "there is no matrix"
