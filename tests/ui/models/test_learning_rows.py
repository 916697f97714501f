"""Exercises, incidents, lessons and the heat map as rows of tables."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.lifecycle.learning.heat import heat
from app.domain.plan.acts import KeptFile
from app.domain.plan.lessons import Activation, Lesson, LessonState
from app.domain.plan.programme import EXERCISE_KINDS, Exercise, ExerciseState
from app.domain.plan.sections import Section
from tests.builders import NOON, plan_with, rid
from ui.models.activation_rows import activation_row
from ui.models.exercise_rows import exercise_row, kind_text
from ui.models.heat_rows import heat_headings, heat_row
from ui.models.lesson_rows import lesson_row

TODAY = date(2026, 11, 22)
RECOVERY = Section(rid("recovery"), "Recovery")
HELD = Exercise(rid("a"), "Drill", "tabletop", date(2026, 5, 1), ExerciseState.HELD)


def said(row) -> list[str]:
    return [cell.said for cell in row.cells]


def test_an_exercise_says_what_is_missing():
    assert said(exercise_row(plan_with(), HELD)) == [
        "Drill. Tabletop",
        "1 May 2026",
        "Held",
        "Nothing recorded",
    ]
    planned = Exercise(rid("b"), "Later")
    assert said(exercise_row(plan_with(), planned)) == ["Later", "No date yet", "Planned", ""]


def test_an_exercise_counts_what_belongs_to_it():
    plan = plan_with(
        Lesson(rid("l"), "Slow", "exercises/a"),
        KeptFile(rid("0" * 64), "a", 1, "exercises/a", "", NOON),
        KeptFile(rid("1" * 64), "b", 1, "exercises/a", "", NOON),
    )
    told = replace(HELD, attendees=("Ada",), findings=("Slow", "Dark"))

    assert said(exercise_row(plan, told))[2:] == [
        "Held. 1 attended",
        "Slow; Dark. 1 lesson, 2 files",
    ]
    long = replace(HELD, results="word " * 100)
    assert len(exercise_row(plan, long).cells[-1].text) == 160


def test_an_incident_says_when_it_was():
    began = datetime(2026, 11, 2, 3, 30, tzinfo=UTC)
    bare = Activation(rid("i"), "INC")

    assert said(activation_row(plan_with(), bare)) == [
        "INC",
        "No time stated",
        "Not stated",
        "Nowhere",
    ]
    going = activation_row(plan_with(), replace(bare, started_at=began))
    assert going.cells[1].below == "still going on"
    over = activation_row(plan_with(), replace(bare, started_at=began, ended_at=began))
    assert over.cells[1].said == "Mon 2026-11-02 03:30 UTC. until Mon 2026-11-02 03:30 UTC"


@pytest.mark.parametrize(
    ("lesson", "cells"),
    [
        (
            Lesson(rid("l"), "Slow\nindeed"),
            ["Slow indeed", "The whole plan", "Nobody", "Waits for a decision"],
        ),
        (
            Lesson(
                rid("l"),
                "Slow",
                "exercises/a",
                "sections/recovery",
                "Be fast.",
                "Ada",
                TODAY,
                LessonState.ADOPTED,
                "Done.",
            ),
            [
                "Slow. Found in Exercise: Drill",
                "Section: Recovery. Text proposed",
                "Ada. by 22 Nov 2026",
                "Adopted. Done",
            ],
        ),
        (
            Lesson(rid("l"), "Slow", owner="Ada", due=date(2026, 11, 21)),
            ["Slow", "The whole plan", "Ada. by 21 Nov 2026, overdue", "Waits for a decision"],
        ),
        (
            Lesson(rid("l"), "Slow", state=LessonState.REJECTED, decision="No."),
            ["Slow", "The whole plan", "", "Rejected. No"],
        ),
    ],
)
def test_a_lesson_says_where_it_stands(lesson, cells):
    assert said(lesson_row(plan_with(RECOVERY, HELD), lesson, TODAY)) == cells


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        ([], "Never", "danger"),
        ([date(2026, 11, 1)], "Once, last 1 Nov 2026. Drill", "success"),
        (
            [date(2024, 1, 1), date(2025, 1, 1)],
            "2 times, last 1 Jan 2025: long ago. Drill",
            "warning",
        ),
        ([None], "Once, no day stated. Drill", "warning"),
    ],
)
def test_the_heat_map_never_speaks_in_colour_alone(days, words, tone):
    held = [
        replace(HELD, id=rid(f"e-{at}"), on=on, exercised=("sections/recovery",))
        for at, on in enumerate(days)
    ]
    made = heat(plan_with(RECOVERY, *held), TODAY)

    row = heat_row(made.rows[0], begun=True)

    assert row.cells[1].said == words
    assert row.cells[1].tone == tone
    assert row.cells[1].picture
    assert len(row.cells) == len(heat_headings(made)) == 8


def test_often_is_told_from_once_by_the_number():
    twice = [
        replace(
            HELD, id=rid(f"e-{at}"), on=date(2026, 11, at + 1), exercised=("sections/recovery",)
        )
        for at in range(2)
    ]
    row = heat_row(heat(plan_with(RECOVERY, *twice), TODAY).rows[0], begun=True)

    assert (row.cells[-1].text, row.cells[-1].strong) == ("2", True)
    assert row.cells[-2].text == "\N{EN DASH}"


def test_never_is_no_alarm_before_anything_began():
    row = heat_row(heat(plan_with(RECOVERY), TODAY).rows[0], begun=False)

    assert (row.cells[1].text, row.cells[1].tone) == ("Never", "text2")


def test_every_kind_that_plans_are_asked_for_has_words():
    assert all(kind_text(kind) not in EXERCISE_KINDS for kind in EXERCISE_KINDS)
    assert kind_text("Evening walk") == "Evening walk"
