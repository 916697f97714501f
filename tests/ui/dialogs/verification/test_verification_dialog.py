"""The verification round, driven by keyboard."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from app.domain.plan.changes import apply, put, remove
from app.domain.plan.plan import Kind
from app.domain.plan.sessions import ContactCheck, Occasion, Outcome, ReviewSession
from app.services.people.rounds import Round
from tests.builders import NOON, rid
from tests.ui.fakes import TODAY, MemoryStore, small_plan
from tests.unit.services.people.directory_plan import BO, CY, DI, organisation
from ui.dialogs.verification import VerificationDialog
from ui.dialogs.verification.queue_list import QueueList
from ui.dialogs.verification.summary_page import SummaryPage

BO_ID, CY_ID, DI_ID = BO.id, CY.id, DI.id
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def store() -> MemoryStore:
    plan = small_plan()
    for _, record in organisation().records():
        if record.id not in ("contacts", "profile"):
            plan = apply(plan, (put(plan, record),))
    return MemoryStore(plan)


@pytest.fixture
def opened(qtbot, host, bridge, desk):
    desk.change_settings(replace(desk.settings, person="Mary Major"))

    def open_dialog(left: Round | None = None) -> VerificationDialog:
        made = VerificationDialog(bridge, desk, host, left)
        with qtbot.waitExposed(made):
            made.open()
        return made

    host.resize(1200, 800)
    host.show()
    return open_dialog


def find(dialog: QWidget, kind: type[W], name: str = "") -> W:
    found = dialog.findChild(kind, name) if name else dialog.findChild(kind)
    assert found is not None, name
    return found


def text(dialog: VerificationDialog, name: str) -> str:
    return find(dialog, QLabel, name).text()


def press(dialog: QWidget, key: Qt.Key) -> None:
    """A key, as it comes to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert dialog.isAncestorOf(focused)
    QTest.keyClick(focused, key)


def begun(opened) -> VerificationDialog:
    dialog: VerificationDialog = opened()
    press(dialog, Qt.Key.Key_Space)
    return dialog


def test_the_first_called_comes_first_and_numbers_answer(opened, bridge):
    dialog = begun(opened)
    assert text(dialog, "round_name") == "Bo"
    assert text(dialog, "round_count") == "0 of 3 called"

    press(dialog, Qt.Key.Key_1)
    assert bridge.plan.people[BO_ID] == replace(BO, verified_on=TODAY, verified_by="Mary Major")
    assert (text(dialog, "round_name"), text(dialog, "round_count")) == ("Cy", "1 of 3 called")
    press(dialog, Qt.Key.Key_2)
    assert bridge.plan.people[CY_ID] == CY
    press(dialog, Qt.Key.Key_3)
    assert (text(dialog, "round_name"), text(dialog, "round_count")) == ("Di", "2 of 3 called")


def test_each_person_is_one_step_with_what_was_corrected(opened, bridge):
    dialog = begun(opened)
    address = find(dialog, QLineEdit, "channel_0_address")
    address.selectAll()
    QTest.keyClicks(address, "bo@new.example")
    QTest.keyClicks(find(dialog, QLineEdit, "round_availability"), "Nights 1 to 3")
    assert bridge.plan.people[BO_ID] == BO
    QTest.keyClick(address, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    found = bridge.plan.people[BO_ID]
    assert (found.channels[0].address, found.availability) == ("bo@new.example", "Nights 1 to 3")
    assert found.verified_on == TODAY
    assert dialog.calls.round.of(Outcome.CORRECTED) == (BO_ID,)
    bridge.undo()
    assert bridge.plan.people[BO_ID] == BO
    assert text(dialog, "round_count") == "0 of 3 called"


def test_digits_typed_into_a_field_are_no_answer(opened, bridge):
    dialog = begun(opened)
    QTest.keyClicks(find(dialog, QLineEdit, "round_note"), "123")

    assert dialog.calls.round.done == 0
    assert find(dialog, QLineEdit, "round_note").text() == "123"


def test_nothing_typed_is_lost_when_another_is_chosen_or_the_dialog_goes(opened, bridge):
    dialog = begun(opened)
    entry = find(dialog, QLineEdit, "round_availability")
    QTest.keyClicks(entry, "Mondays")
    queue = find(dialog, QListView, "round_queue")
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Down)
    assert bridge.plan.people[BO_ID].availability == "Mondays"
    assert bridge.plan.people[BO_ID].verified_on == BO.verified_on
    assert text(dialog, "round_name") == "Cy"

    QTest.keyClicks(entry, "Tuesdays")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert bridge.plan.people[CY_ID].availability == "Tuesdays"


