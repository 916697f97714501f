"""Lessons adopted, made actions, rejected and reopened."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import Lesson, LessonState
from tests.ui.pages.exercises.driving import LESSONS

TEXT = Lesson(
    RecordId("les-1"),
    "Nobody had the number",
    "exercises/ransomware-2026",
    "sections/contacts",
    "The number stands on every card.",
    "Priya Raman",
    date(2026, 11, 1),
)
BARE = Lesson(RecordId("les-2"), "The light <b>failed</b>", about="people/nobody")


@pytest.fixture
def lessons(driver, bridge):
    bridge.apply((put(bridge.plan, BARE), put(bridge.plan, TEXT)), "Add")
    driver.turn_to(LESSONS)
    return driver


def test_without_lessons_the_page_says_where_they_come_from(driver):
    driver.turn_to(LESSONS)

    assert driver.text("lessons_empty").startswith("There is no lesson yet.")
    assert not driver.visible("lesson_adopt")


def test_lessons_say_who_decides_and_that_it_is_late(lessons):
    assert lessons.rows("lessons_table") == [
        [TEXT.text, "Section: Contacts", "Priya Raman", "Waits for a decision"],
        [BARE.text, "No longer in the plan", "Nobody", "Waits for a decision"],
    ]
    assert lessons.cell("lessons_table", 0, 2).below == "by 1 Nov 2026, overdue"
    assert lessons.page.tabs.tabText(LESSONS) == "Lessons 2"


def test_the_edit_is_shown_before_it_is_made_as_one_step(lessons, bridge):
    before = bridge.plan
    lessons.choose("lessons_table", TEXT.text)
    lessons.click("lesson_adopt")
    shown = lessons.dialog._changes
    assert shown.said.startswith("1 change in 1 record")
    lessons.click("statement_keep", lessons.dialog)

    section = bridge.plan.sections[RecordId("contacts")]
    assert section.prose.endswith("\n\nThe number stands on every card.")
    assert bridge.plan.lessons[TEXT.id].state is LessonState.ADOPTED
    assert bridge.plan.lessons[TEXT.id].decision == "Adopted as proposed."
    bridge.undo()
    assert bridge.plan == before


def test_the_text_can_be_changed_and_take_the_place_of_what_is_there(lessons, bridge):
    lessons.choose("lessons_table", TEXT.text)
    lessons.click("lesson_adopt")
    lessons.write("statement_text", "All new.")
    lessons.find(QRadioButton, "adopt_replace", lessons.dialog).click()
    lessons.write("statement_decision", "Rewritten.")
    lessons.click("statement_keep", lessons.dialog)

    assert bridge.plan.sections[RecordId("contacts")].prose == "All new."
    assert bridge.plan.lessons[TEXT.id].decision == "Rewritten."


def test_a_lesson_without_a_place_in_the_plan_is_adopted_by_hand(lessons, bridge):
    before = bridge.plan.sections
    lessons.choose("lessons_table", BARE.text)
    lessons.click("lesson_adopt")
    dialog = lessons.dialog
    assert not dialog.fields["text"].isVisible()
    assert lessons.text("adopt_by_hand", dialog).startswith("A lesson about this cannot be put")
    lessons.click("statement_keep", dialog)
    assert dialog.fields["decision"].problem
    lessons.write("statement_decision", "Bought a lamp.")
    lessons.click("statement_keep", dialog)

    assert bridge.plan.sections == before
    assert bridge.plan.lessons[BARE.id].decision == "Bought a lamp."


def test_a_lesson_becomes_an_action_of_somebody(lessons, bridge):
    known = set(bridge.plan.actions)
    lessons.choose("lessons_table", TEXT.text)
    lessons.click("lesson_action")
    lessons.write("statement_due", "")
    lessons.click("statement_keep", lessons.dialog)
    assert lessons.dialog.fields["due"].problem
    lessons.write("statement_due", "2026-12-24")
    lessons.click("statement_keep", lessons.dialog)

    (new,) = set(bridge.plan.actions) - known
    action = bridge.plan.actions[new]
    assert (action.text, action.owner, action.due, action.about) == (
        TEXT.text,
        "Priya Raman",
        date(2026, 12, 24),
        "sections/contacts",
    )
    assert bridge.plan.lessons[TEXT.id].state is LessonState.ADOPTED


def test_rejecting_takes_a_reason_and_can_be_taken_back(lessons, bridge):
    lessons.choose("lessons_table", BARE.text)
    lessons.click("lesson_reject")
    lessons.click("reason_keep", lessons.dialog)
    assert bridge.plan.lessons[BARE.id].state is LessonState.OPEN
    QTest.keyClicks(lessons.find(QLineEdit, "reason_text", lessons.dialog), "Too costly.")
    lessons.click("reason_keep", lessons.dialog)

    assert bridge.plan.lessons[BARE.id].decision == "Too costly."
    lessons.choose("lessons_table", BARE.text)
    assert not lessons.enabled("lesson_adopt")
    lessons.click("lesson_reopen")
    assert bridge.plan.lessons[BARE.id] == BARE


def test_a_lesson_is_added_and_edited(lessons, bridge):
    lessons.click("lesson_add")
    lessons.write("statement_text", "No second device")
    lessons.click("statement_keep", lessons.dialog)

    new = bridge.plan.lessons[RecordId(lessons.page.lessons.table.key)]
    assert (new.text, new.about) == ("No second device", "")
    lessons.click("lesson_edit")
    lessons.write("statement_owner", "Ada")
    lessons.click("statement_keep", lessons.dialog)
    assert bridge.plan.lessons[new.id].owner == "Ada"


def test_enter_adopts_the_chosen_lesson(lessons):
    table = lessons.page.lessons.table
    table.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert lessons.dialog.objectName() == "adopt_dialog"
    lessons.dialog.reject()
