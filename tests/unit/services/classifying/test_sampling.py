from app.domain.plan.classification import (
    ImpactLevel,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
)
from app.services.classifying.sampling import Outcome, verdicts
from tests.builders import plan_with, rid


def sample(key, urgency, expected):
    return SampleIncident(rid(key), key, rid("high"), rid(urgency), rid(expected))


PLAN = plan_with(
    SeverityLevel(rid("s1"), "S1", 1),
    SeverityLevel(rid("s2"), "S2", 2),
    ImpactLevel(rid("high"), "High", 1),
    UrgencyLevel(rid("now"), "Now", 1),
    UrgencyLevel(rid("later"), "Later", 2),
    MatrixCell(rid("high.now"), rid("high"), rid("now"), rid("s1")),
    sample("right", "now", "s1"),
    sample("wrong", "now", "s2"),
    sample("lost", "now", "s9"),
    sample("empty", "later", "s2"),
)


def test_a_sample_passes_only_on_the_level_expected():
    assert [(item.sample.id, item.outcome) for item in verdicts(PLAN)] == [
        ("right", Outcome.PASSES),
        ("wrong", Outcome.ELSEWHERE),
        ("lost", Outcome.ELSEWHERE),
        ("empty", Outcome.NOWHERE),
    ]


def test_a_verdict_says_where_it_landed_and_where_it_was_to_land():
    right, wrong, lost, empty = verdicts(PLAN)

    assert (right.landed, right.expected) == (PLAN.severities[rid("s1")],) * 2
    assert wrong.expected == PLAN.severities[rid("s2")]
    assert lost.expected is None
    assert empty.landed is None
