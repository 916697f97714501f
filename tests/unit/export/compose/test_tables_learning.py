from datetime import UTC, date, datetime

from app.domain.plan.acts import KeptFile
from app.domain.plan.classification import IncidentCategory, SeverityLevel
from app.domain.plan.lessons import Activation, Lesson, LessonState
from app.domain.plan.programme import Exercise
from app.domain.plan.sections import Section
from app.export.compose.tables import learning
from tests.builders import NOON, plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, only_table, rows

RECOVERY = Section(rid("recovery"), "Recovery")
DRILL = Exercise(rid("drill"), "Night drill")


def at(hour: int) -> datetime:
    return datetime(2026, 11, 2, hour, 30, tzinfo=UTC)


def test_the_use_of_the_plan_is_told_with_what_departed_from_it():
    plan = plan_with(
        RECOVERY,
        SeverityLevel(rid("s1"), "S1 Critical", 1),
        IncidentCategory(rid("ransom"), "Ransomware"),
        Activation(
            rid("inc"),
            "INC-7",
            at(3),
            at(9),
            rid("ransom"),
            rid("s1"),
            "Two servers.\nNo data left.",
            "The switchboard called first.",
            ("Ada", "Bob"),
            ("sections/recovery", "sections/gone"),
            "Ada",
        ),
        Activation(rid("bare"), "INC-8"),
        Activation(rid("now"), "INC-9", at(11), category=rid("gone"), severity=rid("gone")),
    )

    assert rows(only_table(learning.activations(scribe(plan)))) == [
        (
            "INC-7\nRansomware\nOwner: Ada",
            "2 November 2026, 03:30 UTC\nuntil 2 November 2026, 09:30 UTC",
            "S1 Critical",
            "Two servers.\nNo data left.\nDeparted from the plan: The switchboard called first.\n"
            "Took part: Ada, Bob\nParts of the plan used: Recovery",
        ),
        ("INC-8", GAP, "", ""),
        ("INC-9", "2 November 2026, 11:30 UTC\nstill going on", "", ""),
    ]


def test_lessons_say_where_they_come_from_and_what_became_of_them():
    plan = plan_with(
        RECOVERY,
        DRILL,
        Lesson(
            rid("a"),
            "Nobody verified.",
            "exercises/drill",
            "sections/recovery",
            "Then verify.",
            "Ada",
            date(2026, 12, 1),
            LessonState.ADOPTED,
            "Agreed.",
        ),
        Lesson(rid("b"), "No light.", "exercises/gone", "moons/x"),
    )

    assert rows(only_table(learning.lessons(scribe(plan)))) == [
        (
            "Nobody verified.\nFound in: Night drill\nProposed text: Then verify.",
            "Recovery",
            "Ada\n1 December 2026",
            "adopted\nAgreed.",
        ),
        ("No light.", "", "", "open"),
    ]


def test_files_are_listed_with_their_hashes():
    digest = "0123456789abcdef" * 4
    plan = plan_with(
        DRILL,
        KeptFile(rid(digest), "minutes.pdf", 20_480, "exercises/drill", "Ada", NOON),
        KeptFile(rid("b" * 64), "<b>.exe", 1, "exercises/gone", "", NOON, inside=False),
    )

    assert rows(only_table(learning.kept_files(scribe(plan)))) == [
        (
            "minutes.pdf\n20480 bytes",
            "Night drill",
            "Ada\n21 November 2026, 12:00 UTC",
            f"{digest[:32]}\n{digest[32:]}",
        ),
        (
            "<b>.exe\n1 byte",
            "exercises/gone",
            "21 November 2026, 12:00 UTC",
            f"{'b' * 32}\n{'b' * 32}",
        ),
    ]


def test_where_nothing_happened_there_is_no_table():
    nothing = scribe(plan_with(RECOVERY, DRILL))

    assert learning.activations(nothing) == ()
    assert learning.lessons(nothing) == ()
    assert learning.kept_files(nothing) == ()
