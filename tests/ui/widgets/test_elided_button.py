"""Buttons whose text is cut where there is no room."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.elided_button import ElidedButton


@pytest.fixture
def made(host):
    shown = ElidedButton(host, "mend", picture="sparkles")
    shown.show_text("Add <R&D> & Sons to the outside parties")
    host.show()
    return shown


def test_the_whole_text_is_shown_where_there_is_room(made):
    made.resize(made.sizeHint())

    assert made.button.text() == " Add <R&&D> && Sons to the outside parties"
    assert made.button.toolTip() == ""


def test_what_is_cut_stays_in_the_tooltip_and_the_name(made):
    made.resize(140, made.sizeHint().height())

    assert made.button.text().endswith("\u2026")
    assert made.button.accessibleName() == made.text == "Add <R&D> & Sons to the outside parties"
    assert made.button.toolTip() == "<p>Add &lt;R&amp;D&gt; &amp; Sons to the outside parties</p>"


def test_more_room_brings_the_text_back(made):
    made.resize(140, 32)
    made.resize(made.sizeHint())

    assert "\u2026" not in made.button.text()


def test_it_gives_way_but_keeps_some_letters(made):
    made.show_text("x" * 3000)

    assert made.minimumSizeHint().width() < 200 < made.sizeHint().width()


def test_a_press_and_the_keyboard_reach_the_button(qtbot, made):
    made.resize(200, 32)
    with qtbot.waitSignal(made.button.clicked):
        qtbot.mouseClick(made.button, Qt.MouseButton.LeftButton)

    assert made.focusProxy() is made.button
