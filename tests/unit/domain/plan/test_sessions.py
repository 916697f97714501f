from app.domain.plan.codec import record_data, record_from
from app.domain.plan.kinds import Kind
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    Choice,
    ContactCheck,
    Occasion,
    Outcome,
    ReviewSession,
    Topic,
    Verdict,
)
from tests.builders import NOON, rid


def test_the_stored_spelling_of_decisions_stays():
    assert [one.value for one in Choice] == ["open", "keep", "change", "action", "not-applicable"]
    assert [one.value for one in Outcome] == ["open", "confirmed", "corrected", "not-reached"]
    assert [one.value for one in Verdict] == ["no-change", "new-version"]


def test_a_session_is_stored_whole():
    session = ReviewSession(
        rid("session-1"),
        "Autumn",
        Occasion.DUE,
        NOON,
        attendance=(Attendance("Ann", "CISO", present=True),),
        agenda=(AgendaItem("due", Topic.OVERDUE, "Review", choice=Choice.KEEP),),
        contacts=(ContactCheck(rid("ann"), "Ann", Outcome.CONFIRMED),),
        closed_at=NOON,
        verdict=Verdict.NO_CHANGE,
    )

    data = record_data(session)

    assert data["closed_at"], "the law of plan files looks at it"
    assert record_from(Kind.SESSION, data) == session
    assert "closed_at" not in record_data(ReviewSession(rid("s"), "A", Occasion.DUE, NOON))
