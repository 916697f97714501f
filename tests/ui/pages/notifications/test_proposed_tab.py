"""Regimes proposed, browsed, adopted and refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from app.domain.plan.ids import RecordId
from app.services.notifying.marks import missing_mark
from app.services.notifying.proposals import Standing, candidates
from ui.pages.notifications.reason_dialog import ReasonDialog

NIS = "NIS Regulations 2018"
ALL = "regimes_2"


@pytest.fixture
def open_ones(driver, bridge, desk):
    """The regimes that wait for a decision, by name."""
    found = candidates(bridge.plan, desk.workshop.library.regimes())
    return [item.regime.name for item in found if item.standing is Standing.PROPOSED]


def test_what_the_profile_suggests_is_listed_first(driver, open_ones):
    assert driver.regimes() == open_ones
    assert driver.page.tabs.tabText(0) == f"Proposed {len(open_ones)}".replace(" 0", "")


def test_the_chosen_regime_is_told_in_full(show, begun):
    driver = show(begun)
    driver.click(ALL)
    driver.choose_regimes("DORA major ICT-related incident")

    shown = "\n".join(label.text() for label in driver.page.proposed._card.findChildren(QLabel))

    assert "4 hours from classification as major and at most 24 hours from awareness" in shown
    assert "In force" in shown
    assert "Read in" in shown


def test_all_regimes_can_be_browsed(driver, desk):
    driver.click(ALL)

    assert driver.regimes() == [item.name for item in desk.workshop.library.regimes()]


def test_a_regime_from_memory_says_to_verify_it(driver, desk):
    memory = [item for item in desk.workshop.library.regimes() if item.confidence.value == "memory"]
    driver.click(ALL)
    model = driver.page.proposed.list.model()

    for regime in memory:
        index = model.index(driver.regimes().index(regime.name), 0)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert "From memory: verify before relying on this" in said


def test_jurisdiction_sector_and_words_filter(driver):
    driver.click(ALL)
    box = driver.find(QComboBox, "regime_jurisdiction")
    box.setCurrentIndex(box.findData("United Kingdom"))
    assert NIS in driver.regimes()
    assert "DORA major ICT-related incident" not in driver.regimes()

    box = driver.find(QComboBox, "regime_sector")
    box.setCurrentIndex(box.findData("finance"))
    assert NIS not in driver.regimes()

    driver.write("regime_words", "zebra")
    assert driver.regimes() == []
    assert driver.text("regimes_empty").startswith("No regime matches")

    driver.click("regimes_browse")
    assert len(driver.regimes()) > 70
    assert driver.find(QLineEdit, "regime_words").text() == ""


def test_sectors_have_the_names_of_the_question(driver):
    box = driver.find(QComboBox, "regime_sector")

    assert box.itemText(box.findData("public")) != "public"


def test_one_regime_is_adopted_and_undone(driver, bridge):
    driver.click(ALL)
    driver.choose_regimes("NIS2 significant incident reporting")

    driver.click("regime_adopt")

    assert bridge.plan.obligations[RecordId("eu-nis2-23")].regime == "eu-nis2-23"
    assert bridge.undo_label == "Adopt NIS2 significant incident reporting"
    assert not driver.visible("regime_adopt")
    bridge.undo()
    assert RecordId("eu-nis2-23") not in bridge.plan.obligations
    assert driver.visible("regime_adopt")


def test_several_are_adopted_in_one_step(driver, bridge):
    before = set(bridge.plan.obligations)
    driver.click(ALL)
    driver.choose_regimes("NIS2 significant incident reporting", "DORA major ICT-related incident")
    assert driver.find(QPushButton, "regime_adopt").accessibleName() == "Adopt 2 regimes"

    driver.click("regime_adopt")

    assert set(bridge.plan.obligations) - before == {"eu-nis2-23", "eu-dora-19"}
    bridge.undo()
    assert set(bridge.plan.obligations) == before


def test_adopting_takes_the_regime_off_the_proposals(show, begun):
    driver = show(begun)
    first, *rest = driver.regimes()

    driver.click("regime_adopt")

    assert driver.regimes() == rest
    assert driver.page.tabs.tabText(1) == "Adopted 1"
    assert first not in rest


def test_a_regime_that_does_not_bind_needs_a_reason(show, begun, desk):
    driver = show(begun)
    name = driver.regimes()[0]
    regime = next(item for item in desk.workshop.library.regimes() if item.name == name)

    driver.click("regime_refuse")
    dialog = driver.page.findChild(ReasonDialog)
    QTest.mouseClick(dialog.findChild(QPushButton, "reason_keep"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert not begun.plan.accepted
    driver.give_reason("We have no <b>such</b> contract.")

    assert begun.plan.accepted[missing_mark(regime)].reason == "We have no <b>such</b> contract."
    assert name not in driver.regimes()
    assert missing_mark(regime) not in {item.key for item in begun.judgement.findings()}
    assert missing_mark(regime) in {item.key for item in begun.judgement.findings(accepted=True)}
    driver.click("regimes_1")
    assert driver.regimes() == [name]
    driver.click("regime_unrefuse")
    assert not begun.plan.accepted
    assert driver.text("regimes_empty").startswith("You have not said of any regime")


def test_cancelling_decides_nothing(show, begun):
    driver = show(begun)
    driver.click("regime_refuse")

    dialog = driver.page.findChild(ReasonDialog)
    QTest.mouseClick(dialog.findChild(QPushButton, "reason_cancel"), Qt.MouseButton.LeftButton)

    assert not begun.plan.accepted


def test_an_adopted_regime_leads_to_its_duty(driver):
    driver.click(ALL)
    driver.choose_regimes("UK GDPR breach")

    driver.click("regime_show")

    assert driver.page.tabs.currentWidget() is driver.page.adopted
    assert driver.page.adopted.table.key == "uk-gdpr-33"


def test_without_a_profile_the_page_says_what_to_state(qtbot, show, begun):
    driver = show(begun)
    while driver.regimes():
        driver.click("regime_adopt")

    assert driver.text("regimes_empty").startswith("Nothing is proposed yet. State where")
    with qtbot.waitSignal(driver.page.navigate) as asked:
        driver.click("regimes_profile")
    assert asked.args == ["section:legal_register"]


def test_the_list_is_walked_with_the_keys(show, begun):
    driver = show(begun)
    view = driver.page.proposed.list
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Down)

    assert driver.text("regime_name") == driver.regimes()[1]
