import pytest

from app.domain.interview.questions import AnswerKind
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.sections import Answer
from tests.builders import plan_with, question, rid, section, template
from tests.unit.domain.judgement.remedies.mending import Bench
from tests.unit.domain.judgement.subjects import SOON, text

LEVEL = SeverityLevel(
    rid("s1"),
    "S1",
    1,
    respond_in_hours=Duration(30, TimeUnit.MINUTES),
    respond_out_of_hours=SOON,
    update_every=SOON,
)
DUTY = Obligation(rid("duty"), "The duty", steps=(ObligationStep("Notice", SOON),))
ASKED = Answer(rid("triage.within"), rid("contacts"), SOON)


def bench(prose, *records, key="contacts"):
    return Bench(plan_with(text(key, prose), *records))


@pytest.mark.parametrize(
    ("code", "record", "wrong", "right"),
    [
        (
            "time.severity",
            LEVEL,
            "An *S1* incident gets a response within 9 hours.",
            "An *S1* incident gets a response within 4 hours.",
        ),
        ("time.severity", LEVEL, "S1: updates every day.", "S1: updates every 4 hours."),
        ("time.severity", LEVEL, "S1: updates daily.", "S1: updates every 4 hours."),
        (
            "time.answer",
            ASKED,
            "A report is assessed within 9 hours.",
            "A report is assessed within {{triage.within}}.",
        ),
        (
            "time.obligation",
            DUTY,
            "The duty asks for a notice within 9 hours.",
            "The duty asks for a notice within 4 hours.",
        ),
    ],
)
def test_the_text_takes_over_what_the_plan_decides(code, record, wrong, right):
    assert bench(wrong, record).mended(code).sections[rid("contacts")].prose == right


def test_the_label_tells_both_times():
    label = bench("S1: response within 9 hours.", LEVEL).label("time.severity")

    assert label == "Write “4 hours” instead of “9 hours”"


def test_every_contradiction_of_the_kind_is_mended_at_once():
    prose = "S1: response within 9 hours.\n\nS1: response within 10 hours."

    mended = bench(prose, LEVEL).mended("time.severity").sections[rid("contacts")].prose

    assert mended == prose.replace("9 hours", "4 hours").replace("10 hours", "4 hours")


def test_a_time_that_stands_twice_needs_a_person():
    prose = "S1: response within 9 hours.\n\nThe shop opens in 9 hours."

    assert bench(prose, LEVEL).offered("time.severity") is None


def test_an_answer_to_another_question_is_left_to_its_own_finding():
    asked = section(
        "contacts",
        questions=tuple(
            question(key, AnswerKind.DURATION, section="contacts", text=words)
            for key, words in (
                ("triage.within", "Within which time is a report assessed?"),
                ("call.within", "Within which time is a call answered?"),
            )
        ),
    )
    prose = "A report is assessed within 9 hours. A call is answered within 10 hours."
    answers = (ASKED, Answer(rid("call.within"), rid("contacts"), SOON))
    both = Bench(plan_with(text("contacts", prose), *answers), template(asked))

    mended = both.mended("time.answer").sections[rid("contacts")].prose

    assert mended == prose.replace("9 hours", "{{triage.within}}")


def test_a_duty_with_several_limits_needs_a_person():
    steps = (*DUTY.steps, ObligationStep("Report", Duration(3, TimeUnit.DAYS)))
    duty = Obligation(rid("duty"), "The duty", steps=steps)

    offered = bench("The duty asks for a notice within 9 hours.", duty).offered("time.obligation")

    assert offered is None


def test_only_the_time_the_finding_is_about_is_mended():
    other = Obligation(rid("other"), "Another law", steps=(ObligationStep("Notice", SOON),))
    prose = (
        "The duty asks for a notice within 9 hours. Another law asks for a notice within 10 hours."
        " S1: response within 11 hours, updates every 12 hours."
    )
    both = bench(prose, DUTY, other, LEVEL)

    assert "10 hours" in both.mended("time.obligation").sections[rid("contacts")].prose
    assert "12 hours" in both.mended("time.severity").sections[rid("contacts")].prose
