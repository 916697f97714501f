import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path
from ui.widgets.drawing_view import LEAST_ZOOM, MOST_ZOOM, DrawingView
from ui.widgets.tokens import colour

CARD = Box(20.0, 20.0, 100.0, 40.0, Ink.BRAND_SOFT, Ink.BRAND)
DRAWING = Drawing(
    200.0,
    900.0,
    (
        CARD,
        Label(30.0, 40.0, "Out", 9.0, Ink.INK),
        Label(110.0, 40.0, "1 hour", 7.0, Ink.MUTED, strong=True, anchor=Anchor.END),
        Path(((70.0, 60.0), (70.0, 80.0)), Ink.BRAND, arrow=True, dashed=True),
        Path(((70.0, 80.0), (70.0, 80.0)), Ink.BRAND, arrow=True),
        Dot(150.0, 800.0, 12.0, Ink.SEVERITY_1),
    ),
)


@pytest.fixture
def view(qtbot, host):
    made = DrawingView(host, "figure")
    host.resize(420, 300)
    made.resize(420, 300)
    with qtbot.waitExposed(host):
        host.show()
    made.show_drawing(DRAWING, "A card, then a dot.")
    return made


def shown_at(view, x, y):
    unit = view.sheet.unit
    return view.sheet.grab().toImage().pixelColor(round(x * unit), round(y * unit))


def test_it_fills_the_width_and_says_what_it_shows(view):
    assert abs(view.sheet.width() - view.viewport().width()) <= 8 or view.sheet.zoom == 1.9
    assert view.accessibleDescription() == "A card, then a dot."


def test_shapes_have_the_colours_of_the_theme(view):
    assert shown_at(view, 60.0, 52.0) == colour("accent_soft")
    assert shown_at(view, 150.0, 800.0) == colour("sev1_soft")
    assert shown_at(view, 190.0, 20.0) not in (colour("accent_soft"), colour("sev1_soft"))


def test_words_are_painted(view):
    unit = view.sheet.unit
    image = view.sheet.grab().toImage()
    area = [
        image.pixelColor(x, y)
        for x in range(round(28 * unit), round(60 * unit))
        for y in range(round(30 * unit), round(42 * unit))
    ]
    assert any(QColor(pixel).lightness() < 120 for pixel in area)


def test_a_pressed_place_is_told_in_units_of_the_drawing(view, qtbot):
    unit = view.sheet.unit
    with qtbot.waitSignal(view.pressed) as told:
        QTest.mouseClick(
            view.sheet, Qt.MouseButton.LeftButton, pos=QPoint(round(60 * unit), round(30 * unit))
        )

    assert told.args == pytest.approx([60.0, 30.0], abs=1.0)


def test_another_button_presses_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.pressed):
        QTest.mouseClick(view.sheet, Qt.MouseButton.RightButton)


def test_zooming_stays_within_bounds_and_fitting_takes_it_back(view):
    fitted = view.sheet.zoom
    for _ in range(30):
        view.zoom_in()
    assert view.sheet.zoom == MOST_ZOOM
    for _ in range(40):
        view.zoom_out()
    assert view.sheet.zoom == LEAST_ZOOM
    view.fit()
    assert view.sheet.zoom == fitted


def turned(view, delta, modifiers):
    place = QPointF(10.0, 10.0)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)


def test_the_wheel_zooms_only_with_ctrl(view):
    before = view.sheet.zoom
    turned(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.sheet.zoom == before
    assert view.verticalScrollBar().value() > 0

    turned(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.sheet.zoom < before
    turned(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.sheet.zoom == pytest.approx(before)


def test_what_is_marked_comes_into_view_with_a_ring(view):
    view.mark((140.0, 790.0, 20.0, 20.0))

    unit = view.sheet.unit
    top = view.verticalScrollBar().value()
    assert top <= 800 * unit <= top + view.viewport().height()
    assert shown_at(view, 138.0, 800.0) == colour("accent")
    view.mark(None)
    assert shown_at(view, 138.0, 800.0) != colour("accent")


def test_an_empty_drawing_takes_no_room(view):
    view.show_drawing(Drawing(0.0, 0.0, ()), "")

    assert view.sheet.size().isEmpty()
