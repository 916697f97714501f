from datetime import date

import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    ExerciseState,
    LogSource,
    Metric,
    RelatedDocument,
    RoadmapItem,
    Term,
    TrainingItem,
)
from app.export.compose.tables import programme
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, only_table, rows


@pytest.mark.parametrize(
    ("present", "records", "shown"),
    [
        (
            programme.terms,
            [Term(rid("a"), "Event", "Something", "ISO"), Term(rid("b"), "Alert", "")],
            [("Event", "Something", "ISO"), ("Alert", GAP, "")],
        ),
        (
            programme.log_sources,
            [
                LogSource(rid("a"), "Mail", "Who", "IT", Duration(12, TimeUnit.MONTHS)),
                LogSource(rid("b"), "Proxy"),
            ],
            [("Mail", "Who", "IT", "12 months"), ("Proxy", "", GAP, GAP)],
        ),
        (
            programme.metrics,
            [
                Metric(rid("a"), "Time", "From to", "1 hour", "CISO", "monthly", "b - a", "hours"),
                Metric(rid("b"), "Count"),
            ],
            [
                (
                    "Time",
                    "From to\nFormula: b - a\nUnit: hours",
                    "1 hour",
                    "CISO\nmonthly",
                ),
                ("Count", "", GAP, ""),
            ],
        ),
        (
            programme.training,
            [
                TrainingItem(rid("a"), "Staff", "Phishing", "yearly", "HR"),
                TrainingItem(rid("b"), "Board", "Duties"),
            ],
            [("Staff", "Phishing", "yearly", "HR"), ("Board", "Duties", GAP, "")],
        ),
        (
            programme.roadmap,
            [
                RoadmapItem(rid("a"), "Logs", date(2027, 1, 2), "IT", "Share"),
                RoadmapItem(rid("b"), "Drill"),
            ],
            [("Logs", "2 January 2027", "IT", "Share"), ("Drill", GAP, GAP, "")],
        ),
        (
            programme.related_documents,
            [
                RelatedDocument(rid("a"), "Policy", "P-1", "CEO", "above"),
                RelatedDocument(rid("b"), "Manual"),
            ],
            [("Policy", "P-1", "CEO", "above"), ("Manual", "", "", "")],
        ),
        (
            programme.distribution,
            [
                DistributionEntry(rid("a"), "Board", "full", "paper", "safe"),
                DistributionEntry(rid("b"), "Staff"),
            ],
            [("Board", "full", "paper", "safe"), ("Staff", "", "", "")],
        ),
    ],
)
def test_each_record_is_a_row_and_what_it_must_state_leaves_a_gap(present, records, shown):
    assert rows(only_table(present(scribe(plan_with(*records))))) == shown
    assert present(scribe(plan_with())) == ()


def test_words_of_which_no_source_is_known_have_no_column_for_it():
    made = only_table(programme.terms(scribe(plan_with(Term(rid("a"), "Event", "Something")))))

    assert [column.title for column in made.columns] == ["Term", "Meaning"]
    assert rows(made) == [("Event", "Something")]


def test_exercises_tell_what_was_planned_and_found():
    plan = plan_with(
        Exercise(
            rid("a"),
            "Ransomware",
            "table-top",
            date(2026, 3, 10),
            ExerciseState.HELD,
            ("Decide",),
            "Crisis team",
            ("Too slow",),
            "CISO",
        ),
        Exercise(rid("b"), "Call-out"),
    )

    assert rows(only_table(programme.exercises(scribe(plan)))) == [
        (
            "Ransomware\ntable-top\nOwner: CISO",
            "10 March 2026",
            "held",
            "Decide\nParticipants: Crisis team\nFinding: Too slow",
        ),
        ("Call-out", GAP, "planned", GAP),
    ]


def test_the_sheets_of_exercises_follow_their_table():
    plan = plan_with(Exercise(rid("a"), "Drill", scenario="It is night."))

    kinds = [type(block).__name__ for block in programme.exercises(scribe(plan))]

    assert kinds == ["Table", "Heading", "Paragraph"]


def test_without_exercises_there_is_no_table():
    assert programme.exercises(scribe(plan_with())) == ()


def test_an_exercise_that_was_held_tells_who_came_and_what_was_reached():
    held = Exercise(
        rid("a"),
        "Drill",
        objectives=("Decide", "Reach all"),
        attendees=("Ada", "Bob"),
        reached=("Decide", "Write down"),
        results="Well.\nOnly the light failed.",
    )

    [row] = rows(only_table(programme.exercises(scribe(plan_with(held)))))

    assert row[-1] == (
        "Decide (reached)\nReach all\nWrite down (reached)\nAttended: Ada, Bob\n"
        "Results: Well.\nOnly the light failed."
    )
