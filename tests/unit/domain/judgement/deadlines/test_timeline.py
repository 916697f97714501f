from dataclasses import replace

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.deadlines.results import Missing, NoLimit, Timed
from app.domain.judgement.deadlines.timeline import timeline
from app.domain.judgement.deadlines.wording import UNVERIFIED
from app.domain.judgement.regimes import ClockStart, RegimeKind
from app.domain.judgement.requirements import Confidence
from app.domain.plan.obligations import ObligationStep
from tests.builders import rid
from tests.unit.domain.judgement.deadlines.clocks import (
    COMPILED,
    aware,
    case,
    duty,
    regime,
    span,
    step,
    utc,
)

FRIDAY = "2026-11-20 15:40"
LAW = regime(
    step("initial", "4 hours", clock_start=ClockStart.CLASSIFICATION_MAJOR),
    step("outer", "24 hours", caps="initial"),
)
CONTRACT = duty("contract", ObligationStep("Notice", span("12 hours"), "awareness"))


def test_the_most_urgent_comes_first_and_what_has_no_date_last():
    own = duty(
        "contract",
        ObligationStep("No limit", timing="as agreed"),
        ObligationStep("Unknown", span("1 hour"), "discovery"),
        ObligationStep("Later", span("3 days"), "awareness"),
        ObligationStep("Sooner", span("1 hour"), "awareness"),
    )

    found = timeline([own], [], aware(FRIDAY))

    assert [item.name for item in found] == ["Sooner", "Later", "Unknown", "No limit"]
    assert [type(item.result) for item in found] == [Timed, Timed, Missing, NoLimit]


def test_adopted_terms_are_read_by_the_full_rules_of_their_regime():
    # The snapshot alone would say 4 hours from classification; the rule knows the outer limit.
    (found,) = timeline([adopt(LAW, COMPILED)], [LAW], aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.result.at == utc("2026-11-21 15:40")


def test_adopted_terms_keep_the_plans_id_and_name():
    own = replace(adopt(LAW, COMPILED), id=rid("ours"), name="Our DORA")
    submitted = {("ours", "initial"): utc(FRIDAY)}

    (found,) = timeline([own], [LAW], case(submitted=submitted))

    assert (found.duty, found.duty_name) == ("ours", "Our DORA")


def test_terms_that_differ_are_read_as_the_plan_states_them_and_the_drift_is_told():
    own = replace(
        adopt(LAW, COMPILED), steps=(ObligationStep("Ours", span("2 hours"), "awareness"),)
    )

    (found,) = timeline([own], [LAW], aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.result.at == utc("2026-11-20 17:40")
    assert found.remarks == (
        "Adopted limits: 2 hours; the pack of 2026-11-21 has 4 hours, 24 hours.",
    )


def test_terms_of_a_contract_are_meant_to_differ():
    pack = regime(step(timing="as agreed"), id="contracts", kind=RegimeKind.CONTRACT)

    (found,) = timeline([replace(CONTRACT, regime="contracts")], [pack], aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.remarks == ()


def test_a_duty_of_the_plans_own_needs_no_regime():
    (found,) = timeline([replace(CONTRACT, regime="unheard-of")], [LAW], aware(FRIDAY))

    assert isinstance(found.result, Timed)
    assert found.result.at == utc("2026-11-21 03:40")


def test_limits_that_differ_are_still_counted_where_the_authority_is():
    there = replace(LAW, time_zone="Asia/Kolkata", holidays="XX")
    own = replace(
        adopt(LAW, COMPILED), steps=(ObligationStep("Ours", span("1 working day"), "awareness"),)
    )

    (found,) = timeline([own], [there], aware("2026-11-19 12:00"))

    assert isinstance(found.result, Timed)
    assert found.result.local.isoformat() == "2026-11-22T23:59:00+05:30"


def test_a_regime_from_memory_is_marked_until_the_plan_states_better():
    vague = replace(LAW, confidence=Confidence.MEMORY)
    adopted = adopt(vague, COMPILED)

    (marked,) = timeline([adopted], [vague], aware(FRIDAY))
    (checked,) = timeline([replace(adopted, confidence="high")], [vague], aware(FRIDAY))

    assert UNVERIFIED in marked.remarks
    assert UNVERIFIED not in checked.remarks


def test_a_plan_without_duties_has_no_clocks():
    assert timeline([], [LAW], aware(FRIDAY)) == ()
