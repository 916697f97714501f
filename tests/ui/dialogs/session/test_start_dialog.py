"""Who holds a session, why, and who is invited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Occasion
from app.services.reviewing.triggering import Trigger
from tests.ui.fakes import TODAY, small_plan
from ui.dialogs.session.start_dialog import LIST_PX, StartDialog

DUE = Trigger(Occasion.DUE, "A reviewed plan must be in force by 30 November 2026")
DRILL = Trigger(Occasion.EXERCISE, "Nobody decided yet on: Nobody called the <b>regulator</b>.")
STALE = Trigger(Occasion.STALENESS, "Not verified for 90 days: Ann")


def find(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def ask(qtbot, host):
    def asked(plan: Plan, *triggers: Trigger, person: str = "Anna Keller"):
        made = StartDialog(plan, TODAY, triggers, person, host)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return asked


def start(dialog):
    QTest.mouseClick(find(dialog, QPushButton, "statement_keep"), Qt.MouseButton.LeftButton)


def test_it_begins_with_what_is_known(qtbot, ask, sample_plan):
    dialog = ask(sample_plan, DUE)

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
    dialog = ask(small_plan(), person="")
    for name in ("chair", "secretary"):
        find(dialog, QComboBox, f"statement_{name}").setEditText("Bo & <Lind>")

    with qtbot.waitSignal(dialog.given) as given:
        start(dialog)

    assert given.args[0].chair == "Bo & <Lind>"
    assert given.args[0].invited == ()


def occasion(dialog):
    """What is proposed, and what is said of it, seen and heard."""
    entry = find(dialog, QComboBox, "statement_occasion")
    (hint,) = [
        shown.text()
        for shown in dialog.fields["occasion"].findChildren(QLabel)
        if shown.isVisible() and shown.property("role") == "hint"
    ] or [""]
    assert entry.accessibleDescription() == hint
    return Occasion(entry.currentData()), hint


def test_without_an_occasion_that_came_none_is_claimed(ask, sample_plan):
    assert occasion(ask(sample_plan)) == (Occasion.OTHER, "")


def test_the_first_occasion_that_came_is_proposed_with_its_reason(qtbot, ask, sample_plan):
    dialog = ask(sample_plan, DRILL)

    assert occasion(dialog) == (Occasion.EXERCISE, DRILL.why)
    with qtbot.waitSignal(dialog.given) as given:
        start(dialog)
    assert given.args[0].occasion is Occasion.EXERCISE


def test_the_reason_follows_what_is_chosen_and_names_the_others(ask, sample_plan):
    dialog = ask(sample_plan, DRILL, DUE, STALE)
    entry = find(dialog, QComboBox, "statement_occasion")
    QTest.keyClick(entry, Qt.Key.Key_Home)
    said = dict([occasion(dialog)])
    for _ in range(entry.count() - 1):
        QTest.keyClick(entry, Qt.Key.Key_Down)
        chosen, said[chosen] = occasion(dialog)

    also = "The review is due; Parts were not looked at for long."
    assert occasion(ask(sample_plan, DRILL, DUE, STALE))[1] == f"{DRILL.why} Also: {also}"
    assert said[Occasion.DUE] == (
        f"{DUE.why}. Also: An exercise showed something; Parts were not looked at for long."
    )
    assert said[Occasion.OTHER] == (
        "What speaks for a session: An exercise showed something; The review is due; "
        "Parts were not looked at for long."
    )


def test_a_long_reason_is_seen_whole_in_a_low_window(host, ask, sample_plan):
    host.resize(1024, 680)
    long = Trigger(Occasion.REGULATION, "Nobody decided yet on: " + "the call list on paper, " * 9)
    dialog = ask(sample_plan, long, DRILL, DUE, STALE)
    entry = find(dialog, QComboBox, "statement_occasion")

    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(entry, key)
        shown = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
        clipped = [one.text() for one in shown if one.height() < one.heightForWidth(one.width())]
        assert clipped == []
        assert dialog.height() <= 680
        assert find(dialog, QListWidget, "statement_invited").height() >= LIST_PX


def test_every_occasion_can_be_chosen(ask, sample_plan):
    entry = find(ask(sample_plan), QComboBox, "statement_occasion")

    assert [entry.itemData(at) for at in range(entry.count())] == [one.value for one in Occasion]