def test_looking_at_somebody_changes_nothing(opened, bridge):
    before = bridge.plan
    dialog = begun(opened)
    press(dialog, Qt.Key.Key_3)
    dialog.reject()

    assert bridge.plan is before


def test_the_round_goes_on_where_it_was_left(opened, bridge):
    dialog = begun(opened)
    left: list[Round] = []
    dialog.moved_on.connect(left.append)
    press(dialog, Qt.Key.Key_2)
    dialog.reject()
    again = opened(left[-1])
    go_on = find(again, QRadioButton, "round_go_on")
    assert (go_on.text(), go_on.isChecked()) == ("Go on: 1 of 3 called", True)
    press(again, Qt.Key.Key_Space)

    assert text(again, "round_name") == "Cy"
    assert text(again, "round_count") == "1 of 3 called"


def test_an_answer_can_be_given_again(opened, bridge):
    dialog = begun(opened)
    press(dialog, Qt.Key.Key_1)
    queue = find(dialog, QListView, "round_queue")
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Up)
    assert text(dialog, "round_result") == "Confirmed"
    dialog.answer(2)

    assert bridge.plan.people[BO_ID] == BO
    assert dialog.calls.round.of(Outcome.NOT_REACHED) == (BO_ID,)


def test_the_summary_says_what_changed_and_makes_actions(opened, bridge):
    dialog = begun(opened)
    QTest.keyClicks(find(dialog, QLineEdit, "round_availability"), "Nights")
    dialog.answer(1)
    QTest.keyClicks(find(dialog, QLineEdit, "round_note"), "On leave")
    dialog.answer(2)
    dialog.answer(1)
    said = find(dialog, SummaryPage).said
    assert said.splitlines() == [
        "1 contact is confirmed as it was.",
        "1 contact is corrected.",
        "Bo: Availability",
        "1 person was not reached.",
        "Cy: On leave",
    ]
    find(dialog, QPushButton, "round_actions").click()

    action = next(iter(bridge.plan.actions.values()))
    assert (action.about, action.owner) == ("people/cy", "Mary Major")
    assert not find(dialog, QPushButton, "round_actions").isEnabled()
    assert "1 action is made" in text(dialog, "round_told")


def test_without_a_name_no_round_begins(opened, desk, bridge):
    desk.change_settings(replace(desk.settings, person=""))
    dialog = opened()
    find(dialog, QPushButton, "round_begin").click()
    by = find(dialog, QLineEdit, "round_by")
    assert "Say who calls" in by.accessibleDescription()
    QTest.keyClicks(by, " Jo  Doe ")
    find(dialog, QPushButton, "round_begin").click()
    dialog.answer(1)

    assert bridge.plan.people[BO_ID].verified_by == "Jo Doe"


def test_everybody_can_be_called(opened):
    dialog = opened()
    find(dialog, QRadioButton, "round_all").click()
    dialog.begin()

    assert text(dialog, "round_count") == "0 of 4 called"


def test_somebody_who_is_gone_is_called_no_more(opened, bridge):
    dialog = begun(opened)
    bridge.apply((remove(bridge.plan, Kind.PERSON, CY_ID),), "Gone", "elsewhere")
    assert text(dialog, "round_count") == "0 of 2 called"
    dialog.answer(1)
    assert text(dialog, "round_name") == "Di"


def test_whoever_is_shown_can_go_too(opened, bridge):
    dialog = begun(opened)
    bridge.apply((remove(bridge.plan, Kind.PERSON, BO_ID),), "Gone", "elsewhere")

    assert text(dialog, "round_name") == "Cy"
    dialog.answer(1)
    assert BO_ID not in bridge.plan.people
    assert bridge.plan.people[CY_ID].verified_on == TODAY


def test_a_review_session_hears_of_the_calls(opened, bridge):
    session = ReviewSession(
        rid("review"), "Autumn review", Occasion.DUE, NOON, contacts=(ContactCheck(BO_ID, "Bo"),)
    )
    bridge.apply((put(bridge.plan, session),), "Start", "elsewhere")
    dialog = opened()
    assert any("Autumn review" in one.text() for one in dialog.findChildren(QLabel))
    dialog.begin()
    dialog.answer(1)

    assert bridge.plan.sessions[session.id].contacts[0].outcome is Outcome.CONFIRMED


def test_every_control_has_a_name(opened):
    dialog = begun(opened)
    for kind in (QPushButton, QToolButton, QLineEdit, QueueList, QRadioButton):
        for one in dialog.findChildren(kind):
            named = one.accessibleName() or (isinstance(one, QRadioButton) and one.text())
            assert named or one.objectName() == "round_go_on", one
