from dataclasses import replace
from datetime import date

import pytest

from app.domain.judgement.findings import Weight
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation, Lesson, LessonState
from app.domain.plan.playbooks import Playbook
from app.domain.plan.programme import Exercise, ExerciseState
from tests.builders import rid
from tests.unit.domain.judgement.subjects import TODAY, found, text

LESSON = Lesson(rid("les"), "Nobody had the number.", due=date(2026, 11, 20))
HELD = Exercise(rid("ex"), "Table-top", on=TODAY, state=ExerciseState.HELD)
LEAK, RANSOM = Playbook(rid("leak"), "Data leak"), Playbook(rid("ransom"), "Ransomware")


def test_a_lesson_past_its_day_is_overdue():
    [finding] = found("lesson.overdue", LESSON)

    assert (finding.kind, finding.record, finding.section) == (Kind.LESSON, "les", "exercises")
    assert finding.weight is Weight.WARN
    assert finding.reason == "A lesson was to be decided on by 20 November 2026 and is still open."
    assert not found("lesson.overdue", replace(LESSON, due=TODAY))
    assert not found("lesson.overdue", replace(LESSON, due=None))
    assert not found("lesson.overdue", replace(LESSON, state=LessonState.REJECTED))


def test_an_exercise_that_was_held_says_what_it_showed():
    [finding] = found("exercise.no-results", HELD)

    assert (finding.kind, finding.record) == (Kind.EXERCISE, "ex")
    assert found("exercise.no-results", replace(HELD, findings=(" ",), results="\n"))
    assert not found("exercise.no-results", replace(HELD, results="All went well."))
    assert not found("exercise.no-results", replace(HELD, findings=("No script",)))
    assert not found("exercise.no-results", replace(HELD, state=ExerciseState.PLANNED))


@pytest.mark.parametrize(
    "tried",
    [
        replace(HELD, exercised=("playbooks/leak",)),
        Activation(rid("inc"), "INC-7", exercised=("playbooks/leak",)),
    ],
)
def test_a_playbook_never_used_is_named_once_it_is_known_what_was(tried):
    findings = found("playbook.untried", LEAK, RANSOM, tried)

    assert [item.record for item in findings] == ["ransom"]
    assert findings[0].weight is Weight.HINT


@pytest.mark.parametrize(
    "silent",
    [
        HELD,
        replace(HELD, exercised=("playbooks/leak",), state=ExerciseState.PLANNED),
        Activation(rid("inc"), "INC-7"),
    ],
)
def test_nothing_is_said_while_nobody_recorded_what_was_tried(silent):
    assert not found("playbook.untried", LEAK, RANSOM, silent)
    assert not found("section.untried", text("recovery"), silent)


def test_sections_never_tried_are_counted_in_one_sentence():
    tried = replace(HELD, exercised=("sections/recovery",))
    sections = [text(key) for key in ("recovery", "purpose", "roles", "contacts")]

    [finding] = found("section.untried", *sections, tried)

    assert (finding.record, finding.section) == ("exercises", "exercises")
    assert finding.reason == "No exercise and no incident has tried out “Roles” and “Contacts”."


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("roles",), "“Roles”"),
        (("roles", "authority", "contacts"), "“Roles”, “Authority” and “Contacts”"),
        (
            ("roles", "authority", "contacts", "escalation"),
            "“Roles”, “Authority”, “Contacts” and 1 more section",
        ),
        (
            ("roles", "authority", "contacts", "escalation", "eradication"),
            "“Roles”, “Authority”, “Contacts” and 2 more sections",
        ),
    ],
)
def test_a_sentence_names_three_sections_at_most(keys, told):
    tried = replace(HELD, exercised=("playbooks/leak",))

    [finding] = found("section.untried", *map(text, keys), tried)

    assert finding.reason == f"No exercise and no incident has tried out {told}."


def test_all_tried_is_nothing_to_say():
    tried = replace(HELD, exercised=("sections/recovery", "playbooks/leak"))

    assert not found("section.untried", text("recovery"), LEAK, tried)
    assert not found("playbook.untried", text("recovery"), LEAK, tried)
