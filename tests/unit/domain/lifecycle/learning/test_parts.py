from datetime import UTC, date, datetime

from app.domain.lifecycle.learning.parts import Part, parts, tryable
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation
from app.domain.plan.playbooks import Playbook
from app.domain.plan.practice import Trial
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.roles import Role
from app.domain.plan.sections import Section
from tests.builders import plan_with, rid

RECOVERY = Section(rid("recovery"), "Recovery")
TERMS = Section(rid("definitions"), "Definitions")
LEAK = Playbook(rid("leak"), "Data leak")
LEAD, SCRIBE = Role(rid("lead"), "Lead"), Role(rid("scribe"), "Scribe")


def held(key: str, on: date | None, *tried: str) -> Exercise:
    return Exercise(rid(key), key, on=on, state=ExerciseState.HELD, exercised=tried)


def test_what_should_be_tried_is_there_before_it_is():
    assert parts(plan_with(RECOVERY, TERMS, LEAK, LEAD)) == (
        Part(Kind.SECTION, rid("recovery"), "Recovery"),
        Part(Kind.PLAYBOOK, rid("leak"), "Data leak"),
    )


def test_whatever_was_tried_is_there_while_the_plan_has_it():
    drill = held("drill", date(2026, 5, 12), "sections/definitions", "roles/lead", "roles/gone")

    made = parts(plan_with(RECOVERY, TERMS, LEAD, SCRIBE, drill))

    assert [part.key for part in made] == [
        "sections/recovery",
        "sections/definitions",
        "roles/lead",
    ]
    assert [part.times for part in made] == [0, 1, 1]


def test_every_occasion_is_told_once():
    incident = Activation(
        rid("inc"), "INC", datetime(2026, 7, 1, tzinfo=UTC), exercised=("sections/recovery",)
    )
    twice = held("twice", date(2026, 2, 1), "sections/recovery", "sections/recovery")
    undated = held("undated", None, "sections/recovery")

    [part] = parts(plan_with(RECOVERY, twice, undated, incident))

    assert [trial.name for trial in part.trials] == ["undated", "twice", "INC"]
    assert part.trials[-1] == Trial(
        "activations/inc", "INC", date(2026, 7, 1), ("sections/recovery",), real=True
    )
    assert part.last == date(2026, 7, 1)


def test_a_section_that_does_not_apply_is_not_expected():
    gone = Section(rid("recovery"), "Recovery", not_applicable="Nothing to recover")

    assert parts(plan_with(gone)) == ()


def test_anything_that_guides_people_can_be_tried():
    made = tryable(plan_with(RECOVERY, TERMS, LEAK, LEAD, held("d", None, "roles/lead")))

    assert [(part.name, part.times) for part in made] == [
        ("Recovery", 0),
        ("Definitions", 0),
        ("Data leak", 0),
        ("Lead", 1),
    ]
