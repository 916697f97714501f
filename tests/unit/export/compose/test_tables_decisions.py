from datetime import UTC, datetime, timedelta, timezone

from app.domain.plan.obligations import NotificationDecision, Obligation
from app.export.compose.tables.decisions import decisions
from tests.builders import NOON, plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, heads, only_table, rows

GDPR = Obligation(rid("gdpr"), "GDPR")


def printed(*records):
    return rows(only_table(decisions(scribe(plan_with(GDPR, *records)))))


def test_while_nothing_was_to_decide_there_is_no_register():
    assert decisions(scribe(plan_with(GDPR))) == ()


def test_a_decision_says_what_was_decided_by_whom_when_and_why():
    made = NotificationDecision(
        rid("d"), rid("gdpr"), "INC-7", notify=False, by="Ada", at=NOON, reason="No risk."
    )

    assert printed(made) == [
        ("INC-7", "GDPR", "do not notify", "Ada\n21 November 2026, 12:00 UTC", "No risk.")
    ]
    assert heads(only_table(decisions(scribe(plan_with(GDPR, made))))) == [
        "Incident",
        "Duty",
        "Decision",
        "Decided by",
        "Reason",
    ]


def test_what_is_still_open_is_visible():
    assert printed(NotificationDecision(rid("d"), rid("gone"))) == [
        (GAP, GAP, "not decided yet", GAP, GAP)
    ]


def test_times_are_printed_in_utc_wherever_they_were_stated():
    at = datetime(2026, 11, 20, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    end = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)

    made = printed(
        NotificationDecision(rid("a"), rid("gdpr"), notify=True, at=at),
        NotificationDecision(rid("b"), rid("gdpr"), at=end),
    )

    assert [row[2:4] for row in made] == [
        ("notify", "19 November 2026, 23:30 UTC"),
        ("not decided yet", "30 December 9999, 23:59 UTC"),
    ]
