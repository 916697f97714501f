"""A whole review session, driven through the window as people do, over a real file."""

import hashlib
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Choice, Outcome, Verdict
from tests.ui.fakes import TODAY
from tests.ui.pages.reviews.driving import CTRL, Driver
from ui.dialogs.session.minutes_dialog import MinutesDialog
from ui.dialogs.session.stops import StopKind

CHOICES = (Choice.KEEP, Choice.ACTION, Choice.CHANGE, Choice.NOT_APPLICABLE)


@pytest.fixture
def plan_file(tmp_path: Path, sample_file: Path) -> Path:
    file = tmp_path / "ours.irplan"
    copyfile(sample_file, file)
    return file


@pytest.fixture
def driver(qtbot, window, desk, plan_file) -> Driver:
    """The window over a plan with a version, and changes since."""
    assert desk.open(plan_file)
    bridge = desk.bridge
    version = Version(RecordId("first"), "1.0", date(2025, 12, 1), "First")
    bridge.apply((put(bridge.plan, version),), "Version")
    assert bridge.flush()
    section = bridge.plan.sections[RecordId("escalation")]
    longer = replace(section, prose=f"{section.prose}\n\nThe night shift calls first.")
    bridge.apply((put(bridge.plan, longer),), "Text")
    assert bridge.flush()
    window.navigate("reviews")
    return Driver(qtbot, window)


@pytest.mark.qt_log_ignore("^This plugin does not support raise")  # offscreen
def test_a_session_is_held_from_its_start_to_the_minutes(
    qtbot, window, desk, plan_file, driver, tmp_path
):
    driver.start("Autumn & winter <review>", "Anna Keller", "Joan Ellery")
    driver.tick_present(0, 1, 2)
    driver.press(Qt.Key.Key_Right)
    keys = [item.key for item in driver.session.agenda]
    walk_through(driver, keys[: len(keys) // 2])
    pause_and_close(driver)

    assert desk.open(plan_file)
    window.navigate("reviews")
    resume(driver)
    walk_through(driver, [item.key for item in driver.session.agenda if item.choice is Choice.OPEN])
    assert driver.window.walk.here.kind is StopKind.CONTACTS
    call_everybody(driver)
    driver.press(Qt.Key.Key_PageDown)
    decide_freely(driver)
    driver.press(Qt.Key.Key_Return, CTRL)
    close(driver)
    make_minutes(qtbot, driver, tmp_path / "minutes")

    assert desk.close()
    assert desk.open(plan_file)
    check_records(desk.bridge.plan)
    check_files(desk.bridge, tmp_path / "minutes")


def pause_and_close(driver: Driver) -> None:
    """After twenty minutes people have to go."""
    for _ in range(240):
        driver.window.timer.add(5000)
    assert driver.text("session_time").startswith("0:20:0")
    driver.press(Qt.Key.Key_Escape)
    assert driver.page.sessions.window is None
    assert driver.main.desk.close()


def resume(driver: Driver) -> None:
    """It goes on where it was left."""
    assert driver.find(driver.page, QLabel, "next_review_day").text() == "Autumn & winter <review>"
    driver.resume()
    assert driver.window.timer.seconds >= 1200
    undecided = [item for item in driver.session.agenda if item.choice is Choice.OPEN]
    assert driver.item == undecided[0]


def walk_through(driver: Driver, keys: list[str]) -> None:
    """Decide each item, the four choices in turn; each leads on to the next stop."""
    for at, (key, choice) in enumerate(zip(keys, cycle(CHOICES), strict=False)):
        driver.go_on_to(key)
        driver.decide(choice, at)
        decided = next(item for item in driver.session.agenda if item.key == key)
        assert decided.choice is choice, key


def call_everybody(driver: Driver) -> None:
    """The first is mended, the second does not answer, all others do."""
    driver.press(Qt.Key.Key_2)
    record = driver.record()
    field = driver.find(record, QLineEdit, "record_title")
    field.selectAll()
    QTest.keyClicks(field, "Night manager")
    driver.close_record()
    driver.press(Qt.Key.Key_3)
    for _ in driver.session.contacts[2:]:
        driver.press(Qt.Key.Key_1)
    assert [call.outcome for call in driver.session.contacts[:3]] == [
        Outcome.CORRECTED,
        Outcome.NOT_REACHED,
        Outcome.CONFIRMED,
    ]


def decide_freely(driver: Driver) -> None:
    field = driver.find(driver.window, QLineEdit, "decision_text")
    assert field.hasFocus()
    QTest.keyClicks(field, "The retainer is extended")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert driver.text("decided_0") == "1.  The retainer is extended"


def close(driver: Driver) -> None:
    assert driver.window.walk.here.kind is StopKind.CLOSING
    window = driver.window
    driver.click(window, "closing_close")
    assert window.isVisible()  # no conclusion yet
    field = driver.find(window, QPlainTextEdit, "closing_conclusion")
    assert field.hasFocus()
    QTest.keyClicks(field, "Fit for purpose once the changes are approved.")
    day = driver.find(window, QLineEdit, "closing_next")
    QTest.keyClicks(day, "2027-11-22")
    driver.click(window, "closing_close")


def make_minutes(qtbot, driver: Driver, folder: Path) -> None:
    dialog = driver.dialog(MinutesDialog)
    field = driver.find(dialog, QLineEdit, "minutes_folder")
    field.clear()
    QTest.keyClicks(field, str(folder))
    driver.click(dialog, "minutes_start")
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "export_sha256_0") is not None, timeout=60_000)
    driver.click(dialog, "minutes_close")


def check_records(plan) -> None:
    (session,) = plan.sessions.values()
    assert session.title == "Autumn & winter <review>"
    assert (session.chair, session.secretary) == ("Anna Keller", "Joan Ellery")
    assert session.verdict is Verdict.NEW_VERSION
    assert session.closed_at is not None
    assert session.next_on == date(2027, 11, 22)
    assert session.seconds >= 1200
    assert [one.present for one in session.attendance].count(True) == 3
    assert "The retainer is extended" in session.decisions
    assert {item.choice for item in session.agenda} == set(CHOICES)
    given = [item for item in session.agenda if item.choice is Choice.ACTION]
    for item in given:
        action = plan.actions[item.action]
        assert (action.owner, action.due) == ("Sofia Lindqvist", date(2027, 1, 15))
    mended, silent, reached = session.contacts[:3]
    assert plan.people[mended.person].title == "Night manager"
    assert plan.people[mended.person].verified_on == TODAY
    assert plan.people[silent.person].verified_on != TODAY
    assert plan.people[reached.person].verified_on == TODAY


def check_files(bridge, folder: Path) -> None:
    files = sorted(folder.iterdir())
    assert [file.suffix for file in files] == [".docx", ".pdf"]
    (session,) = bridge.plan.sessions.values()
    kept = {one.id for one in bridge.plan.files.values() if one.about == f"sessions/{session.id}"}
    assert kept == {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    for sha256 in kept:
        data = bridge.open_plan.store.kept(sha256)
        assert hashlib.sha256(data).hexdigest() == sha256
