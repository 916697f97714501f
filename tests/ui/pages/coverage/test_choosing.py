"""Which frameworks, and which of their baselines, the plan is judged by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from tests.ui.pages.coverage.driving import Driver
from ui.pages.coverage.choose_dialog import ChooseFrameworksDialog

CTRL = Qt.KeyboardModifier.ControlModifier
CHOICES = "frameworks_list"


def chosen(driver: Driver) -> tuple[str, ...]:
    return driver.plan.profile.frameworks


def test_without_a_framework_the_page_says_what_to_do(show, judged):
    driver = show(judged())
    assert driver.seen("coverage_choose")
    assert not driver.seen("framework_name", QLabel)

    driver.click("coverage_choose")
    driver.choose("Alpha", CHOICES)
    driver.click("frameworks_add")

    assert chosen(driver) == ("alpha",)
    assert driver.text("framework_name") == "Alpha standard"
    assert not driver.seen("coverage_choose")


def test_the_whole_library_can_be_chosen_from(driver):
    driver.click("framework_add")

    assert driver.rows(CHOICES) == ["Alpha standard", "Beta standard"]
    said = driver.heard("Beta", CHOICES)
    assert "1st ed" in said
    assert "Withdrawn" in said
    assert "2 requirements" in said
    assert "Already chosen" in driver.heard("Alpha", CHOICES)


def test_each_framework_tells_its_edition_and_note(driver):
    driver.click("framework_add")
    driver.choose("Beta", CHOICES)

    told = driver.find(QLabel, "frameworks_text").accessibleName()

    assert "Edition: 1st ed." in told
    assert "Status: withdrawn" in told
    assert "2 requirements; you choose a baseline of it" in told
    assert "What beta is for." in told


def test_an_added_framework_is_shown_and_can_be_undone(driver, bridge):
    driver.click("framework_add")
    driver.choose("Beta", CHOICES)
    driver.click("frameworks_add")

    assert chosen(driver) == ("alpha", "beta")
    assert driver.text("framework_name") == "Beta standard"
    assert driver.text("framework_warning") == "Withdrawn"
    assert "Withdrawn" in driver.heard("Beta", "framework_list")

    bridge.undo()
    assert chosen(driver) == ("alpha",)
    assert driver.text("framework_name") == "Alpha standard"
    assert not driver.seen("framework_warning", QLabel)


def test_several_are_added_at_once(show, judged):
    driver = show(judged())
    driver.click("coverage_choose")
    driver.choose("Alpha", CHOICES)
    driver.choose("Beta", CHOICES, CTRL)
    assert driver.find(QPushButton, "frameworks_add").text() == "Add 2 frameworks"

    driver.click("frameworks_add")

    assert chosen(driver) == ("alpha", "beta")
    driver.page.bridge.undo()
    assert chosen(driver) == ()
    assert driver.seen("coverage_choose")


def test_what_is_chosen_already_cannot_be_added_again(driver):
    driver.click("framework_add")
    driver.choose("Alpha", CHOICES)

    assert not driver.find(QPushButton, "frameworks_add").isEnabled()


def test_an_alias_counts_as_chosen(show, judged):
    driver = show(judged("beta-old"))
    driver.click("framework_add")

    assert "Already chosen" in driver.heard("Beta", CHOICES)


def test_words_find_a_framework_and_enter_adds_it(driver):
    driver.click("framework_add")
    driver.write("frameworks_words", "beta TEST")
    assert driver.rows(CHOICES) == ["Beta standard"]

    field = driver.find(type(driver.page.pane._words), "frameworks_words")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert chosen(driver) == ("alpha", "beta")


def test_words_that_match_nothing_leave_nothing_to_add(driver):
    driver.click("framework_add")

    driver.write("frameworks_words", "zebra")

    assert not driver.find(QPushButton, "frameworks_add").isEnabled()
    assert any(
        one.text() == "No framework matches." and one.isVisible()
        for one in driver.dialog.findChildren(QLabel)
    )


def test_a_framework_that_cannot_be_read_is_left_out_and_said_so(driver, library):
    driver.click("framework_add")
    driver.choose("Beta", CHOICES)
    library.broken = {"beta"}
    driver.page._shelf._read.clear()

    driver.click("frameworks_add")

    assert chosen(driver) == ("alpha",)
    assert driver.text("coverage_banner_text")


def test_a_library_without_a_readable_list_says_so(driver, library):
    library.broken = {"shelf"}

    driver.click("framework_add")

    assert (
        driver.rows(CHOICES) == [] or not driver.page.findChild(ChooseFrameworksDialog).isHidden()
    )
    assert driver.text("coverage_banner_text")


def test_a_framework_is_removed_and_comes_back(driver, bridge):
    driver.click("framework_remove")
    assert chosen(driver) == ()
    assert driver.seen("coverage_choose")

    bridge.undo()
    assert driver.rows("framework_list") == ["Alpha standard"]
    assert driver.text("requirement_title") == "A  Whole"


def test_removing_leaves_what_people_attested(driver):
    driver.choose("A.3")
    driver.click("requirement_attest")
    driver.write("statement_note", "Looked.")
    driver.click("statement_keep")

    driver.click("framework_remove")

    assert len(driver.plan.attestations) == 1


def test_a_framework_known_by_an_alias_is_removed(show, judged):
    driver = show(judged("alpha", "beta-old"))
    driver.choose("Beta", "framework_list")

    driver.click("framework_remove")

    assert chosen(driver) == ("alpha",)


@pytest.mark.parametrize(
    ("baseline", "rows"), [("Low", ["B-1 Start low"]), ("High", ["B-1 Start low", "B-2 Go high"])]
)
def test_a_baseline_chooses_the_requirements(show, judged, baseline, rows):
    driver = show(judged("beta"))
    assert len(driver.rows()) == 2

    driver.pick("framework_baseline", baseline)

    assert driver.plan.profile.baseline == baseline.lower()
    assert driver.rows() == rows

    driver.page.bridge.undo()
    assert driver.find(QComboBox, "framework_baseline").currentText() == "All requirements"


def test_a_framework_without_baselines_offers_none(driver):
    assert not driver.seen("framework_baseline", QComboBox)


def test_a_baseline_without_requirements_says_so(show, judged):
    driver = show(judged("beta", baseline="privacy"))

    assert driver.text("requirements_empty").startswith("Nothing here asks")
