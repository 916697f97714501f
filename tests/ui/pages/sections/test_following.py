"""An answer that would change more than untouched text is told, shown and followed when agreed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton

from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.services.answering.answers import answer_changes
from ui.bridge.session import PlanBridge
from ui.dialogs.consequences import ConsequencesDialog
from ui.pages.sections.following import FollowingBanner

ADOPT = "playbooks.adopt"
SPECIAL = RecordId("special_scenarios")


@pytest.fixture
def bridge(host, shop, tmp_path):
    sheet = AnswerSheet({"profile.legal_name": "Ravensworth", ADOPT: ("phishing",)})
    made = PlanBridge(shop.create(tmp_path / "plan.irplan", "combined", sheet), host)
    yield made
    made.let_go()


@pytest.fixture
def banner(qtbot, host, bridge):
    made = FollowingBanner(bridge, host)
    with qtbot.waitExposed(host):
        host.show()
    return made


def answer(bridge, name, value):
    question = bridge.template.questions[name]
    changes = answer_changes(bridge.plan, bridge.template, question, value)
    bridge.apply(changes, "Answer", "test")


def edit_text(bridge, key, added):
    section = bridge.plan.sections[key]
    words = replace(section, prose=f"{section.prose}\n\n{added}")
    bridge.apply((put(bridge.plan, words),), "Text", "test")


def press(parent, name):
    QTest.mouseClick(parent.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


@pytest.fixture
def dialog(qtbot, host, bridge, banner):
    """The dialog after a playbook was wished for and edited text would change."""
    edit_text(bridge, SPECIAL, "Our own rule.")
    banner._following.leave()
    answer(bridge, ADOPT, ("phishing", "ransomware"))
    answer(bridge, "profile.uses_ai", value=True)
    qtbot.waitUntil(banner.isVisible)
    press(banner, "following_banner_action")
    made = host.window().findChild(ConsequencesDialog)
    qtbot.waitUntil(made.isVisible)
    return made


def rows(dialog):
    found = dialog.findChild(QListWidget, "consequences_list")
    return {found.item(at).text(): found.item(at) for at in range(found.count())}


def row(dialog, words):
    return next(item for text, item in rows(dialog).items() if words in text)


def test_nothing_is_told_while_untouched_text_follows_by_itself(qtbot, bridge, banner):
    before = bridge.plan.sections[SPECIAL].prose

    answer(bridge, "profile.uses_ai", value=True)
    qtbot.wait(700)

    assert bridge.plan.sections[SPECIAL].prose != before
    assert not any("special" in text.lower() for text in [banner.text] if banner.isVisible())


def test_what_would_change_is_listed_and_edited_text_is_not_ticked(dialog):
    playbook = row(dialog, "New: Playbook")
    text = row(dialog, "Special scenarios")

    assert "Ransomware" in playbook.text()
    assert playbook.checkState() is Qt.CheckState.Checked
    assert text.text().endswith("(edited by you)")
    assert text.checkState() is Qt.CheckState.Unchecked


def test_the_row_chosen_shows_what_comes_and_goes(dialog):
    found = dialog.findChild(QListWidget, "consequences_list")

    found.setCurrentItem(row(dialog, "Special scenarios"))

    details = dialog.findChild(QPlainTextEdit, "consequences_details").toPlainText()
    assert "+ **AI systems.**" in details
    assert "Our own rule." not in details


def test_what_is_agreed_happens_in_one_step_and_the_rest_stays(qtbot, dialog, bridge, banner):
    press(dialog, "consequences_do")
    qtbot.waitUntil(lambda: not banner.isVisible())

    assert RecordId("ransomware") in bridge.plan.playbooks
    assert "AI systems" not in bridge.plan.sections[SPECIAL].prose
    assert bridge.undo_label == "Follow the answers"
    bridge.undo()
    assert RecordId("ransomware") not in bridge.plan.playbooks


def test_edited_text_follows_once_it_is_ticked_and_keeps_the_own_words(dialog, bridge):
    row(dialog, "Special scenarios").setCheckState(Qt.CheckState.Checked)

    press(dialog, "consequences_do")

    prose = bridge.plan.sections[SPECIAL].prose
    assert "AI systems" in prose
    assert "Our own rule." in prose


def test_not_now_changes_nothing_and_keeps_the_offer(dialog, bridge, banner):
    press(dialog, "consequences_later")

    assert RecordId("ransomware") not in bridge.plan.playbooks
    assert banner.isVisible()


def test_the_offer_can_be_put_away(qtbot, bridge, banner):
    answer(bridge, ADOPT, ("phishing", "ransomware"))
    qtbot.waitUntil(banner.isVisible)

    banner.findChild(type(banner._close), "following_banner_close").click()
    banner.look()

    assert not banner.isVisible()
    assert RecordId("ransomware") not in bridge.plan.playbooks


def test_the_offer_goes_when_the_answer_is_taken_back(qtbot, bridge, banner):
    answer(bridge, ADOPT, ("phishing", "ransomware"))
    qtbot.waitUntil(banner.isVisible)

    bridge.undo()

    qtbot.waitUntil(lambda: not banner.isVisible())


def test_a_playbook_that_falls_away_says_how_much_goes(qtbot, host, bridge, banner):
    answer(bridge, ADOPT, ())
    qtbot.waitUntil(banner.isVisible)

    press(banner, "following_banner_action")
    dialog = host.window().findChild(ConsequencesDialog)

    found = dialog.findChild(QListWidget, "consequences_list")
    found.setCurrentItem(row(dialog, "Falls away: Playbook"))
    steps = [step for step in bridge.plan.steps.values() if step.playbook == "phishing"]
    details = dialog.findChild(QPlainTextEdit, "consequences_details").toPlainText()
    assert details.count("\u2212 ") == len(steps) + 1


def test_the_matrix_is_one_row(qtbot, host, bridge, banner):
    answer(bridge, "severity.scheme", "impact-tables")
    qtbot.waitUntil(banner.isVisible)

    press(banner, "following_banner_action")
    dialog = host.window().findChild(ConsequencesDialog)

    assert [text for text in rows(dialog) if "matrix" in text] == [
        "The classification matrix changes"
    ]
    found = dialog.findChild(QListWidget, "consequences_list")
    found.setCurrentItem(row(dialog, "matrix"))
    details = dialog.findChild(QPlainTextEdit, "consequences_details").toPlainText()
    assert details.count("\n") > len(bridge.plan.matrix)
