"""What the answers make of the plan."""

from datetime import date

from app.domain.judgement.context import all_answers
from app.domain.judgement.regimes import Suits
from app.domain.plan.changes import apply
from app.services.answering.consequences import consequences
from app.services.interviewing.outcome import Fate, LeftOut, Piece, outcome
from app.services.notifying.proposals import adoption
from tests.unit.domain.judgement.deadlines.clocks import regime, step
from tests.unit.services.interviewing.interviews import TEMPLATE, answered, drafted

CARE = regime(step("first"), id="care", name="Care act", suits=Suits(sectors=("health",)))


def pending(before, after):
    return consequences(TEMPLATE, after, all_answers(before), all_answers(after))


def test_sections_that_do_not_apply_are_named_with_their_reason():
    found = outcome(drafted(), (), ())

    assert found.sections == 1
    assert found.left_out == (LeftOut("Cards", "No cards are taken."),)
    assert outcome(drafted(cards=True), (), ()).left_out == ()


def test_what_waits_is_told_apart_from_what_is_there():
    before = drafted(profile__sector="health")
    after = answered(answered(before, "cards", True), "profile.sector", "finance")

    found = outcome(after, pending(before, after), ())

    assert found.playbooks == (
        Piece("Care goes on", Fate.GOES),
        Piece("Fraud"),
        Piece("Theft of card data", Fate.COMES),
    )
    assert found.waiting == 2
    assert found.levels == ()


def test_regimes_are_those_that_fit_the_profile_and_say_whether_they_are_adopted():
    health = drafted(profile__sector="health")
    (duty,) = outcome(health, (), (CARE,)).duties
    assert (duty.name, duty.adopted) == ("Care act", False)
    assert "health" in duty.reason

    taken = apply(health, adoption(health, (CARE,), date(2026, 11, 22)))

    assert [duty.adopted for duty in outcome(taken, (), (CARE,)).duties] == [True]
    assert outcome(drafted(), (), (CARE,)).duties == ()
