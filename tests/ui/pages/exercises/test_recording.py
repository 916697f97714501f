"""Exercises recorded as held, step by step."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import LessonState
from app.domain.plan.programme import ExerciseState
from app.services.learning.found import from_source
from tests.ui.fakes import TODAY
from tests.ui.pages.exercises.driving import Driver
from ui.pages.exercises.recording.held_dialog import FILES, FOUND, PARTS, WHEN, WHO
from ui.pages.exercises.recording.kept_copy import suggested

PLANNED = "Takeover of an executive mailbox"
KEY = RecordId("mailbox-2027")


def walk(driver, bridge) -> None:
    """From the first step to that of the files."""
    dialog = driver.dialog
    driver.click("steps_next", dialog)
    driver.tick("people_list", "Priya Raman", "Daniel Okafor")
    driver.write("people_others", "An observer")
    driver.click("steps_next", dialog)
    driver.tick("objectives_list", bridge.plan.exercises[KEY].objectives[0])
    driver.write("held_results", "Well, but slow.")
    driver.click("steps_next", dialog)
    driver.write("parts_list_search", "takeover")
    driver.tick("parts_list", "Playbook: Takeover of an account")
    driver.click("steps_next", dialog)
    driver.click("finding_add", dialog)
    finding = dialog._findings.dialog
    driver.write("statement_text", "Nobody knew the number", finding)
    driver.write("statement_about", "Section: Contacts", finding)
    driver.write("statement_owner", "Priya Raman", finding)
    driver.write("statement_due", "2026-12-01", finding)
    driver.click("statement_keep", finding)
    driver.click("steps_next", dialog)


def test_an_exercise_is_recorded_by_walking_through_the_steps(driver, bridge, qtbot, tmp_path):
    minutes = tmp_path / "minutes.pdf"
    minutes.write_bytes(b"who, what, when")
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    dialog = driver.dialog
    assert dialog.findChild(QLineEdit, "held_on").text() == "23 November 2026"
    walk(driver, bridge)
    with qtbot.waitSignal(dialog.files.measured):
        dialog.files.add([minutes])
    driver.click("steps_keep", dialog)

    held = bridge.plan.exercises[KEY]
    assert (held.state, held.on) == (ExerciseState.HELD, TODAY)
    assert held.attendees == ("Priya Raman", "Daniel Okafor", "An observer")
    assert held.reached == held.objectives[:1]
    assert held.results == "Well, but slow."
    assert held.exercised == ("playbooks/account-compromise",)
    [lesson] = from_source(bridge.plan, f"exercises/{KEY}")
    assert (lesson.text, lesson.about, lesson.owner, lesson.due, lesson.state) == (
        "Nobody knew the number",
        "sections/contacts",
        "Priya Raman",
        date(2026, 12, 1),
        LessonState.OPEN,
    )
    [kept] = bridge.plan.files.values()
    assert (kept.name, kept.size, kept.about, kept.inside) == (
        "minutes.pdf",
        15,
        f"exercises/{KEY}",
        False,
    )
    row = next(row for row in driver.rows("exercises_table") if row[0] == PLANNED)
    assert row[2:] == ["Held", "Well, but slow."]


def test_the_record_is_one_step_to_undo(driver, bridge, qtbot):
    before = bridge.plan
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    driver.dialog.go(WHO)
    driver.tick("people_list", "Priya Raman")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is driver.dialog)
    QTest.keyClick(driver.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bridge.plan != before

    bridge.undo()

    assert bridge.plan == before


def test_a_record_without_people_is_refused_where_they_are_named(driver, bridge):
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    dialog = driver.dialog

    driver.click("steps_keep", dialog)

    assert dialog.list.currentRow() == WHO
    assert dialog._people.field.problem == "Tick or write who was there."
    assert bridge.plan.exercises[KEY].state is ExerciseState.PLANNED
    driver.write("people_others", "Ada")
    assert not dialog._people.field.problem
    dialog.reject()


def test_a_day_that_lies_ahead_or_is_none_is_refused(driver):
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    dialog = driver.dialog
    for typed, said in (("1 December 2026", "The day lies ahead"), ("soon", "Enter a date")):
        driver.write("held_on", typed)
        dialog.go(PARTS)

        driver.click("steps_keep", dialog)

        assert dialog.list.currentRow() == WHEN
        assert dialog._on.problem.startswith(said)
    dialog.reject()


def test_an_exercise_that_nobody_planned_needs_a_name(driver, bridge):
    known = set(bridge.plan.exercises)
    driver.click("exercise_sudden")
    dialog = driver.dialog
    driver.click("steps_keep", dialog)
    assert dialog._name.problem == "Give the exercise a name."

    driver.write("held_name", "Fire alarm <b>&amp;</b>")
    dialog.go(WHO)
    driver.write("people_others", "Ada")
    driver.click("steps_keep", dialog)

    (new,) = set(bridge.plan.exercises) - known
    assert bridge.plan.exercises[new].name == "Fire alarm <b>&amp;</b>"
    assert driver.page.programme.table.key == new


def test_an_exercise_that_was_held_opens_with_what_was_recorded(driver, bridge):
    driver.choose("exercises_table", "Ransomware on the ward network")
    assert (
        driver.find(type(driver.page.programme._record), "exercise_record")
        .text()
        .endswith("Open the record\u2026")
    )
    driver.click("exercise_record")
    dialog = driver.dialog
    dialog.go(WHO)
    driver.write("people_others", "Ada\nAda\n \nBob")
    driver.click("steps_keep", dialog)

    held = bridge.plan.exercises[RecordId("ransomware-2026")]
    assert held.attendees == ("Ada", "Bob")
    driver.click("exercise_record")
    again = driver.dialog
    assert again._people.names == ("Ada", "Bob")
    again.reject()


def test_a_finding_needs_words_and_a_record_that_is_there(driver, qtbot):
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    dialog = driver.dialog
    dialog.go(FOUND)
    driver.click("finding_add", dialog)
    finding = dialog._findings.dialog
    driver.write("statement_about", "Section: Moon", finding)
    driver.write("statement_due", "soon", finding)

    driver.click("statement_keep", finding)

    assert {name for name, field in finding.fields.items() if field.problem} == {
        "text",
        "about",
        "due",
    }
    driver.write("statement_text", "Slow", finding)
    driver.write("statement_about", "", finding)
    driver.write("statement_due", "", finding)
    driver.click("statement_keep", finding)
    assert [found.text for found in dialog._findings.found] == ["Slow"]
    assert dialog._findings.found[0].about == ""
    driver.click("finding_edit", dialog)
    driver.write("statement_text", "Far too slow", dialog._findings.dialog)
    driver.click("statement_keep", dialog._findings.dialog)
    assert driver.entries("findings_list_new") == ["Far too slow"]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog._findings.list.setFocus()
    QTest.keyClick(dialog._findings.list, Qt.Key.Key_Delete)
    assert dialog._findings.found == []
    dialog.reject()


def test_a_lesson_can_be_about_a_step_or_a_message(driver):
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    driver.dialog.go(FOUND)
    driver.click("finding_add", driver.dialog)
    box = driver.find(QComboBox, "statement_about", driver.dialog._findings.dialog)

    kinds = {box.itemText(at).partition(":")[0] for at in range(box.count())}

    assert {"Section", "Playbook", "Step", "Prepared message", "Role"} <= kinds
    driver.dialog._findings.dialog.reject()
    driver.dialog.reject()


@pytest.fixture
def minutes(driver, qtbot, tmp_path):
    """A file kept with an exercise."""
    made = tmp_path / "minutes.pdf"
    made.write_bytes(b"who, what, when")
    driver.choose("exercises_table", "Ransomware on the ward network")
    driver.click("exercise_record")
    driver.dialog.go(WHO)
    driver.write("people_others", "Ada")
    driver.dialog.go(FILES)
    files = driver.dialog.files
    with qtbot.waitSignal(files.measured):
        files.add([made, made])
    assert len(files.files) == 1
    files._inside.setChecked(True)
    driver.click("steps_keep", driver.dialog)
    return made


def test_a_file_is_kept_in_the_plan_if_that_is_wished(minutes, bridge):
    [kept] = bridge.plan.files.values()

    assert kept.inside
    assert bridge.open_plan.store.kept(kept.id) == minutes.read_bytes()


def test_a_file_is_told_from_one_that_was_changed(driver, minutes, qtbot, tmp_path):
    driver.click("exercise_record")
    files = driver.dialog.files
    assert driver.entries("files_list")[0].startswith("minutes.pdf\nRecorded 23 Nov 2026")
    driver.dialog.go(FILES)
    copy = minutes.rename(tmp_path / "copy.pdf")
    with qtbot.waitSignal(files.measured):
        files.check(copy)
    assert "byte for byte, the file recorded as minutes.pdf" in driver.text("files_said")
    copy.write_bytes(b"who, what, wher")
    with qtbot.waitSignal(files.measured):
        files.check(copy)
    assert driver.text("files_said").startswith("copy.pdf is none of the recorded files")
    with qtbot.waitSignal(files.measured):
        files.check(tmp_path / "gone.pdf")
    assert "There is no file" in driver.text("files_said")
    driver.dialog.reject()


@pytest.fixture
def files(driver, minutes):
    """The step of the files, over one that the plan keeps."""
    driver.click("exercise_record")
    driver.dialog.go(FILES)
    yield driver.dialog.files
    driver.dialog.reject()


def save_as(driver: Driver, files, path) -> str:
    """Choose the first file and save it; what is said of that."""
    files.list.setCurrentRow(0)
    driver.click("files_save")
    asking = files.findChild(QFileDialog, "kept_dialog")
    asking.fileSelected.emit(str(path))
    asking.reject()
    return driver.text("files_said")


def spoil_kept(file, statement: str) -> None:
    """Change what is kept behind the back of the program, and of the triggers."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'kept'"
        )
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount == 1


