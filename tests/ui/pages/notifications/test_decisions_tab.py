"""The register of decisions."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.obligations import NotificationDecision
from tests.ui.pages.notifications.driving import DECISIONS, LEFT

OPEN = NotificationDecision(RecordId("open"), RecordId("insurer"), "INC-7")
DONE = NotificationDecision(
    RecordId("done"),
    RecordId("uk-gdpr-33"),
    "INC-7",
    False,
    "Ada Byron",
    datetime(2026, 11, 22, 18, 5, tzinfo=UTC),
    "No risk to people.",
)


@pytest.fixture
def decisions(driver, bridge):
    """Without those of the sample."""
    plan = bridge.plan
    bridge.apply(tuple(remove(plan, Kind.DECISION, key) for key in plan.decisions), "Empty")
    driver.turn_to(DECISIONS)
    return driver


@pytest.fixture
def filled(decisions, bridge):
    bridge.apply((put(bridge.plan, DONE), put(bridge.plan, OPEN)), "Decide")
    return decisions


def test_an_empty_register_says_what_to_record(decisions):
    assert decisions.text("decisions_empty").startswith("No decision is recorded.")
    assert decisions.visible("decision_add")


def test_without_duties_there_is_nothing_to_decide(show, begun):
    driver = show(begun)
    driver.turn_to(DECISIONS)

    assert driver.text("decisions_empty").startswith("There is nothing to decide yet")
    driver.click("decisions_adopt")
    assert driver.page.tabs.currentWidget() is driver.page.proposed


def test_open_decisions_stand_first_and_say_what_is_missing(filled):
    assert filled.rows("decisions_table") == [
        ["INC-7", "Cyber insurance", "Not decided yet", "Nobody named", "No reason stated"],
        [
            "INC-7",
            "UK GDPR personal data breach",
            "Do not notify",
            "Ada Byron",
            "No risk to people.",
        ],
    ]
    assert filled.cell("decisions_table", 1, 3).below == "Sun 2026-11-22 18:05 UTC"
    assert filled.page.tabs.tabText(DECISIONS) == "Decisions 2"


def test_a_decision_is_recorded_in_the_dialog(decisions, bridge):
    decisions.page.decisions.begin(DONE)
    dialog = decisions.page.decisions.editor.dialog
    reason = dialog.findChild(QPlainTextEdit, "record_reason")
    reason.selectAll()
    QTest.keyClicks(reason, "Likely harm.")
    QTest.mouseClick(dialog.findChild(QPushButton, "record_ok"), LEFT)

    (made,) = bridge.plan.decisions.values()
    assert (made.obligation, made.by, made.at) == (DONE.obligation, DONE.by, DONE.at)
    assert made.reason == "Likely harm."
    assert decisions.page.decisions.table.key == made.id
    bridge.undo()
    assert not bridge.plan.decisions


def test_a_new_decision_begins_here_and_now(decisions, desk):
    decisions.click("decision_add")

    dialog = decisions.page.decisions.editor.dialog
    assert dialog._chosen("at") == desk.workshop.clock.now()
    dialog.reject()


def test_a_decision_is_removed_with_the_keyboard_and_undone(filled, bridge):
    table = filled.page.decisions.table
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Delete)

    assert tuple(bridge.plan.decisions) == ("done",)
    bridge.undo()
    assert set(bridge.plan.decisions) == {"done", "open"}


def test_buttons_wait_for_a_chosen_row(filled):
    assert not filled.find(QPushButton, "decision_edit").isEnabled()

    filled.choose_row("decisions_table", "Cyber insurance")
    filled.click("decision_edit")

    assert filled.page.decisions.editor.dialog is not None
    filled.page.decisions.editor.dialog.reject()


def test_a_hostile_reference_is_shown_to_the_letter(filled, bridge):
    hostile = NotificationDecision(RecordId("x"), RecordId("gone"), "<b>\u202e&amp;</b>" * 40)
    bridge.apply((put(bridge.plan, hostile),), "Decide")

    texts = [row[0] for row in filled.rows("decisions_table")]
    assert hostile.incident in texts
    assert "No longer in the plan" in [row[1] for row in filled.rows("decisions_table")]
