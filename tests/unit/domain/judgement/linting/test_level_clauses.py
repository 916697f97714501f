import pytest

from app.domain.judgement.linting.level_clauses import contradictions
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from tests.builders import rid


def hours(amount):
    return Duration(amount, TimeUnit.HOURS)


LEVELS = (
    SeverityLevel(
        rid("s1"),
        "S1 Critical",
        1,
        respond_in_hours=hours(1),
        respond_out_of_hours=hours(2),
        escalate_in_hours=hours(3),
        update_every=hours(1),
    ),
    SeverityLevel(
        rid("s2"), "S2 High", 2, respond_in_hours=hours(4), respond_out_of_hours=hours(4)
    ),
)


def said(sentence):
    return [(str(one.level.id), one.subject.key) for one in contradictions(sentence, LEVELS)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("S1 incidents are answered within 5 hours.", [("s1", "respond")]),
        ("S1: response within 1 hour, escalation within 9 hours.", [("s1", "escalate")]),
        ("Updates on S1 incidents are sent every 4 hours.", [("s1", "update")]),
        ("S1 incidents get a response within 1 hour and S2 within 9 hours.", [("s2", "respond")]),
        ("Respond to an S1 incident within 1 hour at night.", [("s1", "respond")]),
        ("Respond to an S1 incident within 2 hours in working hours.", [("s1", "respond")]),
        ("S1: Response time 9 hours", [("s1", "respond")]),
        ("Critical incidents: acknowledged within nine hours.", [("s1", "respond")]),
    ],
)
def test_another_time_for_a_level_is_a_contradiction(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "S1 incidents are answered within 1 hour.",
        "S1 incidents are answered within 2 hours.",
        "Respond to an S1 incident within 1 to 4 hours.",
        "Respond within 9 hours to S1 or worse.",
        "Respond within 9 hours.",
        "S1 and S2 incidents are answered within 9 hours.",
        "The response team of S1 meets within 9 hours.",
        "S1 incidents are resolved within 9 hours after the response.",
        "The regulator is told of S1 incidents within 72 hours.",
        "S1 incidents are reviewed within 10 working days.",
        "Respond to S1 every 9 hours.",
        "S1: response 9 hours",
        "Escalate S2 within 9 hours.",
        "An S1 response and its escalation take place within 9 hours.",
        "S1.",
        "",
    ],
)
def test_what_is_not_clearly_of_a_level_and_subject_is_left_alone(sentence):
    assert said(sentence) == []
