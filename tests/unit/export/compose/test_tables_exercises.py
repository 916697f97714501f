from datetime import date

import pytest

from app.domain.document.tree import Heading, Table
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.programme import Exercise, Inject
from app.export.compose.tables.exercises import exercise_kind, exercise_sheets
from tests.builders import plan_with, rid
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.reading import lines, rows


def test_a_sheet_tells_everything_the_conductor_needs():
    exercise = Exercise(
        rid("night"),
        "Night",
        "tabletop",
        date(2026, 3, 10),
        objectives=("Decide",),
        participants="Crisis team",
        scenario="It is night.\n\nNobody is there.",
        injects=(
            Inject("An alert", Duration(0, TimeUnit.MINUTES), "Recorded"),
            Inject("A note", Duration(15, TimeUnit.MINUTES)),
            Inject("A call"),
        ),
    )

    *told, injects = exercise_sheets(scribe(plan_with(exercise)))

    assert told[0] == Heading(3, "Night", "exercise:night")
    assert lines(told) == [
        "Night",
        "Kind: tabletop",
        "Date: 10 March 2026",
        "Players: Crisis team",
        "Objectives:",
        "Decide",
        "Scenario: It is night.",
        "Nobody is there.",
    ]
    assert isinstance(injects, Table)
    assert injects.anchor == "table:exercise.night"
    assert rows(injects) == [
        ("start", "An alert", "Recorded"),
        ("+ 15 minutes", "A note", ""),
        ("when it fits", "A call", ""),
    ]


def test_an_exercise_without_scenario_and_injects_needs_no_sheet():
    bare = Exercise(rid("a"), "Bare", "tabletop", objectives=("Decide",))
    only_injects = Exercise(rid("b"), "Injects", injects=(Inject("An alert"),))

    sheets = exercise_sheets(scribe(plan_with(bare, only_injects)))

    assert [getattr(block, "text", "") for block in sheets] == ["Injects", ""]
    assert exercise_sheets(scribe(plan_with())) == ()


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("call-tree", "call-tree test"), ("restore", "restore from backup"), ("Our own", "Our own")],
)
def test_a_kind_that_is_asked_for_is_said_in_words_and_any_other_as_written(kind, shown):
    assert exercise_kind(Exercise(rid("a"), "A", kind), ENGLISH) == shown
