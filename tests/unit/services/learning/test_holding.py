from datetime import date

from app.domain.plan.changes import apply
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise, ExerciseState, Inject
from app.services.learning.faults import Fault
from app.services.learning.found import Found, from_source
from app.services.learning.holding import Held, faults, hold
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 22)
PLANNED = Exercise(
    rid("drill"),
    "Ransomware at night",
    "tabletop",
    date(2026, 11, 30),
    objectives=("Decide within an hour", "Reach everybody"),
    participants="The crisis team",
    owner="Ada",
    scenario="It is night.",
    injects=(Inject("An alert"),),
)
HELD = Held(
    date(2026, 11, 20),
    ("Ada Bell", "Bob Ray"),
    ("Decide within an hour",),
    ("sections/recovery", "playbooks/ransomware"),
    "Went well.",
    (Found("No script", "sections/communications", owner="Bob Ray"),),
)


def test_a_planned_exercise_is_recorded_as_held():
    plan = plan_with(PLANNED)

    after = apply(plan, hold(plan, PLANNED, HELD))

    recorded = after.exercises[PLANNED.id]
    assert recorded.state is ExerciseState.HELD
    assert recorded.on == date(2026, 11, 20)
    assert recorded.attendees == ("Ada Bell", "Bob Ray")
    assert recorded.reached == ("Decide within an hour",)
    assert recorded.exercised == ("sections/recovery", "playbooks/ransomware")
    assert recorded.results == "Went well."
    assert recorded.findings == ("No script",)
    assert (recorded.participants, recorded.scenario, recorded.injects) == (
        PLANNED.participants,
        PLANNED.scenario,
        PLANNED.injects,
    )
    [lesson] = from_source(after, "exercises/drill")
    assert (lesson.text, lesson.about, lesson.owner) == (
        "No script",
        "sections/communications",
        "Bob Ray",
    )


def test_an_exercise_that_nobody_planned_is_added():
    plan = Plan(rid("plan"))
    new = Exercise(rid("sudden"), "Call out")

    after = apply(plan, hold(plan, new, HELD))

    assert after.exercises[new.id].participants == "Ada Bell, Bob Ray"


def test_recording_again_replaces_what_was_said_and_keeps_what_was_found():
    plan = plan_with(PLANNED)
    once = apply(plan, hold(plan, PLANNED, HELD))
    later = Held(date(2026, 11, 21), ("Ada Bell",), found=(Found("No light"), Found("No script")))

    twice = apply(once, hold(once, once.exercises[PLANNED.id], later))

    recorded = twice.exercises[PLANNED.id]
    assert (recorded.on, recorded.attendees, recorded.reached) == (
        date(2026, 11, 21),
        ("Ada Bell",),
        (),
    )
    assert recorded.findings == ("No script", "No light")
    assert [one.text for one in twice.lessons.values()] == ["No script", "No light"]


def test_a_record_needs_a_day_that_has_come_and_somebody_who_was_there():
    assert faults(HELD, TODAY) == {}
    assert faults(Held(None, (" ",)), TODAY) == {"on": Fault.BLANK, "attendees": Fault.BLANK}
    assert faults(Held(date(2026, 11, 23), ("Ada",)), TODAY) == {"on": Fault.AHEAD}
