"""The dialog that asks why findings are accepted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from tests.ui.fakes import TODAY
from ui.pages.findings.accept_dialog import AcceptDialog


@pytest.fixture
def dialog(qtbot, host, bridge):
    made = AcceptDialog(host, bridge.judgement.findings()[:1], "Anna", TODAY, ["Ada Byron"])
    with qtbot.waitActive(made):
        made.open()
    return made


def test_one_begins_with_the_reason_and_the_rest_is_filled_in(dialog, bridge):
    assert reason(dialog).hasFocus()
    assert dialog.findChild(QComboBox, "statement_by").currentText() == "Anna"
    assert dialog.findChild(QLineEdit, "statement_on").text() == "23 November 2026"


@pytest.mark.parametrize("blank", ["", "  \n\t", "\u200b \x00"])
def test_without_a_reason_nothing_is_accepted(qtbot, dialog, blank):
    reason(dialog).setPlainText(blank)

    with qtbot.assertNotEmitted(dialog.given):
        keep(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.fields["reason"].problem.startswith("State the reason")
    assert reason(dialog).hasFocus()


@pytest.mark.parametrize(
    ("on", "problem"),
    [("", "Enter a date"), ("soon", "Enter a date"), ("2026-11-24", "The day lies ahead")],
)
def test_a_day_that_cannot_be_is_refused_until_it_is_mended(qtbot, dialog, on, problem):
    reason(dialog).setPlainText("Known.")
    entry = dialog.findChild(QLineEdit, "statement_on")
    entry.setText(on)
    keep(qtbot, dialog)
    assert dialog.fields["on"].problem.startswith(problem)

    entry.clear()
    qtbot.keyClicks(entry, "2026-11-20")
    assert not dialog.fields["on"].problem
    with qtbot.waitSignal(dialog.given) as given:
        keep(qtbot, dialog)

    assert given.args[0].on.isoformat() == "2026-11-20"


def test_nobody_in_particular_cannot_accept(qtbot, dialog):
    reason(dialog).setPlainText("Known.")
    dialog.findChild(QComboBox, "statement_by").setEditText(" ")

    with qtbot.assertNotEmitted(dialog.given):
        keep(qtbot, dialog)

    assert dialog.fields["by"].problem


def test_a_reason_of_several_lines_becomes_one(qtbot, dialog):
    reason(dialog).setPlainText("<b>Known</b> to\nthe board \u2014 \U0001f600.\n\n")

    with qtbot.waitSignal(dialog.given) as given:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert given.args[0].reason == "<b>Known</b> to the board \u2014 \U0001f600."


def reason(dialog):
    return dialog.findChild(QPlainTextEdit, "statement_reason")


def keep(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "statement_keep"), Qt.MouseButton.LeftButton)
