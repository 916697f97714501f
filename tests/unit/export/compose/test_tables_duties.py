import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.tables import duties
from tests.builders import plan_with, rid, role
from tests.unit.export.compose.reading import GAP, captioned, only_table, rows

HOURS_72 = Duration(72, TimeUnit.HOURS)


def test_without_duties_nothing_is_presented():
    assert duties.register(plan_with()) == ()
    assert duties.notification(plan_with()) == ()


@pytest.mark.parametrize(
    ("confidence", "remark"),
    [
        ("high", ""),
        ("medium", "\nread in a secondary source"),
        ("memory", "\nfrom memory, not verified"),
        ("", ""),
    ],
)
def test_the_register_says_how_well_a_source_is_known(confidence, remark):
    duty = Obligation(
        rid("a"), "GDPR", trigger="A breach", citation="Art. 33", confidence=confidence
    )

    made = only_table(duties.register(plan_with(duty)))

    assert rows(made) == [("GDPR", "A breach", f"Art. 33{remark}")]


def test_a_trigger_nobody_stated_leaves_a_gap():
    assert rows(only_table(duties.register(plan_with(Obligation(rid("a"), "X"))))) == [
        ("X", GAP, "")
    ]


def test_each_notice_is_a_row_and_the_duty_stands_in_the_first():
    duty = Obligation(
        rid("a"),
        "GDPR",
        "Authority",
        steps=(
            ObligationStep("First", HOURS_72, "awareness"),
            ObligationStep("Final", timing="without undue delay"),
        ),
        decision_owner=rid("dpo"),
    )

    made = duties.notification(plan_with(duty, role("dpo", "Data protection officer")))

    assert rows(only_table(made)) == [
        (
            "GDPR\nAuthority",
            "First",
            "within 72 hours\ncounted from awareness",
            "Data protection officer",
        ),
        ("", "Final", "without undue delay", ""),
    ]


def test_a_duty_without_steps_still_has_a_notice():
    made = only_table(duties.notification(plan_with(Obligation(rid("a"), "Contract"))))

    assert rows(made) == [("Contract", "Notice", GAP, GAP)]


def test_what_a_notice_states_is_listed_where_it_is_known():
    known = Obligation(rid("a"), "GDPR", content=("Nature", "Measures"))

    made = duties.notification(plan_with(known, Obligation(rid("b"), "Other")))

    assert rows(captioned(made, "What each notice states")) == [("GDPR", "Nature\nMeasures")]


def test_a_notice_may_be_due_at_once():
    assert duties.due(ObligationStep("x", Duration(0, TimeUnit.MINUTES))) == "at once"
    assert duties.due(ObligationStep("x")) == ""
