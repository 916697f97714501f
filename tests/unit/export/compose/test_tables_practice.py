from datetime import UTC, date, datetime

from app.domain.document.tree import Tone
from app.domain.plan.lessons import Activation
from app.domain.plan.playbooks import Playbook
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.roles import Role
from app.domain.plan.sections import Section
from app.export.compose.tables.practice import practice
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import only_table, rows

RECOVERY, CONTACTS = Section(rid("recovery"), "Recovery"), Section(rid("contacts"), "Contacts")
LEAK = Playbook(rid("leak"), "Data leak")


def held(on: date | None, *tried: str) -> Exercise:
    return Exercise(rid("drill"), "Drill", on=on, state=ExerciseState.HELD, exercised=tried)


def test_each_part_tells_how_often_and_when_last():
    incident = Activation(
        rid("inc"), "INC-7", datetime(2026, 5, 12, tzinfo=UTC), exercised=("sections/recovery",)
    )
    tried = held(date(2026, 3, 1), "sections/recovery", "playbooks/leak", "roles/lead")
    plan = plan_with(RECOVERY, CONTACTS, LEAK, Role(rid("lead"), "Lead"), tried, incident)

    table = only_table(practice(scribe(plan)))

    assert rows(table) == [
        ("Section: Recovery", "2", "12 May 2026\nIncident: INC-7"),
        ("Section: Contacts", "never", ""),
        ("Playbook: Data leak", "1", "1 March 2026\nExercise: Drill"),
        ("Role: Lead", "1", "1 March 2026\nExercise: Drill"),
    ]
    assert [row[1].tone for row in table.rows] == [
        Tone.NEUTRAL,
        Tone.WARN,
        Tone.NEUTRAL,
        Tone.NEUTRAL,
    ]


def test_an_exercise_without_a_day_is_named_all_the_same():
    plan = plan_with(RECOVERY, held(None, "sections/recovery"))

    assert rows(only_table(practice(scribe(plan)))) == [
        ("Section: Recovery", "1", "Exercise: Drill")
    ]


def test_nothing_is_told_until_something_was_tried():
    assert practice(scribe(plan_with(RECOVERY, LEAK, held(date(2026, 3, 1))))) == ()
