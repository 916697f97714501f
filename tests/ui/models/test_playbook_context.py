from dataclasses import replace

import pytest

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.playbooks import Playbook
from tests.builders import plan_with, rid
from ui.models.playbook_context import duty_words, floor_words

BOOK = Playbook(rid("fire"), "Fire", floor=rid("s1"))
HOUR, DAY = Duration(1, TimeUnit.HOURS), Duration(1, TimeUnit.DAYS)


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ({}, "Starts at S1."),
        ({"respond_in_hours": HOUR}, "Starts at S1: respond within 1 hour."),
        (
            {"respond_out_of_hours": HOUR, "escalate_in_hours": HOUR, "escalate_out_of_hours": DAY},
            "Starts at S1: respond within 1 hour out of hours, "
            "escalate within 1 hour (1 day out of hours).",
        ),
        (
            {"respond_in_hours": HOUR, "respond_out_of_hours": HOUR},
            "Starts at S1: respond within 1 hour.",
        ),
    ],
)
def test_the_floor_says_how_soon_it_wants_an_answer(times, said):
    assert floor_words(plan_with(SeverityLevel(rid("s1"), "S1", 1, **times)), BOOK) == said


def test_without_a_floor_or_with_one_that_is_gone():
    assert floor_words(plan_with(), replace(BOOK, floor=None)) == "Starts at any severity."
    assert floor_words(plan_with(), BOOK) == "Starts at a severity that the plan no longer has."


def test_the_duty_that_is_due_first_is_named():
    late = Obligation(rid("a"), "Late", steps=(ObligationStep("x", DAY),))
    soon = Obligation(rid("b"), "Soon", steps=(ObligationStep("x"), ObligationStep("y", HOUR)))
    once = Obligation(rid("c"), "Once", steps=(ObligationStep("x", Duration(0, TimeUnit.HOURS)),))
    open_one = Obligation(rid("d"), "Open")

    assert duty_words(plan_with()) == "The plan has no duties to notify."
    assert duty_words(plan_with(open_one)) == "1 duty to notify."
    assert duty_words(plan_with(late, soon)) == (
        "2 duties to notify; the first is due within 1 hour: Soon."
    )
    assert duty_words(plan_with(late, once)) == (
        "2 duties to notify; the first is due at once: Once."
    )
