"""A template with three schemes of severity, and plans drafted and lived with under one."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import StartingRecord
from app.domain.plan.axes import SCHEME
from app.domain.plan.classification import (
    DimensionMeaning,
    ImpactDimension,
    ImpactLevel,
    JudgedImpact,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import AcceptedFinding, Action, Comment
from app.domain.plan.lessons import Activation, Lesson
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from app.domain.plan.programme import Exercise
from app.domain.plan.sections import Answer, Section
from app.domain.plan.trees import CommunicationTree
from tests.builders import plan_with, question, rid, role, section, template

HOUR = Duration(1, TimeUnit.HOURS)
QUARTER = Duration(15, TimeUnit.MINUTES)


def level(key, name, rank, **fields):
    return SeverityLevel(rid(key), name, rank, meaning=f"Meaning of {name}.", **fields)


def scale(kind, prefix, *names):
    return tuple(kind(rid(f"{prefix}{at}"), name, at) for at, name in enumerate(names, 1))


def cells(impacts, urgencies, rows):
    return tuple(
        MatrixCell(rid(f"{row.id}.{column.id}"), row.id, column.id, rid(f"s{digit}"))
        for row, line in zip(impacts, rows, strict=True)
        for column, digit in zip(urgencies, line, strict=True)
    )


def sample(key, impact, urgency, expected, *judged):
    places = (rid(impact), rid(urgency), rid(expected))
    return SampleIncident(rid(key), f"About {key}.", *places, judged)


FOUR_I = scale(ImpactLevel, "i", "Severe", "Major", "Minor")
FOUR_U = scale(UrgencyLevel, "u", "Now", "Later")
FOUR = (
    level("s1", "S1 Critical", 1, respond_in_hours=HOUR, informed=(rid("lead"), rid("absent"))),
    level("s2", "S2 High", 2, respond_in_hours=HOUR, declared_by=rid("absent")),
    level("s3", "S3 Medium", 3),
    level("s4", "S4 Low", 4),
    *FOUR_I,
    *FOUR_U,
    *cells(FOUR_I, FOUR_U, ("12", "23", "34")),
    sample("drafted", "i1", "u1", "s1"),
)
TWO_I = scale(ImpactLevel, "grade-", "Grave", "Slight")
TWO_U = scale(UrgencyLevel, "pace-", "Quick", "Slow")
TWO = (
    level("s1", "Major incident", 1, respond_in_hours=HOUR, informed=(rid("lead"), rid("absent"))),
    level("s2", "Minor incident", 2, declared_by=rid("lead")),
    *TWO_I,
    *TWO_U,
    *cells(TWO_I, TWO_U, ("11", "12")),
    sample("brought", "grade-1", "pace-1", "s1"),
)
TEMPLATE = template(
    section(
        "classification",
        questions=(
            question(
                str(SCHEME),
                AnswerKind.CHOICE,
                section="classification",
                options=(
                    Option("four-level", "Four"),
                    Option("two", "Two"),
                    Option("bare", "Bare"),
                ),
            ),
        ),
    ),
    starting=tuple(
        StartingRecord(record, Equals(str(SCHEME), key))
        for key, records in (("four-level", FOUR), ("two", TWO))
        for record in (*records, role("clerk"))
    ),
)
"""The third scheme has no levels, so it is not offered."""


def lived_with(*more) -> Plan:
    """A plan of the four levels with everything that can name one."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return plan_with(
        role("lead"),
        Section(rid("classification"), "Classification", "See [S4](severity:s4)."),
        Answer(SCHEME, rid("classification"), "four-level"),
        *FOUR,
        sample("own", "i2", "u2", "s3", JudgedImpact(rid("data"), rid("i2"))),
        ImpactDimension(
            rid("data"),
            "Data",
            (DimensionMeaning(rid("i1"), "All."), DimensionMeaning(rid("i3"), "None.")),
        ),
        CommunicationTree(rid("calls"), "Calls", starts_at=rid("s2")),
        CommunicationTree(rid("any"), "Any"),
        Playbook(rid("lock"), "Lock", floor=rid("s4")),
        Activation(
            rid("flood"),
            "Flood",
            severity=rid("s1"),
            exercised=("severities/s4", "trees/calls", "severities/s3"),
        ),
        Exercise(rid("drill"), "Drill", exercised=("severities/s1",)),
        Action(rid("look"), "Look", about="severities/s3"),
        Action(rid("gone"), "Gone", about="severities/s9"),
        Comment(rid("why"), "samples/drafted", "Ada", "Why?", at),
        Lesson(rid("learnt"), "Learnt", about="matrix/i1.u1"),
        AcceptedFinding(rid("matrix.empty-cell/matrix/i1.u1"), "Fine", "Ada", date(2026, 1, 1)),
        AcceptedFinding(rid("tree.none/trees/calls"), "Fine", "Ada", date(2026, 1, 1)),
        *more,
    )


def any_matches(plan, offered):
    """Any way to match the levels of `plan` with those of `offered`."""
    from app.services.classifying.schemes import SCALES

    return st.fixed_dictionaries(
        {
            kind: st.fixed_dictionaries(
                {
                    key: st.sampled_from([None, *(item.id for item in offered.levels(kind))])
                    for key in plan.table(kind)
                }
            )
            for kind in SCALES
        }
    )
