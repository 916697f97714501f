from app.domain.document.tree import Figure, Heading, Table, Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.tables import duties
from tests.builders import NOON, plan_with, rid, role
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
    assert duties.register(plan_with()) == ()
    assert duties.notification(plan_with()) == ()


def test_the_register_says_when_a_duty_applies_and_where_it_comes_from():
    made = only_table(duties.register(plan_with(GDPR)))

    assert rows(made) == [("GDPR", "A breach", "Art. 33\nchecked on 21 November 2026")]


def test_a_trigger_nobody_stated_leaves_a_gap():
    assert rows(only_table(duties.register(plan_with(Obligation(rid("a"), "X"))))) == [
        ("X", GAP, "")
    ]


def test_what_was_written_from_memory_is_set_apart_wherever_its_times_stand():
    duty = Obligation(
        rid("a"), "X", steps=(ObligationStep("First", HOURS_72),), confidence="memory"
    )

    register = only_table(duties.register(plan_with(duty)))
    glance = only_table(duties.notification(plan_with(duty)))

    assert register.rows[0][2].tone is Tone.WARN
    assert rows(register)[0][2] == "from memory: verify before relying on this"
    assert glance.rows[0][2].tone is Tone.WARN
    assert rows(glance)[0][2] == "within 72 hours\nverify before relying on this"


def test_each_notice_is_a_row_and_the_duty_stands_in_the_first():
    made = duties.notification(plan_with(GDPR, role("dpo", "Data protection officer")))

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


def test_the_glance_is_followed_by_the_line_of_time_and_the_cards():
    made = duties.notification(plan_with(GDPR))

    order = [type(block) for block in made if isinstance(block, Table | Figure | Heading)]
    assert order == [Table, Figure, Heading]
