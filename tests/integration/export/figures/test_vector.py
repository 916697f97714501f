from math import isclose
from typing import Any

from app.domain.document.drawing import Path
from app.export.figures.vector import ARROW_LENGTH, arrow_head


def test_an_arrow_points_along_the_last_stretch():
    head: Any = arrow_head(Path(((0, 0), (10, 0), (10, 20)), arrow=True))
    tip, one, other = head

    assert tip == (10, 20)
    assert isclose((one[0] + other[0]) / 2, 10)
    assert one[1] < 20
    assert isclose((one[0] - 10) ** 2 + (one[1] - 20) ** 2, ARROW_LENGTH**2)


def test_no_direction_makes_no_arrow():
    assert arrow_head(Path(((1, 1), (1, 1)), arrow=True)) == ()
    assert arrow_head(Path(((1, 1),), arrow=True)) == ()
    assert arrow_head(Path(((0, 0), (1, 1)))) == ()
