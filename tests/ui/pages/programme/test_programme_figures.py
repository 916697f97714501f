"""Figures and requirements of the tables of the programme."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.programme import (
    Exercise,
    ExerciseState,
    LogSource,
    Metric,
    Resource,
    RoadmapItem,
    TrainingItem,
)
from app.domain.plan.records import Records
from tests.ui.fakes import small_plan
from ui.pages.programme.asked_for import Demand, demand_text
from ui.pages.programme.figures import Sense, figures

TODAY = date(2026, 11, 23)
HELD = ExerciseState.HELD


def key(at):
    return RecordId(str(at))


def numbered(kind, *values):
    made = (kind(key(at), *rest) for at, rest in enumerate(values))
    return Records(made)


EXERCISES = numbered(
    Exercise,
    ("a year and a day ago", "", date(2025, 11, 22), HELD),
    ("a year ago", "", date(2025, 11, 23), HELD),
    ("this year", "", date(2025, 11, 24), HELD),
    ("undated", "", None, HELD),
    ("late", "", date(2026, 11, 22)),
    ("today", "", TODAY),
    ("someday",),
)


@pytest.mark.parametrize(
    ("table", "records", "said"),
    [
        (
            "exercises",
            EXERCISES,
            [
                ("1 held in the last 12 months", "2"),
                ("1 planned for a day that has passed", "4"),
                ("1 planned without a date", "6"),
            ],
        ),
        (
            "roadmap",
            numbered(RoadmapItem, ("a", date(2026, 11, 22)), ("b", TODAY), ("c",)),
            [("1 past its day", "0"), ("1 without a day", "2")],
        ),
        (
            "metrics",
            numbered(Metric, ("a",), ("b", "", " "), ("c", "", "5", "Ada")),
            [("2 have no target", "01"), ("2 are reported by nobody", "01")],
        ),
        (
            "training",
            numbered(TrainingItem, ("a", "b", "yearly"), ("c", "d", "", "Ada")),
            [("1 does not say how often", "1"), ("1 has no owner", "0")],
        ),
        (
            "actions",
            numbered(
                Action,
                ("a", "", date(2026, 1, 1)),
                ("b",),
                ("c", "", date(2026, 1, 1), ActionState.DONE),
            ),
            [("1 overdue", "0"), ("2 open", "01")],
        ),
        (
            "log_sources",
            numbered(LogSource, ("a",), ("b", "", "", Duration(1, TimeUnit.DAYS))),
            [("1 does not say how long it is kept", "0")],
        ),
        ("resources", numbered(Resource, ("a",), ("b", "", "Ada")), [("1 has no owner", "0")]),
        ("terms", Records(), []),
        ("exercises", Records(), []),
    ],
)
def test_what_is_counted(qapp, table, records, said):
    plan = replace(small_plan(), **{table: records})

    found = figures(plan, Kind(table), TODAY)

    assert [(figure.text, "".join(figure.keys)) for figure in found] == said


def test_on_a_leap_day_the_year_begins_on_the_28th(qapp):
    held = numbered(Exercise, ("a", "", date(2027, 2, 28), HELD), ("b", "", date(2027, 3, 1), HELD))
    plan = replace(small_plan(), exercises=held)

    found = figures(plan, Kind.EXERCISE, date(2028, 2, 29))

    assert [(figure.keys, figure.sense) for figure in found] == [(("1",), Sense.GOOD)]


def demand(name, framework="ISO", *, lacking=False):
    return Demand(RecordId(name), framework, name, lacking)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), ""),
        ((demand("9.1"),), "1 requirement looks at this table: ISO 9.1."),
        (
            (demand("1"), demand("2"), demand("3", "NIST"), demand("4")),
            "4 requirements look at this table: ISO 1, 2, NIST 3 and 1 more.",
        ),
        (
            (demand("1", lacking=True), demand("2")),
            "1 requirement misses something here: ISO 1.",
        ),
    ],
)
def test_who_asks_is_said_in_a_sentence(qapp, found, said):
    assert demand_text(found) == said