def test_a_kept_file_is_saved_out_again_byte_for_byte(driver, files, tmp_path):
    copy = tmp_path / "out" / "copy of minutes.pdf"
    copy.parent.mkdir()
    copy.write_bytes(b"something else, and longer than that")

    said = save_as(driver, files, copy)

    assert said == f"minutes.pdf was saved as {copy}."
    assert copy.read_bytes() == b"who, what, when"


def test_only_a_chosen_file_that_is_inside_can_be_saved(driver, files, qtbot, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("new")
    with qtbot.waitSignal(files.measured):
        files.add([other])

    states = []
    for row in (-1, 0, 1):
        files.list.setCurrentRow(row)
        states.append(driver.enabled("files_save"))

    assert driver.visible("files_save")
    assert states == [False, True, False]


def test_where_nothing_is_kept_inside_nothing_can_be_saved(driver):
    driver.choose("exercises_table", PLANNED)
    driver.click("exercise_record")
    driver.dialog.go(FILES)

    assert not driver.visible("files_save")
    driver.dialog.reject()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM kept", "The plan file does not hold minutes.pdf any more; "),
        ("UPDATE kept SET data = X'00'", "sample.irplan is damaged (a kept file was altered); "),
    ],
)
def test_a_kept_file_that_is_gone_or_altered_is_told(driver, files, tmp_path, statement, said):
    spoil_kept(tmp_path / "sample.irplan", statement)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(b"mine")

    told = save_as(driver, files, copy)

    assert told.startswith(said)
    assert told.count(". ") == 0
    assert copy.read_bytes() == b"mine"


