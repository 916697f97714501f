import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.tables.duty_words import due, source, unverified
from tests.builders import NOON, plan_with, rid
from tests.labels import scribe


@pytest.mark.parametrize(
    ("confidence", "remark"),
    [
        ("high", ""),
        ("medium", "\nread in a secondary source"),
        ("memory", "\nfrom memory: verify before relying on this"),
        ("", ""),
        ("odd", ""),
    ],
)
def test_a_source_says_how_well_it_is_known(confidence, remark):
    duty = Obligation(rid("a"), "GDPR", citation="Art. 33", confidence=confidence)

    assert source(duty, scribe(plan_with())) == f"Art. 33{remark}"
    assert unverified(duty) == (confidence == "memory")


def test_a_source_says_when_it_was_checked():
    duty = Obligation(rid("a"), "X", citation="Clause 4", verified_on=NOON.date())

    assert source(duty, scribe(plan_with())) == "Clause 4\nchecked on 21 November 2026"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (ObligationStep("x", Duration(0, TimeUnit.MINUTES)), "at once"),
        (ObligationStep("x", Duration(72, TimeUnit.HOURS)), "within 72 hours"),
        (
            ObligationStep("x", Duration(1, TimeUnit.MONTHS), "awareness", "with reasons"),
            "within 1 month\nwith reasons\ncounted from awareness",
        ),
        (ObligationStep("x", timing="without delay"), "without delay"),
        (ObligationStep("x"), ""),
    ],
)
def test_a_notice_says_when_it_is_due_and_from_when_it_is_counted(step, expected):
    assert due(step, scribe(plan_with())) == expected
