"""The adopted duties: shown, edited, given up, and compared with today's pack."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.pages.notifications.driving import ADOPTED, LEFT

GDPR = RecordId("uk-gdpr-33")
NAME = "UK GDPR personal data breach"


@pytest.fixture
def adopted(driver):
    driver.turn_to(ADOPTED)
    return driver


@pytest.fixture
def drifted(bridge, adopted):
    """The authority is to be told within 48 hours, the pack says 72."""
    duty = bridge.plan.obligations[GDPR]
    first = replace(duty.steps[0], within=replace(duty.steps[0].within, amount=48))
    bridge.apply((put(bridge.plan, replace(duty, steps=(first, *duty.steps[1:]))),), "Edit")
    return adopted


def test_each_duty_says_whom_by_when_and_who_decides(adopted, bridge):
    rows = adopted.rows("duties_table")

    assert len(rows) == len(bridge.plan.obligations)
    name, deadlines, owner, contact, message = rows[0]
    assert name == NAME
    assert "Notice to the authority: 72 hours from awareness" in deadlines
    assert (owner, contact) == ("Privacy officer", "Information Commissioner's Office")
    assert message == "First notice to an authority"


def test_the_regime_is_told_by_its_name(adopted):
    assert "Regime: UK GDPR breach" in adopted.cell("duties_table", 0, 0).below


def test_what_is_missing_says_so_in_words(adopted, bridge):
    duty = replace(bridge.plan.obligations[GDPR], decision_owner=None, contact=RecordId("gone"))
    bridge.apply((put(bridge.plan, duty),), "Edit")

    assert adopted.rows("duties_table")[0][2:4] == ["Not stated", "Not stated"]


def test_a_duty_from_memory_says_to_verify_it(adopted, bridge):
    duty = replace(bridge.plan.obligations[GDPR], confidence="memory")
    bridge.apply((put(bridge.plan, duty),), "Edit")

    below = adopted.cell("duties_table", 0, 0).below
    assert "From memory: verify before relying on this" in below


def test_a_duty_is_edited_in_the_dialog_for_records(adopted, bridge):
    adopted.choose_row("duties_table", NAME)
    adopted.click("duty_edit")
    dialog = adopted.page.adopted.editor.dialog
    field = dialog.findChild(QLineEdit, "record_name")
    field.selectAll()
    QTest.keyClicks(field, "Data breach <UK>")
    QTest.mouseClick(dialog.findChild(QPushButton, "record_ok"), LEFT)

    assert bridge.plan.obligations[GDPR].name == "Data breach <UK>"
    assert adopted.rows("duties_table")[0][0] == "Data breach <UK>"


@pytest.mark.parametrize(
    ("regime", "shown"),
    [
        ("uk-gdpr-33", "UK GDPR breach"),
        ("", "None: your own duty"),
        ("old-law", "old-law (no longer in the library)"),
    ],
)
def test_the_dialog_tells_the_regime_by_its_name(adopted, bridge, regime, shown):
    duty = replace(bridge.plan.obligations[GDPR], regime=regime)
    bridge.apply((put(bridge.plan, duty),), "Edit")
    adopted.choose_row("duties_table", NAME)
    adopted.click("duty_edit")
    dialog = adopted.page.adopted.editor.dialog

    assert dialog.findChild(QComboBox, "record_regime").currentText() == shown

    QTest.mouseClick(dialog.findChild(QPushButton, "record_ok"), LEFT)
    assert bridge.plan.obligations[GDPR] == duty


def test_enter_opens_the_chosen_duty(adopted):
    table = adopted.page.adopted.table
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert adopted.page.adopted.editor.dialog is not None
    adopted.page.adopted.editor.dialog.reject()


def test_a_duty_of_ones_own_is_added(adopted, bridge):
    before = len(bridge.plan.obligations)
    adopted.click("duty_add")
    dialog = adopted.page.adopted.editor.dialog
    QTest.keyClicks(dialog.findChild(QLineEdit, "record_name"), "Landlord")
    QTest.mouseClick(dialog.findChild(QPushButton, "record_ok"), LEFT)

    assert len(bridge.plan.obligations) == before + 1
    assert "Your own duty" in adopted.cell("duties_table", before, 0).below
    assert adopted.page.adopted.table.key == "landlord"


def test_giving_up_takes_the_duty_out_and_can_be_undone(adopted, bridge):
    adopted.choose_row("duties_table", "Cyber insurance")
    adopted.click("duty_give_up")
    question = adopted.page.adopted.editor.dialog
    if question is not None:
        QTest.mouseClick(question.findChild(QPushButton, "answer_remove"), LEFT)

    assert RecordId("insurer") not in bridge.plan.obligations
    bridge.undo()
    assert RecordId("insurer") in bridge.plan.obligations


def test_terms_as_in_the_pack_show_no_drift(adopted):
    adopted.choose_row("duties_table", NAME)

    assert not adopted.page.adopted._drift.isVisible()


def test_drift_says_what_the_pack_has(drifted):
    drifted.choose_row("duties_table", NAME)

    assert drifted.text("drift_text").startswith("Adopted limits: 48 hours; the pack of 20")
    assert "Today's pack differs" in drifted.cell("duties_table", 0, 0).below


def test_the_terms_of_the_pack_are_taken_over(drifted, bridge):
    drifted.choose_row("duties_table", NAME)
    drifted.click("drift_take_over")

    duty = bridge.plan.obligations[GDPR]
    assert (duty.steps[0].within.amount, duty.decision_owner) == (72, "privacy-officer")
    assert not drifted.page.adopted._drift.isVisible()
    bridge.undo()
    assert bridge.plan.obligations[GDPR].steps[0].within.amount == 48


def test_keeping_ones_terms_needs_a_reason_and_is_shown(drifted, bridge):
    drifted.choose_row("duties_table", NAME)
    drifted.click("drift_keep")
    drifted.give_reason("Our policy is stricter.")

    kept = [key for key in bridge.plan.accepted if key.startswith("regime.drift/")]
    assert [key.rpartition("/")[0] for key in kept] == ["regime.drift/obligations/uk-gdpr-33"]
    assert "Our policy is stricter." in drifted.text("drift_text")
    assert "Today's pack differs" not in drifted.cell("duties_table", 0, 0).below


def test_a_plan_without_duties_says_what_to_do(show, begun):
    driver = show(begun)
    driver.turn_to(ADOPTED)

    assert driver.text("duties_empty").startswith("No duty is adopted yet.")
    driver.click("duties_proposals")
    assert driver.page.tabs.currentWidget() is driver.page.proposed


def test_a_duty_of_a_kind_the_page_is_led_to(driver):
    driver.page.reveal(Kind.OBLIGATION, GDPR)

    assert driver.page.tabs.currentIndex() == ADOPTED
    assert driver.page.adopted.table.key == GDPR