def test_a_place_where_no_file_can_be_written_is_told(driver, files, tmp_path):
    said = save_as(driver, files, tmp_path / "nowhere" / "copy.pdf")

    assert said == (
        "copy.pdf could not be saved: its folder does not exist; choose another folder."
    )


def test_the_plan_is_never_replaced_by_what_it_keeps(driver, files, tmp_path, monkeypatch):
    plan = tmp_path / "sample.irplan"
    monkeypatch.setattr(driver.page._sources.desk, "path", plan)
    before = plan.read_bytes()
    link = tmp_path / "link.irplan"
    link.symlink_to(plan)

    for path in (plan, link):
        said = save_as(driver, files, path)
        assert said == "That is the plan itself; choose another name for the copy."

    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\a\n<b>.pdf", "C__a__b_.pdf"),
        ("Protokoll \u00fcber \u4f1a\u8bae.pdf", "Protokoll \u00fcber \u4f1a\u8bae.pdf"),
        (" .. ", "file"),
        ("", "file"),
    ],
)
def test_the_proposed_name_is_one_that_every_system_takes(name, taken):
    assert suggested(name) == taken


def test_a_file_that_belongs_elsewhere_is_refused_after_the_record(driver, bridge, qtbot, tmp_path):
    minutes = tmp_path / "minutes.pdf"
    minutes.write_bytes(b"who, what, when")
    for name in ("Ransomware on the ward network", PLANNED):
        driver.choose("exercises_table", name)
        driver.click("exercise_record")
        driver.dialog.go(WHO)
        driver.write("people_others", "Ada")
        with qtbot.waitSignal(driver.dialog.files.measured):
            driver.dialog.files.add([minutes])
        driver.click("steps_keep", driver.dialog)

    assert driver.page.banner.text.startswith("This very file is attached already")
    assert len(bridge.plan.files) == 1
    assert bridge.plan.exercises[KEY].state is ExerciseState.HELD


def test_files_are_dropped_onto_the_step(driver, minutes, qtbot, tmp_path):
    second = tmp_path / "attendance.csv"
    second.write_text("Ada")
    driver.click("exercise_record")
    files = driver.dialog.files
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(str(second)), QUrl.fromLocalFile(str(minutes)), QUrl("https://x.org/")]
    )
    where, none = QPointF(5, 5), Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(files.measured):
        files.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, dropped, none, keys))

    assert [file.name for _, file in files.files] == ["attendance.csv"]
    assert driver.text("files_said") == "That file is listed already."
    driver.dialog.reject()
