"""Figures where one reads from the right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path
from ui.widgets.drawing_mirror import mirror_image
from ui.widgets.drawing_view import DrawingView
from ui.widgets.tokens import colour

DRAWING = Drawing(
    200.0,
    100.0,
    (
        Box(20.0, 20.0, 100.0, 40.0, Ink.BRAND_SOFT, Ink.BRAND),
        Label(30.0, 40.0, "Out", 9.0, Ink.INK),
        Label(110.0, 40.0, "1 hour", anchor=Anchor.END),
        Path(((70.0, 60.0), (150.0, 80.0)), Ink.BRAND, arrow=True),
        Dot(150.0, 80.0, 12.0, Ink.SEVERITY_1),
    ),
)


@pytest.fixture
def view(qtbot, host):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = DrawingView(host, "figure")
    host.resize(420, 300)
    made.resize(420, 300)
    with qtbot.waitExposed(host):
        host.show()
    made.show_drawing(DRAWING, "A card, then a dot.")
    return made


def at(view, x, y):
    return QPoint(round(x * view.sheet.unit), round(y * view.sheet.unit))


def colour_at(view, x, y):
    return view.sheet.grab().toImage().pixelColor(at(view, x, y))


def test_of_every_shape_left_and_right_are_exchanged():
    assert mirror_image(DRAWING).shapes == (
        Box(80.0, 20.0, 100.0, 40.0, Ink.BRAND_SOFT, Ink.BRAND),
        Label(170.0, 40.0, "Out", 9.0, Ink.INK, anchor=Anchor.END),
        Label(90.0, 40.0, "1 hour", anchor=Anchor.START),
        Path(((130.0, 60.0), (50.0, 80.0)), Ink.BRAND, arrow=True),
        Dot(50.0, 80.0, 12.0, Ink.SEVERITY_1),
    )


def test_the_mirror_image_of_the_mirror_image_is_the_drawing():
    assert mirror_image(mirror_image(DRAWING)) == DRAWING


def test_what_stands_left_in_print_is_seen_right(view):
    assert colour_at(view, 170.0, 55.0) == colour("accent_soft")
    assert colour_at(view, 50.0, 85.0) == colour("sev1_soft")

    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert colour_at(view, 30.0, 55.0) == colour("accent_soft")
    assert colour_at(view, 150.0, 85.0) == colour("sev1_soft")


def test_a_press_tells_the_place_in_the_printed_drawing(view, qtbot):
    with qtbot.waitSignal(view.pressed) as pressed:
        QTest.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=at(view, 170.0, 40.0))

    assert pressed.args == pytest.approx([30.0, 40.0], abs=1.0)


def test_the_ring_is_put_around_what_is_seen(view):
    view.mark((20.0, 20.0, 100.0, 40.0))

    assert view.sheet.marked == (20.0, 20.0, 100.0, 40.0)
    assert view.sheet.seen(view.sheet.marked) == (80.0, 20.0, 100.0, 40.0)
    assert colour_at(view, 182.0, 40.0) == colour("accent")
