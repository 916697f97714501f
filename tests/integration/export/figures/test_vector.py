from decimal import Decimal
from io import BytesIO
from math import isclose
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path
from app.export.figures.vector import ARROW_LENGTH, arrow_head, painted
from app.export.subsets import Subsets
from app.export.typefaces import Face, font


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


def painted_by(*shapes):
    canvas = Canvas(BytesIO(), pagesize=(100, 100), pageCompression=0)
    font(Face.REGULAR)
    canvas.addLiteral(painted(Drawing(100, 100, shapes), Subsets(canvas), 0, 100))
    canvas.showPage()
    with pikepdf.open(BytesIO(canvas.getpdfdata())) as pdf:
        found: Any = pikepdf.parse_content_stream(pdf.pages[0])
        return [(str(one.operator), [float(x) for x in _numbers(one.operands)]) for one in found]


def _numbers(operands):
    return [one for one in operands if isinstance(one, int | float | Decimal)]


def test_every_kind_of_shape_leaves_the_state_as_it_was():
    shapes = (
        Box(10, 10, 20, 10, Ink.BRAND, Ink.RULE, radius=3),
        Box(10, 10, 20, 10, Ink.BRAND),
        Path(((0, 0), (10, 0), (10, 20)), arrow=True, dashed=True),
        Dot(50, 50, 4, Ink.GOOD),
        Label(5, 5, "Ψ and ☐", strong=True, anchor=Anchor.MIDDLE),
    )

    names = [name for name, _ in painted_by(*shapes)]

    assert names.count("q") == names.count("Q")
    assert names.count("BT") == names.count("ET") == 2  # one is of the canvas
    assert names.count("Tj") == 2
    assert names.count("d") == 2


def test_the_top_of_a_drawing_is_the_top_of_its_place():
    assert ("re", [10, 70, 20, 10]) in painted_by(Box(10, 20, 20, 10, Ink.BRAND))


def test_what_has_no_ink_paints_nothing():
    nothing = painted_by()

    assert painted_by(Box(1, 1, 5, 5)) == nothing
    assert painted_by(Path(((0, 0), (9, 9)), stroke=Ink.NONE)) == nothing
    assert painted_by(Path(((0, 0),))) == nothing
    assert painted_by(Label(1, 1, "word", ink=Ink.NONE)) == nothing
    assert painted_by(Label(1, 1, "")) == nothing


def test_a_box_with_round_corners_stays_in_its_bounds():
    drawn = painted_by(Box(10, 10, 30, 20, Ink.BRAND, radius=50))

    numbers = [values for name, values in drawn if name in {"m", "l", "c"}]
    points = [(x, y) for one in numbers for x, y in zip(one[::2], one[1::2], strict=True)]
    assert min(x for x, _ in points) == 10
    assert max(x for x, _ in points) == 40
    assert {min(y for _, y in points), max(y for _, y in points)} == {70, 90}
