"""The canvas where one reads from the right: what is seen is mirrored, and what is told is not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.tree_canvas import CanvasCard, Face, TreeCanvas
from ui.widgets.tree_canvas.card import HEIGHT, WIDTH

CARDS = (
    CanvasCard("a", None, Face("Ada", ("Role",), "A"), 240, 0),
    CanvasCard("b", "a", Face("Bea", ("Role",), "B", edge="15 min"), 0, 200),
    CanvasCard("x", "b", Face("Xan", ("Role",), "X"), 32, 300, stacked=True),
    CanvasCard("y", "b", Face("Yve", ("Role",), "Y"), 32, 400, stacked=True),
    CanvasCard("c", "a", Face("Cay", ("Role",), "C"), 480, 200),
)
LEFT_BUTTON, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def canvas(qtbot, host):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = TreeCanvas(host, "canvas")
    host.resize(900, 700)
    made.resize(900, 700)
    made.show_cards(CARDS, editable=True)
    with qtbot.waitExposed(host):
        host.show()
    made.setFocus()
    made.open_up()
    return made


def seen(canvas, key):
    return canvas.mapFromScene(canvas.board.item(key).box).boundingRect()


def drag(canvas, start, end, button=LEFT_BUTTON):
    port = canvas.viewport()
    QTest.mousePress(port, button, NO_KEYS, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, button, NO_KEYS, end)


def told(canvas):
    said = []
    canvas.moved.connect(lambda *args: said.append(("moved", *args)))
    canvas.hung.connect(lambda *args: said.append(("hung", *args)))
    return said


def test_a_card_right_of_another_is_seen_left_of_it(canvas):
    assert seen(canvas, "c").right() < seen(canvas, "a").left()
    assert seen(canvas, "a").right() < seen(canvas, "b").left()
    assert seen(canvas, "a").top() < seen(canvas, "b").top()


def test_turned_round_while_it_is_shown_it_is_the_mirror_image_and_back_the_same(canvas):
    mirrored = {key: seen(canvas, key).center() for key in "abcxy"}

    canvas.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    straight = {key: seen(canvas, key).center() for key in "abcxy"}
    canvas.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    middle = (straight["b"].x() + straight["c"].x()) / 2
    for key, place in mirrored.items():
        assert place.x() - middle == pytest.approx(middle - straight[key].x(), abs=2)
        assert place.y() == pytest.approx(straight[key].y(), abs=1)
        assert (seen(canvas, key).center() - place).manhattanLength() <= 2


def test_somebody_who_looked_elsewhere_still_looks_at_the_same_cards_when_it_is_turned(canvas):
    canvas.zoom_by(2.0, seen(canvas, "c").center())

    canvas.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert canvas.viewport().rect().intersects(seen(canvas, "c"))
    assert not canvas.viewport().rect().contains(seen(canvas, "b"))


@pytest.mark.parametrize("key", "abcxy")
def test_a_click_chooses_the_card_that_is_seen_there(canvas, qtbot, key):
    with qtbot.waitSignal(canvas.chosen) as chosen:
        QTest.mouseClick(canvas.viewport(), LEFT_BUTTON, NO_KEYS, seen(canvas, key).center())

    assert chosen.args == [key]


def test_dragged_to_the_left_a_card_moves_right_in_layout_units(canvas):
    said = told(canvas)
    start = seen(canvas, "c").center()

    drag(canvas, start, start + QPoint(-60, 90))

    [(what, key, right, down)] = said
    assert (what, key) == ("moved", "c")
    assert right == pytest.approx(60 / canvas.zoom, abs=1)
    assert down == pytest.approx(90 / canvas.zoom, abs=1)


def test_while_it_is_dragged_a_branch_follows_the_pointer_and_goes_back(canvas):
    port, start = canvas.viewport(), seen(canvas, "b").center()
    before = seen(canvas, "x")

    QTest.mousePress(port, LEFT_BUTTON, NO_KEYS, start)
    QTest.mouseMove(port, start + QPoint(-40, 60))

    assert (seen(canvas, "x").topLeft() - before.topLeft() - QPoint(-40, 60)).manhattanLength() <= 2
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert seen(canvas, "x") == before
    QTest.mouseRelease(port, LEFT_BUTTON, NO_KEYS, start)


def test_a_card_dropped_on_another_hangs_under_the_one_that_is_seen_there(canvas):
    said = told(canvas)

    drag(canvas, seen(canvas, "c").center(), seen(canvas, "b").center())

    assert said == [("hung", "c", "b")]


def test_a_line_pulled_from_the_handle_leads_to_the_card_that_is_seen_there(canvas):
    said = told(canvas)
    canvas.choose("c")
    handle = canvas.mapFromScene(canvas.board.item("c").box.topLeft() + QPointF(WIDTH / 2, HEIGHT))

    drag(canvas, handle, seen(canvas, "y").center())

    assert said == [("hung", "y", "c")]


def test_arrows_lead_to_the_card_that_is_seen_on_that_side(canvas):
    canvas.choose("b")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current == "c"
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == "b"

    canvas.choose("x")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == "b"


def test_nudged_to_the_left_a_card_moves_right_in_layout_units(canvas):
    canvas.choose("b")
    said = told(canvas)

    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert said == [("moved", "b", 12.0, 0.0), ("moved", "b", 0.0, 12.0)]


@pytest.mark.parametrize("way", WAYS)
def test_the_ground_follows_the_hand_whichever_way_one_reads(canvas, way):
    canvas.setLayoutDirection(way)
    before = seen(canvas, "a").center()

    drag(canvas, QPoint(20, 650), QPoint(60, 670), Qt.MouseButton.MiddleButton)

    assert (seen(canvas, "a").center() - before - QPoint(40, 20)).manhattanLength() <= 2


def test_the_wheel_zooms_around_the_pointer_and_sideways_moves_as_seen(canvas):
    place = seen(canvas, "b").center()
    before = canvas.mapToScene(place)

    turn(canvas, place, NO_KEYS)
    assert (canvas.mapToScene(place) - before).manhattanLength() < 3

    turn(canvas, place, Qt.KeyboardModifier.ShiftModifier)
    assert seen(canvas, "b").center().x() > place.x() + 50


def turn(canvas, place, keys):
    at, buttons, phase = QPointF(place), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), buttons, keys, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


@pytest.mark.parametrize(("way", "from_start"), list(zip(WAYS, (True, False), strict=True)))
def test_the_disc_of_a_card_stands_where_reading_begins(canvas, way, from_start):
    canvas.setLayoutDirection(way)
    box = seen(canvas, "a")
    drawn = canvas.viewport().grab(box).toImage()
    near, far = (round(box.width() * share) for share in (0.1, 0.9))
    dots = [drawn.pixelColor(across, round(box.height() * 0.4)) for across in (near, far)]

    assert [dot.lightness() < 200 for dot in dots] == [from_start, not from_start]


def test_the_line_to_a_stacked_card_comes_from_the_side_where_reading_begins(canvas):
    line = canvas.board._edges["x"]._path.boundingRect()
    parent, child = canvas.board.item("b").box, canvas.board.item("x").box

    assert line.left() == pytest.approx(child.right())
    assert child.right() < line.right() < parent.right()
