"""The page of the trees where one reads from the right: the plan is what it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from tests.builders import rid
from tests.ui.pages.trees.conftest import tree_plan
from ui.pages.trees.outline_model import ALLOWED, CHANNELS

LEFT_BUTTON, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mirrored(show, host):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = show(tree_plan())
    page.canvas.canvas.setFocus()
    return page


def middle(page, key):
    canvas = page.canvas.canvas
    return canvas.mapFromScene(canvas.board.item(key).box.center())


def offset(page, key):
    return page.bridge.plan.tree_nodes[rid(key)].offset


def test_showing_it_either_way_round_changes_nothing_of_the_plan(mirrored):
    before = mirrored.bridge.plan

    mirrored.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    mirrored.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert mirrored.bridge.plan is before


def test_the_offset_of_a_dragged_card_is_that_of_the_layout_and_shown_mirrored(mirrored):
    canvas, start = mirrored.canvas.canvas, middle(mirrored, "b")

    QTest.mousePress(canvas.viewport(), LEFT_BUTTON, NO_KEYS, start)
    for way in (QPoint(25, 40), QPoint(50, 80)):
        QTest.mouseMove(canvas.viewport(), start + way)
    QTest.mouseRelease(canvas.viewport(), LEFT_BUTTON, NO_KEYS, start + QPoint(50, 80))

    zoom = canvas.transform().m11()
    assert offset(mirrored, "b") == pytest.approx((-50 / zoom, 80 / zoom), abs=2)
    assert (middle(mirrored, "b") - start - QPoint(50, 80)).manhattanLength() <= 3
    straight = dict(mirrored.bridge.plan.tree_nodes)
    mirrored.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert dict(mirrored.bridge.plan.tree_nodes) == straight


def test_a_card_is_nudged_the_way_the_arrow_points(mirrored):
    canvas = mirrored.canvas.canvas
    canvas.choose("b")
    before = middle(mirrored, "b").x()

    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)

    assert offset(mirrored, "b") == (12, 0)
    assert middle(mirrored, "b").x() < before


def test_the_buttons_float_over_the_corner_at_which_reading_begins(mirrored):
    bar, pane = mirrored.canvas.bar, mirrored.canvas
    right = pane.width() - bar.geometry().right()

    mirrored.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert 0 < right < 30
    assert bar.x() == right - 1


def test_rows_read_from_the_right_keep_numbers_and_names_as_they_are_written(mirrored):
    mirrored.tabs.setCurrentIndex(1)
    view = mirrored.outline
    index = view.rows.place_of(rid("b"), ALLOWED)
    option = QStyleOptionViewItem()
    said = {}
    for way in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        option.direction = way
        view.itemDelegate().initStyleOption(option, index)
        said[way] = option.text

    assert said[Qt.LayoutDirection.LeftToRight] == "15 minutes"
    assert said[Qt.LayoutDirection.RightToLeft] == "\u206815 minutes\u2069"
    assert index.data() == "15 minutes"


def test_in_a_wide_window_the_ways_to_call_have_more_room(show):
    page = show(tree_plan())
    page.tabs.setCurrentIndex(1)
    narrow = page.outline.columnWidth(CHANNELS)

    page.resize(3600, 840)

    assert (narrow, page.outline.columnWidth(CHANNELS)) == (150, 320)
