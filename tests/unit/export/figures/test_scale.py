from typing import Any

import pytest

from app.domain.document.drawing import Box, Dot, Drawing, Ink, Label, Path
from app.export.figures.scale import scaled

SHAPES = (
    Box(10, 10, 80, 40, Ink.BRAND, radius=4),
    Path(((0, 0), (100, 50)), line_width=2),
    Dot(50, 25, 5, Ink.GOOD),
    Label(10, 20, "a", 10),
)


def test_a_drawing_that_fits_is_left_alone():
    drawing = Drawing(100, 50, SHAPES)

    assert scaled(drawing, 100, 50) is drawing


def test_a_drawing_shrinks_with_everything_on_it():
    small: Any = scaled(Drawing(100, 50, SHAPES), 50, 1000)

    box, path, dot, label = small.shapes
    assert (small.width, small.height) == (50, 25)
    assert (box.x, box.width, box.radius) == (5, 40, 2)
    assert (path.points[1], path.line_width) == ((50, 25), 1)
    assert (dot.radius, label.size) == (2.5, 5)


def test_the_height_counts_too():
    assert scaled(Drawing(100, 50, ()), 1000, 5).width == pytest.approx(10)
