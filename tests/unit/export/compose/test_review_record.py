from dataclasses import replace
from datetime import timedelta

from app.domain.plan.sessions import Occasion, ReviewSession, Verdict
from app.export.compose.review_record import review_record
from app.export.compose.scribe import Scribe
from tests.builders import NOON, plan_with, rid
from tests.labels import ENGLISH
from tests.unit.export.compose.reading import rows

HELD = ReviewSession(
    rid("b"),
    "Autumn review",
    Occasion.DUE,
    NOON,
    chair="Ann",
    closed_at=NOON,
    verdict=Verdict.NO_CHANGE,
    conclusion="Nothing <b>new</b>.",
)


def printed(*sessions: ReviewSession):
    return list(review_record(Scribe(plan_with(*sessions), ENGLISH)))


def test_each_review_is_a_line_the_earliest_first():
    before = NOON - timedelta(days=90)
    earlier = replace(
        HELD,
        id=rid("c"),
        title="After the outage",
        occasion=Occasion.INCIDENT,
        closed_at=before,
        verdict=Verdict.NEW_VERSION,
        conclusion="",
        chair="",
    )

    (table,) = printed(HELD, earlier)

    assert rows(table) == [
        ("23 August 2026", "After the outage\nAfter an incident", "New version decided", ""),
        (
            "21 November 2026",
            "Autumn review\nReview due",
            "Reviewed, no change\nNothing <b>new</b>.",
            "Ann",
        ),
    ]


def test_a_session_that_is_not_closed_is_no_review_yet():
    assert printed(replace(HELD, closed_at=None)) == []
    assert printed() == []
