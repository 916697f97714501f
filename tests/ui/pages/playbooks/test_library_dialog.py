"""Playbooks of the library, shown before they are added."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.judgement.standards import Standards
from app.domain.plan.changes import apply, remove
from app.domain.plan.kinds import Kind
from app.services.opening import OpenPlan
from tests.builders import rid
from tests.ui.fakes import FakeClock, MemoryStore
from ui.bridge.session import PlanBridge


@pytest.fixture
def bridge(host, shelf, sample_plan):
    """The sample plan without a role and a message that some playbooks call for."""
    plan = sample_plan
    gone = [
        remove(plan, Kind.ROLE, rid("hr-lead")),
        remove(plan, Kind.MESSAGE, rid("staff-notice")),
    ]
    plan = apply(plan, tuple(gone))
    opened = OpenPlan(MemoryStore(plan), shelf.template("combined"), Standards(), FakeClock())
    return PlanBridge(opened, host)


@pytest.fixture
def dialog(page):
    page.do("library")
    assert page.dialog is not None
    return page.dialog


def said(dialog):
    return dialog.findChild(QLabel, "library_brings").text()


def walk_to(dialog, words):
    (item,) = dialog.list.findItems(words, Qt.MatchFlag.MatchStartsWith)
    dialog.list.setCurrentItem(item)
    return item


def test_what_is_in_the_plan_is_said_and_cannot_be_ticked(dialog):
    item = walk_to(dialog, "Ransomware")

    assert item.text() == "Ransomware and extortion (in the plan)"
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert said(dialog) == "This playbook is in the plan already."


def test_what_comes_with_a_playbook_is_said(dialog):
    walk_to(dialog, "Misuse of access")

    assert said(dialog).startswith("Brings 25 steps.")
    assert "held by nobody yet: HR lead." in said(dialog)
    walk_to(dialog, "Outbreak")
    assert "Prepared messages the plan lacks come with it: " in said(dialog)


def test_the_steps_and_the_flow_are_shown(dialog):
    walk_to(dialog, "Outbreak")
    assert "1. Confirm the finding on one system" in dialog._steps.accessibleName()

    dialog.tabs.setCurrentIndex(1)
    assert dialog._flow.sheet.drawing.shapes
    assert "Single find: go on with step" in dialog._flow.accessibleDescription()
    before = dialog._flow.sheet.drawing
    walk_to(dialog, "Misuse of an AI")
    assert dialog._flow.sheet.drawing != before


def test_ticked_playbooks_are_added_with_one_step_of_undo(page, bridge, dialog):
    before = bridge.plan
    item = walk_to(dialog, "Misuse of access")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert item.checkState() is Qt.CheckState.Checked
    dialog.tick("malware-outbreak")
    dialog.tick("ransomware")
    add = dialog.findChild(QAbstractButton, "library_add")
    assert add.text() == "Add 2 playbooks"
    add.click()

    new = [key for key in bridge.plan.playbooks if key not in before.playbooks]
    assert set(new) == {"malware-outbreak", "insider"}
    assert rid("hr-lead") in bridge.plan.roles
    assert rid("staff-notice") in bridge.plan.messages
    assert {"insider", "malware-outbreak"} <= set(bridge.plan.answers[rid("playbooks.adopt")].value)
    assert page.panel.key in new
    assert bridge.undo_label == "Add 2 playbooks from the library"
    bridge.undo()
    assert bridge.plan == before


def test_nothing_ticked_adds_nothing(bridge, dialog):
    add = dialog.findChild(QAbstractButton, "library_add")

    assert not add.isEnabled()
    dialog.reject()
    assert not bridge.undo_label
