"""Who finds out what nobody can answer yet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from app.domain.plan.governance import Action
from tests.builders import question, rid
from ui.dialogs.unknown import UnknownDialog

SITES = question("scope.sites", section="scope", text="Which <b>sites</b>?")


@pytest.fixture
def dialog(qtbot, host):
    return shown(qtbot, host)


def shown(qtbot, host, action=None):
    made = UnknownDialog(host, SITES, ("Ada Byron", "Jonas Weber"), action)
    with qtbot.waitExposed(made):
        made.open()
    return made


def fields(dialog):
    return dialog.findChild(QComboBox, "statement_owner"), dialog.findChild(
        QLineEdit, "statement_due"
    )


def keep(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "statement_keep"), Qt.MouseButton.LeftButton)


def test_a_person_of_the_plan_and_a_day_are_given(qtbot, dialog):
    owner, due = fields(dialog)
    owner.setCurrentIndex(owner.findText("Jonas Weber"))
    qtbot.keyClicks(due, "18 December 2026")

    with qtbot.waitSignal(dialog.given) as given:
        keep(qtbot, dialog)

    assert given.args == ["Jonas Weber", date(2026, 12, 18)]


def test_anybody_else_can_be_named_and_the_day_stay_open(qtbot, dialog):
    owner, _ = fields(dialog)
    qtbot.keyClicks(owner.lineEdit(), " the landlord ")

    with qtbot.waitSignal(dialog.given) as given:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert given.args == ["the landlord", None]


def test_without_a_person_nothing_is_given(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.given):
        keep(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.fields["owner"].problem.startswith("Name the person")
    assert dialog.fields["due"].problem == ""


def test_a_day_that_is_none_is_refused_until_it_is_mended(qtbot, dialog):
    owner, due = fields(dialog)
    owner.setCurrentIndex(0)
    owner.setEditText("Ada Byron")
    qtbot.keyClicks(due, "soon")

    with qtbot.assertNotEmitted(dialog.given):
        keep(qtbot, dialog)
    assert dialog.fields["due"].problem.startswith("Enter a date")

    qtbot.keyClick(due, Qt.Key.Key_Backspace)
    assert dialog.fields["due"].problem == ""


def test_it_begins_with_what_was_stated_before(qtbot, host):
    action = Action(rid("find-out.scope.sites"), "Find out", "Ada Byron", date(2026, 12, 1))

    owner, due = fields(shown(qtbot, host, action))

    assert (owner.currentText(), due.text()) == ("Ada Byron", "1 December 2026")


def test_it_begins_empty_for_a_new_one(dialog):
    owner, due = fields(dialog)

    assert (owner.currentText(), due.text()) == ("", "")
