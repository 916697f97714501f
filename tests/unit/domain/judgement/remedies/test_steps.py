from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
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
