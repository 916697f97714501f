from app.domain.document.tree import Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.tables import duties
from tests.builders import NOON, plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, only_table, rows

HOURS_72 = Duration(72, TimeUnit.HOURS)
GDPR = Obligation(
    rid("a"),
    "GDPR",
    "Authority",
    "A breach",
    steps=(
        ObligationStep("First", HOURS_72, "awareness"),
        ObligationStep("Final", timing="without undue delay"),
    ),
    decision_owner=rid("dpo"),
    citation="Art. 33",
    verified_on=NOON.date(),
)


def test_without_duties_nothing_is_presented():
    assert duties.register(scribe(plan_with())) == ()
    assert duties.deadlines(scribe(plan_with())) == ()


def test_the_register_says_when_a_duty_applies_and_where_it_comes_from():
    made = only_table(duties.register(scribe(plan_with(GDPR))))

    assert rows(made) == [("GDPR", "A breach", "Art. 33\nchecked on 21 November 2026")]


def test_a_trigger_nobody_stated_leaves_a_gap():
    assert rows(only_table(duties.register(scribe(plan_with(Obligation(rid("a"), "X")))))) == [
        ("X", GAP, "")
    ]


def test_what_was_written_from_memory_is_set_apart_wherever_its_times_stand():
    duty = Obligation(
        rid("a"), "X", steps=(ObligationStep("First", HOURS_72),), confidence="memory"
    )

    register = only_table(duties.register(scribe(plan_with(duty))))
    glance = only_table(duties.deadlines(scribe(plan_with(duty))))

    assert register.rows[0][2].tone is Tone.WARN
    assert rows(register)[0][2] == "from memory: verify before relying on this"
    assert glance.rows[0][1].tone is Tone.WARN
    assert rows(glance)[0][1] == "First: within 72 hours\nverify before relying on this"


def test_each_notice_is_a_line_of_the_row_of_its_duty():
    made = duties.deadlines(scribe(plan_with(GDPR, role("dpo", "Data protection officer"))))

    assert rows(only_table(made)) == [
        (
            "GDPR\nAuthority",
            "First: within 72 hours; counted from awareness\nFinal: without undue delay",
            "Data protection officer",
        ),
    ]


def test_a_duty_without_steps_still_has_a_notice():
    made = only_table(duties.deadlines(scribe(plan_with(Obligation(rid("a"), "Contract")))))

    assert rows(made) == [("Contract", f"Notice: {GAP}", GAP)]
