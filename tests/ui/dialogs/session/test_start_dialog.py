"""Who holds a session, why, and who is invited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton

from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Occasion
from tests.ui.fakes import TODAY, small_plan
from ui.dialogs.session.start_dialog import StartDialog


def find(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def ask(qtbot, host):
    def asked(plan: Plan, occasion: Occasion = Occasion.DUE, person: str = "Anna Keller"):
        made = StartDialog(plan, TODAY, occasion, person, host)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return asked


def start(dialog):
    QTest.mouseClick(find(dialog, QPushButton, "statement_keep"), Qt.MouseButton.LeftButton)


def test_it_begins_with_what_is_known(qtbot, ask, sample_plan):
    dialog = ask(sample_plan, Occasion.DUE)

    with qtbot.waitSignal(dialog.given) as given:
        start(dialog)

    (invitation,) = given.args
    assert invitation.title == "Review of November 2026"
    assert (invitation.chair, invitation.secretary) == ("Anna Keller", "Anna Keller")
    assert invitation.occasion is Occasion.DUE
    holders = {role.holder for role in sample_plan.roles.values() if role.holder}
    assert {one.name for one in invitation.invited} == {sample_plan.people[k].name for k in holders}
    assert all(one.role and not one.present for one in invitation.invited)


def test_people_are_ticked_with_the_keyboard(qtbot, ask, sample_plan):
    dialog = ask(sample_plan)
    listed = find(dialog, QListWidget, "statement_invited")
    free = next(
        at
        for at in range(listed.count())
        if listed.item(at).checkState() is Qt.CheckState.Unchecked
    )
    listed.setCurrentRow(free)
    QTest.keyClick(listed, Qt.Key.Key_Space)

    with qtbot.waitSignal(dialog.given) as given:
        start(dialog)

    name = list(sample_plan.people.values())[free].name
    assert name in {one.name for one in given.args[0].invited}


@pytest.mark.parametrize("name", ["title", "chair", "secretary"])
def test_title_and_those_who_lead_and_write_are_needed(qtbot, ask, name):
    dialog = ask(small_plan())
    if name == "title":
        find(dialog, QLineEdit, "statement_title").setText("  ")
    else:
        find(dialog, QComboBox, f"statement_{name}").setEditText(" ")

    with qtbot.assertNotEmitted(dialog.given):
        start(dialog)

    assert dialog.isVisible()
    assert dialog.fields[name].problem


def test_a_plan_that_names_nobody_can_be_reviewed_too(qtbot, ask):
    dialog = ask(small_plan(), Occasion.OTHER, "")
    for name in ("chair", "secretary"):
        find(dialog, QComboBox, f"statement_{name}").setEditText("Bo & <Lind>")

    with qtbot.waitSignal(dialog.given) as given:
        start(dialog)

    assert given.args[0].chair == "Bo & <Lind>"
    assert given.args[0].invited == ()


def test_every_occasion_can_be_chosen(ask, sample_plan):
    entry = find(ask(sample_plan), QComboBox, "statement_occasion")

    assert [entry.itemData(at) for at in range(entry.count())] == [one.value for one in Occasion]
