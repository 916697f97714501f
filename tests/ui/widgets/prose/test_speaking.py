"""What somebody hears who goes over the text with the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.prose.editor import ProseEdit
from ui.widgets.prose.speaking import ChipSpeaker
from ui.widgets.prose.wording import Wording

RIGHT, LEFT, END = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End


@pytest.fixture
def editor(qtbot, host):
    made = ProseEdit(host)
    values = {"hotline": "ext. 4400"}
    made.set_wording(Wording(values.get, lambda reference: None, lambda name: f"Which {name}?"))
    with qtbot.waitActive(host):
        host.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def heard(editor):
    told: list[str] = []
    ChipSpeaker(editor).said.connect(told.append)
    return told


def press(editor, *keys):
    for key in keys:
        QTest.keyClick(editor, key)


def test_a_chip_says_its_value_from_either_side(editor, heard):
    editor.open_source("a{{hotline}}b")

    press(editor, RIGHT)
    assert heard == []
    press(editor, RIGHT)
    assert heard == ["ext. 4400"]
    press(editor, RIGHT)
    press(editor, LEFT)
    assert heard == ["ext. 4400"]
    press(editor, LEFT)
    assert heard == ["ext. 4400", "ext. 4400"]


def test_a_chip_nobody_has_answered_says_the_question(editor, heard):
    editor.open_source("{{person}} calls")

    press(editor, RIGHT)

    assert heard == ["Open: Which person?"]


def test_a_jump_over_chips_says_nothing(editor, heard):
    editor.open_source("a{{hotline}}b{{hotline}}")

    press(editor, END)

    assert heard == []
