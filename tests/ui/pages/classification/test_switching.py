"""Another scheme: what is matched, what is said before and after, and one step back."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPlainTextEdit, QPushButton

from app.domain.judgement.standards import Standards
from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from app.services.opening import OpenPlan
from tests.builders import rid
from tests.ui.fakes import FakeClock, MemoryStore
from tests.unit.services.classifying.shelf import QUARTER, TEMPLATE, lived_with
from ui.bridge.session import PlanBridge
from ui.pages.classification.switch_dialog import SwitchDialog


@pytest.fixture
def bridge(host):
    opened = OpenPlan(MemoryStore(lived_with()), TEMPLATE, Standards((), ()), FakeClock())
    return PlanBridge(opened, host)


@pytest.fixture
def dialog(page):
    page.findChild(QPushButton, "use_another_scheme").click()
    found = page.findChild(SwitchDialog)
    assert found is not None
    return found


def match(dialog, name, at):
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_it_proposes_a_counterpart_for_every_level(dialog):
    shown = {
        box.accessibleName(): box.currentText()
        for box in dialog.findChildren(QComboBox)
        if box.objectName().startswith("match_")
    }

    assert shown["S1 Critical becomes"] == "Major incident"
    assert shown["S4 Low becomes"] == "Minor incident"
    assert shown["Later becomes"] == "Slow"
    assert len(shown) == 4 + 3 + 2


def test_what_is_lost_is_told_before_as_it_is_chosen(dialog):
    assert "Severity level “S4 Low” has no counterpart." not in dialog.losses
    assert "The 6 cells of the matrix are replaced by those of the new scheme." in dialog.losses

    match(dialog, "match_severities_s4", 0)

    assert "Severity level “S4 Low” has no counterpart." in dialog.losses
    assert "Playbook “Lock”: “Least severity it starts at” is left open." in dialog.losses


def test_it_is_one_step_and_said_afterwards(dialog, page, bridge):
    before = bridge.plan

    dialog.findChild(QPushButton, "switch_ok").click()

    assert [level.name for level in bridge.plan.severities.values()] == [
        "Major incident",
        "Minor incident",
    ]
    assert "scheme “Two”" in page.banner.text
    page.findChild(QPushButton, "scheme_banner_action").click()
    details = page.findChild(QDialog, "question_dialog").findChild(QPlainTextEdit)
    assert "The 6 cells of the matrix" in details.toPlainText()
    assert page.severities.table.levels.rows[1].cells[0].text == "Minor incident"
    bridge.undo()
    assert bridge.plan == before


def test_times_are_kept_unless_somebody_says_otherwise(dialog, bridge):
    assert dialog.findChild(QCheckBox, "switch_keep").isChecked()
    level = bridge.plan.severities[rid("s1")]
    own = type(level)(rid("s1"), level.name, 1, respond_in_hours=QUARTER)
    bridge.apply((put(bridge.plan, own),), "Edit")

    dialog.findChild(QPushButton, "switch_ok").click()

    assert bridge.plan.severities[rid("s1")].respond_in_hours == QUARTER


def test_what_is_chosen_is_done(dialog, bridge):
    match(dialog, "match_severities_s2", 2)

    dialog.findChild(QPushButton, "switch_ok").click()

    assert bridge.plan.table(Kind.TREE)[rid("calls")].starts_at == "s2"


def test_cancelling_changes_nothing(dialog, bridge):
    before = bridge.plan

    dialog.findChild(QPushButton, "switch_cancel").click()

    assert bridge.plan == before
