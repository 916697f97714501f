from datetime import UTC, date, datetime
from typing import Any

from app.cli.exercise_report import exercise_lines, exercises_data, heat_data, heat_lines
from app.domain.lifecycle.learning.heat import heat
from app.domain.plan.acts import KeptFile
from app.domain.plan.lessons import Activation, Lesson
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sections import Section
from tests.builders import NOON, plan_with, rid

TODAY = date(2026, 11, 22)
RECOVERY = Section(rid("recovery"), "Recovery\x1b[2J")


def held(key: str, on: date | None, *tried: str, **fields) -> Exercise:
    return Exercise(
        rid(key), key.title(), on=on, state=ExerciseState.HELD, exercised=tried, **fields
    )


def test_a_line_counts_what_belongs_to_an_exercise():
    plan = plan_with(
        Exercise(rid("b"), "Later\nby far"),
        held("a", date(2026, 5, 1), attendees=("Ada", "Bob")),
        Lesson(rid("l"), "No light", "exercises/a"),
        KeptFile(rid("0" * 64), "a.pdf", 1, "exercises/a", "Ada", NOON),
        KeptFile(rid("1" * 64), "b.pdf", 1, "exercises/a", "Ada", NOON),
    )

    assert list(exercise_lines(plan)) == [
        "2026-05-01  held     a  A (2 attended, 1 lesson, 2 files)",
        "no day      planned  b  Later by far",
    ]
    data: dict[str, Any] = exercises_data(plan)
    assert [item["id"] for item in data["exercises"]] == ["a", "b"]


def said(*exercises: Exercise | Activation) -> str:
    [line] = heat_lines(heat(plan_with(RECOVERY, *exercises), TODAY))
    assert "\x1b" not in line
    return line.split("  ")[0]


def test_the_heat_map_is_told_in_words():
    long_ago = held("a", date(2024, 5, 1), "sections/recovery")
    incident = Activation(
        rid("i"), "INC", datetime(2026, 5, 1, tzinfo=UTC), exercised=("sections/recovery",)
    )

    assert said() == "never"
    assert said(long_ago) == "once, last on 2024-05-01, long ago"
    assert said(long_ago, incident) == "2 times, last on 2026-05-01"
    assert said(held("a", None, "sections/recovery")) == "once, no day stated"
    assert list(heat_lines(heat(plan_with(), TODAY))) == [
        "The plan has no part that can be tried out."
    ]


def test_programs_learn_where_each_time_was():
    incident = Activation(rid("i"), "INC", exercised=("sections/recovery",))

    data: dict[str, Any] = heat_data(heat(plan_with(RECOVERY, incident), TODAY))
    [part] = data["parts"]

    assert part["warmth"] == "long-ago"
    assert part["occasions"] == [
        {"source": "activations/i", "name": "INC", "on": None, "incident": True}
    ]
