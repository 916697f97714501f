"""A drawing made smaller to fit a place."""

from dataclasses import replace
from typing import assert_never

from app.domain.document.drawing import Box, Dot, Drawing, Label, Path, Shape


def scaled(drawing: Drawing, max_width: float, max_height: float) -> Drawing:
    """Return `drawing` shrunk to fit, never enlarged."""
    if drawing.width <= max_width and drawing.height <= max_height:
        return drawing
    factor = min(max_width / drawing.width, max_height / drawing.height)
    shapes = tuple(_scaled(shape, factor) for shape in drawing.shapes)
    return Drawing(drawing.width * factor, drawing.height * factor, shapes)


def _scaled(shape: Shape, factor: float) -> Shape:
    match shape:
        case Box():
            return replace(
                shape,
                x=shape.x * factor,
                y=shape.y * factor,
                width=shape.width * factor,
                height=shape.height * factor,
                line_width=shape.line_width * factor,
                radius=shape.radius * factor,
            )
        case Path():
            points = tuple((x * factor, y * factor) for x, y in shape.points)
            return replace(shape, points=points, line_width=shape.line_width * factor)
        case Dot():
            return replace(
                shape, x=shape.x * factor, y=shape.y * factor, radius=shape.radius * factor
            )
        case Label():
            return replace(shape, x=shape.x * factor, y=shape.y * factor, size=shape.size * factor)
        case _:
            assert_never(shape)
