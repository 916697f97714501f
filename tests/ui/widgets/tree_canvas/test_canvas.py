"""The canvas alone: what the mouse and the keys tell, and where it looks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.tree_canvas import CanvasCard, Face, TreeCanvas
from ui.widgets.tree_canvas.card import HEIGHT, WIDTH
from ui.widgets.tree_canvas.edge import EdgeItem

HOSTILE = Face(
    "<b>Ada</b>", ("\u202eReversed", "x" * 500), "A", 3, 1, "S1", "Nobody answers.", "5 min"
)


def card(key, parent=None, x=0.0, y=0.0, face=None):
    return CanvasCard(key, parent, face or Face(key.upper(), ("Role",), key.upper()), x, y)


CARDS = (
    card("a", None, 240, 0),
    card("b", "a", 0, 200),
    card("x", "b", 0, 400),
    card("c", "a", 480, 200, HOSTILE),
)


@pytest.fixture
def canvas(qtbot, host):
    made = TreeCanvas(host, "canvas")
    host.resize(900, 700)
    made.resize(900, 700)
    made.show_cards(CARDS, editable=True)
    with qtbot.waitExposed(host):
        host.show()
    made.setFocus()
    made.open_up()
    return made


def spot(canvas, key, right=WIDTH / 2, down=20.0):
    box = canvas.board.item(key).box
    return canvas.mapFromScene(box.topLeft() + QPointF(right, down))


def drag(canvas, start, *ways, button=Qt.MouseButton.LeftButton):
    port = canvas.viewport()
    QTest.mousePress(port, button, Qt.KeyboardModifier.NoModifier, start)
    for way in ways:
        QTest.mouseMove(port, way)
    QTest.mouseRelease(port, button, Qt.KeyboardModifier.NoModifier, ways[-1])


def told(canvas):
    said = []
    canvas.moved.connect(lambda *args: said.append(("moved", *args)))
    canvas.hung.connect(lambda *args: said.append(("hung", *args)))
    return said


def test_a_card_dragged_to_a_free_place_is_moved_by_that_way_in_layout_units(canvas):
    said = told(canvas)
    start = spot(canvas, "b")

    drag(canvas, start, start + QPoint(30, 10), start + QPoint(60, 90))

    [(what, key, right, down)] = said
    assert (what, key) == ("moved", "b")
    assert right == pytest.approx(60 / canvas.zoom, abs=1)
    assert down == pytest.approx(90 / canvas.zoom, abs=1)


def test_while_a_card_is_dragged_those_below_it_go_along(canvas):
    start, port = spot(canvas, "b"), canvas.viewport()
    before = canvas.board.item("x").pos()

    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(40, 60))

    assert canvas.board.item("x").pos().y() > before.y() + 40
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.board.item("x").pos() == before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)


def test_a_card_dropped_on_another_hangs_under_it(canvas):
    said = told(canvas)
    start, end = spot(canvas, "c"), spot(canvas, "b")

    drag(canvas, start, (start + end) / 2, end)

    assert said == [("hung", "c", "b")]


def test_a_line_pulled_from_the_handle_hangs_the_other_card_under_it(canvas):
    said = told(canvas)
    canvas.choose("c")
    start, end = spot(canvas, "c", down=HEIGHT + 2), spot(canvas, "x")

    drag(canvas, start, (start + end) / 2, end)

    assert said == [("hung", "x", "c")]


def test_a_line_that_ends_nowhere_does_nothing(canvas):
    said, items = told(canvas), len(canvas.board.items())
    canvas.choose("c")

    drag(canvas, spot(canvas, "c", down=HEIGHT + 2), QPoint(5, 5), QPoint(8, 8))

    assert said == []
    assert len(canvas.board.items()) == items


def test_a_click_chooses_and_moves_nothing(canvas, qtbot):
    said = told(canvas)

    with qtbot.waitSignal(canvas.chosen) as chosen:
        drag(canvas, spot(canvas, "b"), spot(canvas, "b") + QPoint(1, 1))

    assert chosen.args == ["b"]
    assert (said, canvas.current) == ([], "b")
    with qtbot.waitSignal(canvas.chosen) as chosen:
        drag(canvas, QPoint(3, 690), QPoint(3, 691))
    assert chosen.args == [""]


def test_cards_of_a_plan_that_is_only_read_stay_where_they_are(canvas):
    canvas.show_cards(CARDS, editable=False)
    said = told(canvas)
    start = spot(canvas, "b")

    drag(canvas, start, start + QPoint(60, 90))
    drag(canvas, spot(canvas, "b", down=HEIGHT + 2), spot(canvas, "c"))

    assert said == []


def test_the_middle_button_and_space_move_the_canvas(canvas):
    before = canvas.mapToScene(QPoint(0, 0))
    drag(canvas, QPoint(300, 300), QPoint(340, 320), button=Qt.MouseButton.MiddleButton)
    after = canvas.mapToScene(QPoint(0, 0))
    assert (before - after).x() == pytest.approx(40 / canvas.zoom, abs=1.5)

    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, spot(canvas, "b"), spot(canvas, "b") + QPoint(0, 50))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert (after - canvas.mapToScene(QPoint(0, 0))).y() == pytest.approx(50 / canvas.zoom, abs=1.5)
    assert canvas.current == ""


def test_arrows_walk_along_the_tree_and_home_leads_to_its_start(canvas):
    way: list[str] = []
    canvas.chosen.connect(way.append)

    for key in (
        Qt.Key.Key_Home,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
    ):
        QTest.keyClick(canvas, key)

    assert way == ["a", "b", "c", "a"]


def test_what_is_chosen_is_told_to_screen_readers_with_what_is_wrong(canvas):
    canvas.choose("c")

    assert canvas.accessibleDescription().endswith("5 min, S1, Nobody answers.")


def test_the_wheel_zooms_around_the_pointer_within_limits(canvas):
    place = spot(canvas, "b")
    before = canvas.mapToScene(place)

    turn(canvas, place, 120)

    assert canvas.zoom > 1
    assert (canvas.mapToScene(place) - before).manhattanLength() < 3
    for _ in range(40):
        turn(canvas, place, 120)
    assert canvas.zoom == pytest.approx(3.0)
    for _ in range(80):
        turn(canvas, place, -120)
    assert canvas.zoom == pytest.approx(0.05)


def test_the_wheel_with_shift_moves_sideways(canvas):
    before = canvas.mapToScene(QPoint(0, 0))

    turn(canvas, spot(canvas, "b"), -120, Qt.KeyboardModifier.ShiftModifier)

    after = canvas.mapToScene(QPoint(0, 0))
    assert after.x() > before.x()
    assert after.y() == before.y()


def turn(canvas, place, by, keys=Qt.KeyboardModifier.NoModifier):
    at, buttons, phase = QPointF(place), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, by), buttons, keys, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


def test_a_wide_tree_opens_large_enough_to_be_read_and_fits_when_asked(canvas):
    wide = tuple(card(f"n{at}", None, at * 230.0, 0) for at in range(40))
    canvas.show_cards(wide, editable=True)

    canvas.open_up()
    assert canvas.zoom == pytest.approx(0.7)

    canvas.fit()
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.contains(canvas.board.extent())


def test_a_small_tree_opens_whole_and_stays_so_while_the_window_changes(canvas, qtbot):
    canvas.resize(640, 500)

    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.contains(canvas.board.extent())


def test_a_card_chosen_elsewhere_is_brought_into_view(canvas):
    canvas.show_cards((*CARDS, card("far", None, 5000, 5000)), editable=True)

    canvas.choose("far")

    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.contains(canvas.board.item("far").box)


def test_cards_that_stay_are_the_same_items_and_those_that_go_are_gone(canvas):
    kept = canvas.board.item("a")

    canvas.show_cards(CARDS[:1], editable=True)

    assert canvas.board.item("a") is kept
    assert canvas.board.item("x") is None
    assert [item for item in canvas.board.items() if isinstance(item, EdgeItem)] == []


def test_a_canvas_without_cards_can_be_asked_anything(canvas):
    canvas.show_cards((), editable=True)

    canvas.open_up()
    canvas.fit()
    canvas.choose("a")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(canvas, key)

    assert canvas.current == ""
    assert canvas.grab().toImage().width() > 0


@pytest.mark.parametrize(("zoom", "written"), [(0.3, False), (0.5, True)])
def test_text_too_small_to_be_read_is_not_drawn(canvas, zoom, written):
    pictures = []
    for title in ("Ada Byron", "Another name altogether"):
        face = Face(title, ("Role",), "AB")
        canvas.show_cards((card("a", face=face),), editable=True)
        canvas.zoom_by(zoom / canvas.zoom)
        pictures.append(canvas.grab().toImage())

    assert (pictures[0] != pictures[1]) is written


def test_a_tooltip_shows_hostile_names_as_they_are(canvas):
    tip = canvas.board.item("c").toolTip()

    assert "<" not in tip
    assert "Nobody answers." in tip


def test_colours_follow_the_theme(canvas, qapp):
    from app.services.settings import Appearance
    from ui.bridge.theme import apply_theme

    light = canvas.grab().toImage().pixelColor(3, 3)
    apply_theme(qapp, Appearance.DARK, 100)
    QTest.qWait(1)
    dark = canvas.grab().toImage().pixelColor(3, 3)
    apply_theme(qapp, Appearance.LIGHT, 100)

    assert light.lightness() > 200 > 60 > dark.lightness()
