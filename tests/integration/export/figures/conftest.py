import pytest

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path


@pytest.fixture
def drawing():
    return Drawing(
        200,
        100,
        (
            Box(10, 10, 80, 40, Ink.SEVERITY_1, Ink.INK, radius=5),
            Path(((90, 30), (150, 30), (150, 60)), Ink.BRAND, arrow=True, dashed=True),
            Path(((5, 5), (5, 5)), arrow=True),
            Dot(150, 80, 8, Ink.GOOD),
            Label(50, 33, "A & B <c> ☐", 9, Ink.ON_SEVERITY_1, True, Anchor.MIDDLE),
        ),
    )
