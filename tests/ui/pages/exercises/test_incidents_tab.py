"""The use of the plan in incidents."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QDialog, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import Activation
from tests.ui.pages.exercises.driving import INCIDENTS
from ui.pages.exercises.recording.used_dialog import WHEN

INCIDENT = Activation(
    RecordId("inc-7"),
    "INC-7 <b>",
    datetime(2026, 11, 2, 3, 30, tzinfo=UTC),
    exercised=("sections/recovery", "sections/gone"),
)


def test_an_empty_register_says_what_to_record(driver):
    driver.turn_to(INCIDENTS)

    assert driver.text("incidents_empty").startswith("No use of the plan is recorded.")
    assert driver.visible("incident_add")
    assert not driver.visible("incident_edit")


def test_an_incident_is_recorded_on_the_organisations_clocks(driver, bridge):
    driver.turn_to(INCIDENTS)
    driver.click("incident_add")
    dialog = driver.dialog
    driver.write("used_name", "INC-2026-014")
    driver.write("used_began", "2026-07-03 08:20")
    driver.write("used_ended", "2026-07-03 18:20 +02:00")
    driver.write("used_summary", "A mailbox.")
    driver.write("used_followed", "Counsel first.")
    driver.write("people_others", "Ada")
    driver.tick("parts_list", "Section: Escalation")
    driver.click("steps_keep", dialog)

    [made] = bridge.plan.activations.values()
    assert made.id == "inc-2026-014"
    assert made.started_at == datetime(2026, 7, 3, 7, 20, tzinfo=UTC)
    assert made.ended_at == datetime(2026, 7, 3, 16, 20, tzinfo=UTC)
    assert (made.summary, made.followed) == ("A mailbox.", "Counsel first.")
    assert made.attendees == ("Ada",)
    assert made.exercised == ("sections/escalation",)
    assert driver.rows("incidents_table")[0][0] == "INC-2026-014"
    assert driver.page.tabs.tabText(INCIDENTS) == "Incidents 1"


def test_what_cannot_be_is_refused_at_its_field(driver, bridge):
    driver.turn_to(INCIDENTS)
    driver.click("incident_add")
    dialog = driver.dialog
    steps = (
        ("used_name", "", dialog._name, "Name the incident."),
        ("used_name", "INC", dialog._began, "Say when the plan was activated."),
        ("used_began", "yesterday", dialog._began, "Enter a day and a time"),
        ("used_began", "2030-01-01 10:00", dialog._began, "This lies ahead"),
        ("used_began", "2026-11-02 10:00", None, ""),
        ("used_ended", "2026-11-02 09:00", dialog._ended, "It cannot end before it began."),
        ("used_ended", "2030-11-02 09:00", dialog._ended, "This lies ahead"),
    )
    for name, typed, field, said in steps:
        driver.write(name, typed)
        if field is None:
            continue
        dialog.go(3)
        driver.click("steps_keep", dialog)

        assert field.problem.startswith(said), (name, typed)
        assert dialog.list.currentRow() == WHEN
    assert not bridge.plan.activations
    dialog.reject()


def test_a_record_is_edited_and_keeps_what_is_gone(driver, bridge):
    bridge.apply((put(bridge.plan, INCIDENT),), "Add")
    driver.turn_to(INCIDENTS)
    driver.choose("incidents_table", INCIDENT.name)
    driver.click("incident_edit")
    driver.write("used_owner", "Ada Byron")
    driver.click("steps_keep", driver.dialog)

    made = bridge.plan.activations[INCIDENT.id]
    assert made.owner == "Ada Byron"
    assert made.exercised == INCIDENT.exercised
    assert made.started_at == INCIDENT.started_at


def test_a_record_is_removed_only_when_that_is_confirmed(driver, bridge):
    bridge.apply((put(bridge.plan, INCIDENT),), "Add")
    driver.turn_to(INCIDENTS)
    driver.choose("incidents_table", INCIDENT.name)
    driver.click("incident_remove")
    driver.dialog.reject()
    assert INCIDENT.id in bridge.plan.activations

    driver.click("incident_remove")
    question = driver.page.findChildren(QDialog, "question_dialog")[-1]
    question.findChild(QPushButton, f"answer_{INCIDENT.id}").click()

    assert not bridge.plan.activations
    bridge.undo()
    assert bridge.plan.activations[INCIDENT.id] == INCIDENT
