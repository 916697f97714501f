"""The page as a whole: heat map, evidence, read-only plans, places it is led to."""

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QWidget

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation, Lesson
from app.services.learning.holding import Held, hold
from tests.ui.fakes import NOW, TODAY
from tests.ui.pages.exercises.conftest import opened
from tests.ui.pages.exercises.driving import EXERCISES, HEAT, INCIDENTS, LESSONS
from ui.pages.exercises.page import ExercisesPage

KEY = RecordId("ransomware-2026")


def try_out(bridge, *parts: str) -> None:
    exercise = bridge.plan.exercises[KEY]
    bridge.apply(hold(bridge.plan, exercise, Held(TODAY, ("Ada",), exercised=parts)), "Hold")


def test_a_plan_just_begun_says_what_to_do_on_every_tab(show, begun):
    driver = show(begun)

    assert driver.text("exercises_empty").startswith("No exercise is planned or held.")
    driver.turn_to(INCIDENTS)
    assert driver.text("incidents_empty")
    driver.turn_to(HEAT)
    assert driver.text("heat_said").startswith("Nothing is known to have been tried out yet.")
    assert {row[1] for row in driver.rows("heat_table")} == {"Never"}


def test_the_heat_map_says_in_words_what_its_colours_say(driver, bridge):
    try_out(bridge, "sections/recovery", "playbooks/ransomware")
    incident = Activation(RecordId("inc"), "INC-7", exercised=("sections/recovery",))
    bridge.apply((put(bridge.plan, incident),), "Add")
    driver.turn_to(HEAT)

    rows = {row[0]: row[1:] for row in driver.rows("heat_table")}
    assert rows["Recovery"][0] == "2 times, last 23 Nov 2026"
    assert rows["Recovery"][-1] == "1"
    assert rows["Containment"] == ["Never", *["\N{EN DASH}"] * 6]
    assert driver.text("heat_said").startswith("22 of 24 parts were never tried out.")


def test_enter_leads_to_the_part_that_is_chosen(driver, bridge, qtbot):
    driver.turn_to(HEAT)
    table = driver.page.heat.table
    for key, target in (
        ("sections/recovery", "section:recovery"),
        ("playbooks/ransomware", "record:playbooks:ransomware"),
    ):
        table.choose(key)
        with qtbot.waitSignal(driver.page.navigate) as asked:
            QTest.keyClick(table, Qt.Key.Key_Return)
        assert asked.args == [target]


def test_a_recorded_exercise_is_offered_as_evidence_and_nothing_is_ticked(driver, bridge):
    driver.page._offer(f"exercises/{KEY}", "")
    assert "ask for exercises and have no evidence on file" in driver.page.banner.text
    driver.click("exercises_banner_action")
    dialog = driver.dialog
    known = set(bridge.plan.evidence)

    driver.click("statement_keep", dialog)

    assert dialog.fields["requirements"].problem == "Tick at least one requirement."
    assert set(bridge.plan.evidence) == known
    found = driver.find(QListWidget, "requirements_list", dialog)
    first = found.item(0).text()
    driver.tick("requirements_list", first)
    owner = dialog.fields["owner"].entry
    owner.setEditText("Priya Raman")
    driver.click("statement_keep", dialog)
    record = bridge.plan.evidence[RecordId(f"exercises.{KEY}")]
    assert record.complete
    assert len(record.requirements) == 1
    assert driver.page.banner.text == "Filed as evidence of 1 requirement."


def test_only_what_took_place_is_evidence(driver):
    driver.choose("exercises_table", "Takeover of an executive mailbox")
    assert not driver.enabled("exercise_evidence")

    driver.choose("exercises_table", "Ransomware on the ward network")
    assert driver.enabled("exercise_evidence")


@pytest.mark.parametrize(
    ("began", "said"),
    [
        (None, "State first on which day it took place."),
        (NOW, "No requirement of the chosen frameworks asks for exercises."),
    ],
)
def test_why_nothing_can_be_filed_is_said(driver, bridge, began, said):
    plan = bridge.plan
    incident = Activation(RecordId("inc"), "INC-7", began)
    none_chosen = replace(plan.profile, frameworks=())
    bridge.apply((put(plan, incident), put(plan, none_chosen)), "Add")

    driver.page._ask_for_evidence("activations/inc")

    assert driver.page.dialog is None
    assert driver.page.banner.text == said


@pytest.fixture
def locked(host, shop, tmp_path: Path, sample_file: Path):
    file = Path(copyfile(sample_file, tmp_path / "locked.irplan"))
    yield from opened(host, shop, file, read_only=True)


def test_a_plan_that_cannot_be_changed_is_only_shown(show, locked):
    driver = show(locked)

    for name in ("exercise_add", "exercise_sudden", "exercise_remove", "exercise_evidence"):
        assert not driver.visible(name)
    driver.choose("exercises_table", "Ransomware on the ward network")
    driver.click("exercise_record")
    assert not driver.find(QWidget, "steps_keep", driver.dialog).isVisible()
    driver.dialog.reject()
    driver.turn_to(LESSONS)
    assert not driver.visible("lesson_add")


@pytest.mark.parametrize(
    ("kind", "key", "tab"),
    [(Kind.EXERCISE, KEY, EXERCISES), (Kind.LESSON, "les", LESSONS)],
)
def test_a_record_is_brought_into_view(driver, bridge, kind, key, tab):
    bridge.apply((put(bridge.plan, Lesson(RecordId("les"), "Slow")),), "Add")
    driver.turn_to(HEAT)

    driver.page.reveal(kind, RecordId(key))

    assert driver.page.tabs.currentIndex() == tab
    assert driver.page.tabs.currentWidget().table.key == key


def test_a_finding_about_a_lesson_leads_here(window, desk, sample_file, tmp_path):
    desk.open(Path(copyfile(sample_file, tmp_path / "plan.irplan")))
    bridge = desk.bridge
    late = Lesson(RecordId("les"), "Slow", due=TODAY.replace(year=2025))
    bridge.apply((put(bridge.plan, late),), "Add")
    [finding] = [item for item in bridge.judgement.findings() if item.code == "lesson.overdue"]

    window.navigate(f"finding:{finding.key}")

    page = window.findChild(ExercisesPage)
    assert page.isVisible()
    assert page.lessons.table.key == "les"


def test_every_control_has_a_name_for_those_who_do_not_see_it(driver):
    nameless = [
        widget.objectName() or widget.metaObject().className()
        for kind in (QAbstractButton, QLineEdit, QListWidget)
        for widget in driver.page.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName()
    ]

    assert nameless == []
