from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.remedies.mending import Bench
from tests.unit.domain.judgement.subjects import SOON

LATE = Duration(9, TimeUnit.HOURS)
SOONER = Duration(30, TimeUnit.MINUTES)
LEVEL = SeverityLevel(rid("s1"), "S1", 1, respond_in_hours=SOONER, respond_out_of_hours=SOON)
DUTY = Obligation(rid("duty"), "The duty", steps=(ObligationStep("Notice", SOON),))


def step(action="Look at it.", within=LATE):
    return PlaybookStep(rid("s-1"), rid("leak"), Phase.ANALYSE, action, within=within)


def test_a_late_step_gets_the_longest_time_allowed():
    playbook = Playbook(rid("leak"), "Leak", floor=rid("s1"))
    bench = Bench(plan_with(LEVEL, playbook, step()))

    assert bench.label("time.playbook") == "Give the step 4 hours"
    assert bench.mended("time.playbook").steps[rid("s-1")].within == SOON


def test_a_step_later_than_its_duty_gets_the_limit_of_the_duty():
    bench = Bench(plan_with(DUTY, step("Send the notice of The duty.")))

    assert bench.mended("time.step-obligation").steps[rid("s-1")].within == SOON


def test_a_time_in_the_words_of_a_step_needs_a_person():
    bench = Bench(plan_with(DUTY, step("Send the notice of The duty within 9 hours.", None)))

    assert bench.offered("time.step-obligation") is None


ASTRAY = PlaybookStep(
    rid("s-1"),
    rid("leak"),
    Phase.ANALYSE,
    "Cut off.",
    branches=(StepBranch("Yes", rid("moon")), StepBranch("No", rid("s-1"))),
)


def test_an_answer_to_nowhere_leads_on_to_the_next_step():
    bench = Bench(plan_with(ASTRAY))

    assert bench.label("branch.unknown-step") == "Lead the answer on to the next step"
    ways = bench.mended("branch.unknown-step").steps[rid("s-1")].branches
    assert ways == (StepBranch("Yes"), StepBranch("No", rid("s-1")))


def test_an_answer_into_another_playbook_leads_on_to_the_next_step():
    elsewhere = PlaybookStep(rid("moon"), rid("flood"), Phase.ANALYSE, "Pump.")

    mended = Bench(plan_with(ASTRAY, elsewhere)).mended("branch.elsewhere")

    assert mended.steps[rid("s-1")].branches[0] == StepBranch("Yes")


def test_answers_to_nothing_are_taken_out():
    bench = Bench(plan_with(ASTRAY))

    assert bench.mended("branch.no-decision").steps[rid("s-1")].branches == ()
