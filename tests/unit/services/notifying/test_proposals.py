from datetime import date

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.regimes import ClockStart, Suits
from app.domain.plan.changes import apply, invert
from app.domain.plan.obligations import Obligation
from app.domain.plan.profile import Profile
from app.services.notifying.marks import Grounds, missing_mark
from app.services.notifying.proposals import (
    Standing,
    adopted_under,
    adoption,
    binding_after_all,
    candidates,
    first_limit,
    refusal,
)
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, duty, regime, step

GERMAN = regime(step(within="72 hours"), id="de", suits=Suits(jurisdictions=("DE",)))
FRENCH = regime(id="fr", suits=Suits(jurisdictions=("FR",)))
PLAN = plan_with(profile=Profile(jurisdictions=("DE",)))
GROUNDS = Grounds("We hold no such data.", "Ada Byron", COMPILED)


def standings(plan):
    return {item.regime.id: item.standing for item in candidates(plan, [GERMAN, FRENCH])}


def test_what_the_profile_suggests_is_proposed_with_its_reason():
    found = candidates(PLAN, [GERMAN, FRENCH])

    assert [item.standing for item in found] == [Standing.PROPOSED, Standing.OTHER]
    assert "the jurisdiction DE" in found[0].reason
    assert found[1].reason == ""


def test_an_adopted_regime_is_no_longer_proposed():
    plan = apply(PLAN, adoption(PLAN, [GERMAN], COMPILED))

    assert standings(plan) == {"de": Standing.ADOPTED, "fr": Standing.OTHER}
    assert plan.obligations[rid("de")] == adopt(GERMAN, COMPILED)
    assert (adopted_under(plan, GERMAN), adopted_under(plan, FRENCH)) == ("de", None)


def test_several_are_adopted_at_once_and_the_way_back_is_whole():
    changes = adoption(PLAN, [GERMAN, FRENCH, GERMAN], COMPILED)

    plan = apply(PLAN, changes)

    assert tuple(plan.obligations) == ("de", "fr")
    assert apply(plan, invert(changes)) == PLAN


def test_what_is_adopted_already_stays_as_it_is():
    plan = plan_with(duty("mine", regime="de"), profile=PLAN.profile)

    assert adoption(plan, [GERMAN], COMPILED) == ()
    assert standings(plan)["de"] is Standing.ADOPTED


def test_a_duty_of_ones_own_that_has_the_id_is_not_replaced():
    plan = plan_with(duty("de", name="Ours"))

    found = apply(plan, adoption(plan, [GERMAN], COMPILED)).obligations

    assert [(key, item.name) for key, item in found.items()] == [
        ("de", "Ours"),
        ("de-2", "The law"),
    ]


def test_a_regime_that_does_not_bind_says_why():
    plan = apply(PLAN, refusal(PLAN, GERMAN, GROUNDS))

    (german, _) = candidates(plan, [GERMAN, FRENCH])

    assert german.standing is Standing.REFUSED
    assert german.refusal is plan.accepted[missing_mark(GERMAN)]
    assert (german.refusal.reason, german.refusal.by) == ("We hold no such data.", "Ada Byron")


def test_it_can_bind_after_all():
    plan = apply(PLAN, refusal(PLAN, GERMAN, GROUNDS))

    assert apply(plan, binding_after_all(plan, GERMAN)) == PLAN
    assert binding_after_all(PLAN, GERMAN) == ()


def test_adopting_takes_the_refusal_back():
    plan = apply(PLAN, refusal(PLAN, GERMAN, GROUNDS))

    assert not apply(plan, adoption(plan, [GERMAN], COMPILED)).accepted


def test_a_regime_that_applies_later_says_so_when_adopted():
    later = regime(id="later", effective_from=date(2027, 1, 1))

    (change,) = adoption(PLAN, [later], COMPILED)

    assert isinstance(change.after, Obligation)
    assert change.after.trigger.endswith("(applies from 2027-01-01)")


def test_the_first_limit_is_the_shortest_that_demands_a_notice():
    law = regime(
        step("late", "1 month"),
        step("early", "24 hours", clock_start=ClockStart.DISCOVERY),
        step("cap", "1 hour", caps="late"),
        step("hush", "1 hour", embargo=True),
    )

    assert first_limit(law) == "24 hours from discovery"


def test_without_a_number_the_first_limit_is_what_the_regime_says():
    assert first_limit(regime(step(), step("b", timing="without delay"))) == "without delay"
    assert first_limit(regime(step())) == "no numeric limit"
