"""A drawing as it is where one reads from the right: its mirror image, with words left readable."""

from dataclasses import replace
from typing import Final, assert_never

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Label, Path, Shape

_ANCHORS: Final = {
    Anchor.START: Anchor.END,
    Anchor.MIDDLE: Anchor.MIDDLE,
    Anchor.END: Anchor.START,
}


def mirror_image(drawing: Drawing) -> Drawing:
    """`drawing` with left and right exchanged; of the image, `drawing` itself."""
    shapes = tuple(_mirrored(shape, drawing.width) for shape in drawing.shapes)
    return replace(drawing, shapes=shapes)


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Box():
            return replace(shape, x=width - shape.x - shape.width)
        case Path():
            return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
        case Dot():
            return replace(shape, x=width - shape.x)
        case Label():
            return replace(shape, x=width - shape.x, anchor=_ANCHORS[shape.anchor])
        case _:
            assert_never(shape)
