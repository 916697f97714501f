"""Frameworks, their requirements and one of them in full."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QToolButton,
)

from app.domain.plan.assurance import Attestation
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.sections import Answer
from tests.ui.fakes import TODAY

ALL = ["A Whole", "A.1 State a goal", "A.2 Fill the roles", "A.3 Commit", "A.4 Show a record"]
GOAL = Answer(RecordId("purpose.goal"), RecordId("purpose"), "Keep patients safe")


def answer(bridge) -> None:
    bridge.apply((put(bridge.plan, GOAL),), "Answer", "elsewhere")


def fill_role(bridge) -> None:
    role = bridge.plan.roles[RecordId("incident-lead")]
    bridge.apply((put(bridge.plan, replace(role, holder=RecordId("ada"))),), "Role", "elsewhere")


def test_the_first_framework_and_its_first_requirement_are_shown(driver):
    assert driver.rows("framework_list") == ["Alpha standard"]
    assert driver.rows() == [*ALL, "A.5 Point elsewhere"]
    assert driver.text("framework_name") == "Alpha standard"
    assert driver.text("framework_summary") == "1 of 6 met"
    assert driver.text("requirement_title") == "A  Whole"


def test_the_states_are_told_in_words_and_numbers(driver):
    said = driver.heard("Alpha", "framework_list")
    bar = driver.page.head._bar

    assert "1 met, 1 partly, 1 not yet, 3 needs a person, 0 not applicable" in said
    assert "1 met" in bar.accessibleName()
    assert "3 needs a person" in bar.accessibleName()


@pytest.mark.parametrize(
    ("at", "rows"),
    [
        (0, [*ALL, "A.5 Point elsewhere"]),
        (1, ["A Whole"]),
        (2, ["A.2 Fill the roles"]),
        (3, ["A.1 State a goal"]),
        (4, ["A.3 Commit", "A.4 Show a record", "A.5 Point elsewhere"]),
        (5, []),
    ],
)
def test_a_state_filters_the_requirements(driver, at, rows):
    driver.click(f"verdict_{at}")

    model = driver.page.pane.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == rows


def test_words_filter_the_requirements_and_an_empty_list_says_how_to_go_on(driver):
    driver.write("requirement_words", "ROLE hold")
    assert driver.rows() == ["A.2 Fill the roles"]
    assert driver.text("requirement_title").startswith("A.2")

    driver.write("requirement_words", "zebra")
    assert driver.text("requirements_empty").startswith("No requirement matches")
    assert "Choose a requirement" in driver.said()

    driver.click("requirements_all")
    assert len(driver.rows()) == 6
    assert driver.find(QLineEdit, "requirement_words").text() == ""


def test_arrow_keys_walk_through_the_requirements(driver):
    driver.page.pane.list.setFocus()

    QTest.keyClick(driver.page.pane.list, Qt.Key.Key_Down)
    QTest.keyClick(driver.page.pane.list, Qt.Key.Key_Down)

    assert driver.text("requirement_title") == "A.2  Fill the roles"


def test_a_requirement_is_told_with_what_is_there_and_what_is_missing(driver):
    driver.choose("A.2")

    said = driver.said()
    assert "Fill the roles, in our words." in said
    assert "1 of 3 there" in said
    assert "A holder for every role" in said
    assert "Missing" in said
    assert "Alpha, clause A.2" in said
    assert "Read in the source itself" in said
    assert "\u201cIncidents shall be handled.\u201d" in said


def test_what_is_missing_leads_to_the_question_that_mends_it(qtbot, driver):
    driver.choose("A.1")

    with qtbot.waitSignal(driver.page.navigate) as asked:
        driver.click("element_0_mend")

    assert asked.args == ["question:purpose.goal"]


def test_what_no_question_mends_leads_to_its_section(qtbot, driver):
    driver.choose("A.2")

    with qtbot.waitSignal(driver.page.navigate) as asked:
        driver.click("element_0_mend")

    assert asked.args == ["section:contacts"]


def test_evidence_leads_to_where_it_stands(qtbot, driver, bridge):
    answer(bridge)
    fill_role(bridge)
    driver.choose("A.2")
    assert "\u201cKeep patients safe\u201d" in driver.said()
    assert "Role: Incident lead" in driver.said()

    targets: list[str] = []
    driver.page.navigate.connect(targets.append)
    for at in range(3):
        driver.click(f"element_{at}_evidence_0")

    assert targets == ["record:roles:incident-lead", "question:purpose.goal", "section:purpose"]


def test_a_requirement_without_elements_leads_to_its_sections(qtbot, driver):
    driver.choose("A.3")

    with qtbot.waitSignal(driver.page.navigate) as asked:
        driver.click("place_purpose")

    assert asked.args == ["section:purpose"]


def test_commonly_asked_evidence_is_listed(driver):
    driver.choose("A.1")

    assert "Minutes of the board" in driver.said()


@pytest.mark.parametrize(
    ("requirement", "needed"),
    [
        ("A.3", "A named person has to attest it"),
        ("A.4", "Link a record that shows it"),
        ("A.5", "Another document answers this"),
    ],
)
def test_what_a_person_has_to_do_is_said(driver, requirement, needed):
    driver.choose(requirement)

    assert driver.text("requirement_need").startswith(needed)
    assert driver.text("requirement_verdict") == "Needs a person"


def test_what_the_plan_can_show_alone_asks_nobody(driver):
    driver.choose("A.1")

    assert not driver.seen("requirement_need", QLabel)


def test_memory_is_never_shown_as_certain(driver):
    driver.choose("A.5")

    assert driver.said().count("From memory: verify before relying on this") == 2
    assert "From memory" in driver.heard("A.5")
    assert "From memory" not in driver.heard("A.4")


def test_related_requirements_name_the_framework_and_who_says_so(driver):
    driver.choose("A.1")

    said = driver.said()
    assert "Also satisfies B-1 Start low" in said
    assert "Beta standard \u00b7 Secondary" in said
    assert "Is related to Z-9" in said
    assert "gamma \u00b7 Official" in said
    assert "Satisfies a part of A.3 Commit" in said
    assert "Our own" in said


def test_one_can_go_on_to_related_requirements_that_are_judged(qtbot, driver):
    driver.choose("A.1")
    assert not driver.seen("related_1")

    with qtbot.waitSignal(driver.page.navigate) as asked:
        driver.click("related_0")

    assert asked.args == ["requirement:alpha/A.3"]


def test_many_related_requirements_unfold(driver):
    driver.choose("A.2")
    assert driver.said().count("Overlaps with") == 6

    driver.click("related_all")
    assert driver.said().count("Overlaps with") == 9

    driver.choose("A.1")
    driver.choose("A.2")
    assert driver.said().count("Overlaps with") == 6


def test_a_change_elsewhere_shows_at_once(driver, bridge):
    driver.choose("A.1")
    assert driver.text("requirement_verdict") == "Not yet"

    answer(bridge)

    assert driver.text("requirement_verdict") == "Met"
    assert driver.text("framework_summary") == "2 of 6 met"
    assert driver.heard("A.1").startswith("A.1 State a goal. Met")
    assert driver.text("requirement_title") == "A.1  State a goal"


def test_another_answer_is_quoted_although_the_verdict_stays(driver, bridge):
    answer(bridge)
    driver.choose("A.1")

    bridge.apply((put(bridge.plan, replace(GOAL, value="Serve members")),), "Answer", "elsewhere")

    assert "Serve members" in driver.said()
    assert "Keep patients safe" not in driver.said()


def test_a_row_that_no_longer_matches_gives_way_to_the_next(driver, bridge):
    driver.click("verdict_4")
    driver.choose("A.3")

    attestation = Attestation(RecordId("alpha/A.3"), "Ada", "I looked.", TODAY)
    bridge.apply((put(bridge.plan, attestation),), "Attest", "elsewhere")

    assert driver.rows() == ["A.4 Show a record", "A.5 Point elsewhere"]
    assert driver.text("requirement_title") == "A.4  Show a record"


def test_a_page_nobody_sees_reads_nothing(driver, bridge, monkeypatch):
    driver.page.hide()
    read = []
    monkeypatch.setattr(type(driver.page), "refresh", lambda _: read.append(1))

    answer(bridge)
    assert read == []

    driver.page.show()
    assert read == [1]


def test_a_hidden_page_catches_up(driver, bridge):
    driver.choose("A.1")
    driver.page.hide()
    answer(bridge)

    driver.page.show()

    assert driver.text("requirement_verdict") == "Met"


def test_nothing_is_redrawn_while_nothing_differs(driver, bridge):
    driver.choose("A.3")
    before = driver.page.card._content

    answer(bridge)

    assert driver.page.card._content is before


def test_undo_shows_the_requirement_it_is_about(driver, bridge):
    attestation = Attestation(RecordId("alpha/A.3"), "Ada", "I looked.", TODAY)
    bridge.apply((put(bridge.plan, attestation),), "Attest", "elsewhere")
    driver.choose("A.1")

    bridge.undo()

    assert driver.text("requirement_title") == "A.3  Commit"


def test_a_requirement_can_be_gone_to_through_any_filter(driver):
    driver.click("verdict_1")
    driver.write("requirement_words", "whole")

    driver.page.reveal(Kind.ATTESTATION, RecordId("alpha/A.4"))

    assert driver.text("requirement_title") == "A.4  Show a record"
    assert len(driver.rows()) == 6


@pytest.mark.parametrize("key", ["beta/B-1", "alpha", "", "alpha/none"])
def test_what_is_not_judged_cannot_be_gone_to(driver, key):
    driver.choose("A.2")

    driver.page.reveal(Kind.ATTESTATION, RecordId(key))

    assert driver.rows("framework_list") == ["Alpha standard"]
    assert driver.seen("requirement_title", QLabel)


def test_a_library_that_cannot_be_read_is_told_once_and_the_page_goes_on(show, bridge, library):
    library.broken = {"crosswalk"}
    driver = show(bridge)

    assert driver.text("coverage_banner_text")
    assert driver.text("requirement_title") == "A  Whole"


def test_hostile_text_is_shown_letter_by_letter(driver, bridge):
    nasty = "<b>&amp;</b> {0} %s \u202e" + "x" * 4000
    bridge.apply((put(bridge.plan, replace(GOAL, value=nasty)),), "Answer", "elsewhere")
    driver.choose("A.1")

    assert "<b>&amp;</b> {0} %s" in driver.said()
    area = driver.page.card._area
    assert area.body.minimumSizeHint().width() <= area.viewport().width()


def test_everything_one_can_use_has_a_name_and_takes_the_keyboard(driver, bridge):
    answer(bridge)
    for key in ("A.1", "A.2", "A.3"):
        driver.choose(key)
        kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QScrollArea)
        for kind in kinds:
            for control in driver.page.findChildren(kind):
                if not control.isVisible() or control.objectName().startswith("qt_"):
                    continue
                assert control.accessibleName(), control.objectName()
                if not isinstance(control.parent(), QLineEdit):
                    by_tab = control.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
                    assert by_tab, control.objectName()


def test_without_room_the_frameworks_drop_down(show, judged):
    driver = show(judged("alpha", "beta"))
    assert not driver.seen("framework_switch", QComboBox)

    driver.page.resize(700, 640)
    assert not driver.seen("framework_list", QListView)
    driver.pick("framework_switch", "Beta standard, 0 of 2 met, Withdrawn")

    assert driver.rows() == ["B-1 Start low", "B-2 Go high"]
    assert not driver.page.panel.isVisible()

    driver.page.resize(1216, 840)
    assert driver.rows("framework_list") == ["Alpha standard", "Beta standard"]
    assert driver.page.panel.list.currentIndex().row() == 1


def test_f6_reaches_every_part(driver):
    assert all(part.isVisible() for part in driver.page.panes()[1:])


def test_the_edition_unfolds_what_it_is_about(driver):
    assert not driver.seen("framework_note", QLabel)

    QTest.mouseClick(driver.find(QToolButton, "framework_about"), Qt.MouseButton.LeftButton)

    assert "What alpha is for." in driver.find(QLabel, "framework_note").accessibleName()


def test_a_plan_that_may_not_change_offers_no_decision(show, judged):
    driver = show(judged("alpha", "beta", read_only=True))

    for name in ("requirement_attest", "requirement_link", "requirement_exclude"):
        assert not driver.seen(name)
    for name in ("framework_add", "framework_remove"):
        assert not driver.seen(name)
    driver.choose("Beta", "framework_list")
    assert not driver.find(QComboBox, "framework_baseline").isEnabled()


def test_requirements_below_another_are_moved_in_and_listed_once(driver):
    view = driver.find(QListView, "requirement_list")

    assert len(set(driver.rows())) == view.model().rowCount()
    assert [line.depth for line in driver.page.pane.model._shown] == [0, 1, 1, 1, 1, 1]
