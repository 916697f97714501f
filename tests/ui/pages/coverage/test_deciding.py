"""Attesting, linking evidence, leaving out, and taking each back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from tests.ui.fakes import TODAY

COMMIT, RECORD = RecordId("alpha/A.3"), RecordId("alpha/A.4")
MINUTES = EvidenceRecord(RecordId("minutes"), "Minutes", "Intranet", date(2026, 9, 14), "Bob Ray")


def attest(driver, note: str = "Watched the exercise.") -> None:
    driver.choose("A.3")
    driver.click("requirement_attest")
    driver.write("statement_note", note)
    driver.click("statement_keep")


def link(driver, what: str = "Minutes of the board", where: str = "Intranet") -> None:
    driver.choose("A.4")
    driver.click("requirement_link")
    driver.write("statement_what", what)
    driver.write("statement_where", where)
    driver.click("statement_keep")


def exclude(driver, reason: str = "Nobody commits here.") -> None:
    driver.choose("A.3")
    driver.click("requirement_exclude")
    driver.write("reason_text", reason)
    driver.click("reason_keep")


def file(bridge, record: EvidenceRecord) -> None:
    bridge.apply((put(bridge.plan, record),), "File", "elsewhere")


def test_an_attestation_begins_with_the_person_and_today(driver):
    attest(driver)

    assert driver.plan.attestations[COMMIT] == Attestation(
        COMMIT, "Anna Keller", "Watched the exercise.", TODAY
    )
    assert driver.text("requirement_verdict") == "Met"
    assert "Anna Keller, 23 Nov 2026" in driver.said()
    assert "Attested by Anna Keller" in driver.heard("A.3")


def test_an_attestation_is_one_step_of_the_history(driver, bridge):
    attest(driver)
    assert bridge.undo_label == "Attest A.3"

    bridge.undo()
    assert driver.text("requirement_verdict") == "Needs a person"

    bridge.redo()
    assert driver.text("requirement_verdict") == "Met"


def test_blanks_are_refused_with_a_sentence_each(driver):
    driver.choose("A.3")
    driver.click("requirement_attest")
    for name in ("statement_by", "statement_note", "statement_on"):
        driver.write(name, " ")

    driver.click("statement_keep")

    assert driver.problems() == [
        "Name the person; nobody can be asked otherwise.",
        "State what was looked at; one sentence is enough.",
        "Enter a date, such as 2026-11-30 or 30 November 2026.",
    ]
    assert driver.dialog.focusWidget() is driver.find(QComboBox, "statement_by")
    assert not driver.plan.attestations

    driver.write("statement_by", "Bob")
    assert driver.problems() == []


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("2026-11-24", "The day lies ahead"), ("yesterday", "Enter a date"), ("2026-02-30", "Enter")],
)
def test_a_day_that_cannot_be_is_refused(driver, typed, problem):
    driver.choose("A.3")
    driver.click("requirement_attest")
    driver.write("statement_note", "Looked.")
    driver.write("statement_on", typed)

    driver.click("statement_keep")

    assert driver.problems()[0].startswith(problem)
    assert not driver.plan.attestations


def test_a_form_can_be_left_by_the_keyboard(driver):
    driver.choose("A.3")
    driver.click("requirement_attest")

    QTest.keyClick(driver.dialog, Qt.Key.Key_Escape)

    assert not driver.asking
    assert not driver.plan.attestations


def test_a_form_can_be_kept_by_the_keyboard(qtbot, driver):
    driver.choose("A.3")
    driver.click("requirement_attest")
    qtbot.waitUntil(driver.dialog.isActiveWindow)
    driver.write("statement_note", "Looked.")
    note = driver.find(QPlainTextEdit, "statement_note")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert driver.plan.attestations[COMMIT].note == "Looked."


def test_attesting_again_begins_with_what_stands_there(driver):
    attest(driver)
    driver.click("requirement_attest")
    assert driver.find(QPlainTextEdit, "statement_note").toPlainText() == "Watched the exercise."

    driver.write("statement_by", "Bob Ray")
    driver.click("statement_keep")

    assert driver.plan.attestations[COMMIT].by == "Bob Ray"
    assert len(driver.plan.attestations) == 1


def test_the_people_of_the_plan_are_offered(driver):
    driver.choose("A.3")
    driver.click("requirement_attest")

    driver.pick("statement_by", "Ada Byron")
    driver.write("statement_note", "Looked.")
    driver.click("statement_keep")

    assert driver.plan.attestations[COMMIT].by == "Ada Byron"


def test_taking_an_attestation_back_is_confirmed(driver):
    attest(driver)

    driver.click("withdraw")
    driver.click("answer_keep")
    assert COMMIT in driver.plan.attestations

    driver.click("withdraw")
    driver.click("answer_take_back")
    assert COMMIT not in driver.plan.attestations
    assert driver.text("requirement_verdict") == "Needs a person"


def test_new_evidence_is_filed_and_linked(driver):
    link(driver)

    (record,) = driver.plan.evidence.values()
    assert (record.what, record.where, record.owner, record.on) == (
        "Minutes of the board",
        "Intranet",
        "Anna Keller",
        TODAY,
    )
    assert record.requirements == (RECORD,)
    assert driver.text("requirement_verdict") == "Met"
    assert "Intranet \u00b7 23 Nov 2026 \u00b7 owner: Anna Keller" in driver.said()


def test_two_records_of_one_name_stay_apart(driver):
    link(driver)
    link(driver)

    assert len(driver.plan.evidence) == 2


def test_evidence_on_file_can_be_chosen(driver, bridge):
    file(bridge, replace(MINUTES, requirements=(COMMIT,)))
    driver.choose("A.4")
    driver.click("requirement_link")

    driver.pick("statement_record", "Minutes")
    assert driver.find(QComboBox, "statement_owner").currentText() == "Bob Ray"
    driver.click("statement_keep")

    assert driver.plan.evidence[MINUTES.id].requirements == (COMMIT, RECORD)
    assert len(driver.plan.evidence) == 1


def test_a_new_record_can_be_begun_after_all(driver, bridge):
    file(bridge, MINUTES)
    driver.choose("A.4")
    driver.click("requirement_link")
    driver.pick("statement_record", "Minutes")

    driver.pick("statement_record", "A new record")

    assert driver.find(QLineEdit, "statement_what").text() == ""
    driver.write("statement_what", "Report")
    driver.write("statement_where", "Archive")
    driver.click("statement_keep")
    assert driver.plan.evidence[MINUTES.id] == MINUTES
    assert len(driver.plan.evidence) == 2


def test_what_is_linked_already_is_not_offered_again(driver, bridge):
    file(bridge, replace(MINUTES, requirements=(RECORD,)))
    driver.choose("A.4")

    driver.click("requirement_link")

    boxes = driver.dialog.findChildren(QComboBox, "statement_record")
    assert [box.count() for box in boxes] == [1]


def test_evidence_that_lacks_something_says_so_and_can_be_completed(driver, bridge):
    file(bridge, replace(MINUTES, where="", on=None, requirements=(RECORD,)))
    driver.choose("A.4")
    assert "Does not count yet: it lacks where it is kept, its date." in driver.said()
    assert driver.text("requirement_verdict") == "Needs a person"

    driver.click("evidence_0_edit")
    driver.click("statement_keep")
    assert len(driver.problems()) == 2
    driver.write("statement_where", "Intranet")
    driver.write("statement_on", "14 September 2026")
    driver.click("statement_keep")

    assert driver.plan.evidence[MINUTES.id] == replace(MINUTES, requirements=(RECORD,))
    assert driver.text("requirement_verdict") == "Met"


def test_unlinked_evidence_stays_on_file(driver, bridge):
    file(bridge, replace(MINUTES, requirements=(RECORD,)))
    driver.choose("A.4")

    driver.click("evidence_0_unlink")

    assert not driver.asking
    assert driver.plan.evidence[MINUTES.id] == MINUTES
    assert driver.text("requirement_verdict") == "Needs a person"


def test_the_form_names_what_is_commonly_asked_for(driver):
    driver.choose("A.1")
    driver.click("requirement_link")

    hint = driver.find(QLineEdit, "statement_what").parentWidget()
    said = "\n".join(one.text() for one in hint.findChildren(type(driver.page.pane._empty)))
    assert "Minutes of the board" in said


def test_a_requirement_is_left_out_with_a_reason_and_taken_back(driver):
    exclude(driver)

    assert driver.plan.exclusions[COMMIT] == Exclusion(
        COMMIT, "Nobody commits here.", "Anna Keller", TODAY
    )
    assert driver.text("requirement_verdict") == "Not applicable"
    assert "Nobody commits here." in driver.said()
    assert not driver.seen("requirement_attest")
    assert driver.text("framework_summary") == "1 of 5 met"

    driver.click("requirement_include")
    driver.click("answer_keep")
    assert COMMIT in driver.plan.exclusions

    driver.click("requirement_include")
    driver.click("answer_take_back")
    assert not driver.plan.exclusions
    assert driver.text("requirement_verdict") == "Needs a person"


def test_a_requirement_is_not_left_out_without_a_reason(driver):
    driver.choose("A.3")
    driver.click("requirement_exclude")

    driver.click("reason_keep")

    assert driver.asking
    assert not driver.plan.exclusions


def test_what_a_person_is_asked_for_stands_out(driver):
    def stressed():
        names = ("requirement_attest", "requirement_link")
        buttons = [driver.page.card.findChild(type(driver.page.pane.clear), one) for one in names]
        return [one.objectName() for one in buttons if one.property("look") == "primary"]

    looks = {}
    for key in ("A.1", "A.3", "A.4"):
        driver.choose(key)
        looks[key] = stressed()

    assert looks == {"A.1": [], "A.3": ["requirement_attest"], "A.4": ["requirement_link"]}


def test_the_focus_stays_in_the_card_when_a_link_goes_away(driver, bridge):
    file(bridge, replace(MINUTES, requirements=(RECORD,)))
    driver.choose("A.4")
    unlink = driver.find(type(driver.page.pane.clear), "evidence_0_unlink")
    unlink.setFocus()

    QTest.keyClick(unlink, Qt.Key.Key_Space)

    assert driver.plan.evidence[MINUTES.id].requirements == ()
    assert driver.page.card._area.hasFocus()
