from dataclasses import replace
from datetime import date

from app.domain.judgement.deadlines.adopting import adopt, drift, renewed, same_limits
from app.domain.judgement.regimes import ClockStart
from app.domain.judgement.requirements import Confidence
from app.domain.plan.obligations import Obligation, ObligationStep
from tests.builders import rid
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, regime, span, step

LAW = regime(
    step(within="72 hours", timing="without undue delay", note="by portal"),
    step("second", recipient="individuals"),
    step("third", clock_start=ClockStart.CLOCK_VARIES),
)


def test_the_terms_are_copied():
    assert adopt(LAW, COMPILED) == Obligation(
        id=rid("law"),
        name="The law",
        recipient="the authority; individuals",
        trigger="An incident",
        steps=(
            ObligationStep(
                "First", span("72 hours"), "awareness", "without undue delay; by portal"
            ),
            ObligationStep("Second", None, "awareness"),
            ObligationStep("Third"),
        ),
        regime="law",
        content=("what happened",),
        citation="§ 1",
        confidence="high",
        verified_on=COMPILED,
    )


def test_confidence_from_memory_stays_memory():
    adopted = adopt(regime(confidence=Confidence.MEMORY, verified_on=None), COMPILED)

    assert (adopted.confidence, adopted.verified_on) == ("memory", None)


def test_exceptions_are_copied():
    assert adopt(regime(exceptions="not if the data are unreadable"), COMPILED).exceptions == (
        "not if the data are unreadable"
    )


def test_a_regime_that_applies_later_says_so_in_its_trigger():
    later = regime(effective_from=date(2027, 3, 18))

    assert adopt(later, date(2027, 3, 17)).trigger == "An incident (applies from 2027-03-18)"
    assert adopt(later, date(2027, 3, 18)).trigger == "An incident"


def test_an_embargo_is_adopted_in_words_not_as_a_limit():
    (adopted,) = adopt(regime(step(within="7 working days", embargo=True)), COMPILED).steps

    assert (adopted.within, adopted.timing) == (None, "not before 7 working days have fully passed")


def test_terms_just_adopted_do_not_drift():
    assert drift(adopt(LAW, COMPILED), LAW) == ()
    assert same_limits(adopt(LAW, COMPILED), LAW)


def test_a_newer_pack_shows_as_drift():
    newer = replace(
        LAW, steps=(step(within="96 hours"),), citation="§ 2", compiled=date(2027, 1, 1)
    )

    assert drift(adopt(LAW, COMPILED), newer) == (
        "Adopted limits: 72 hours; the pack of 2027-01-01 has 96 hours.",
        "Adopted citation: § 1; the pack of 2027-01-01 has § 2.",
    )
    assert not same_limits(adopt(LAW, COMPILED), newer)


def test_other_names_and_words_are_the_same_limits():
    own = replace(
        adopt(LAW, COMPILED),
        steps=(ObligationStep("At once", span("at once")), ObligationStep("Ours", span("72 h"))),
    )

    assert same_limits(own, LAW)


def test_limits_that_are_gone_show_as_none():
    assert drift(adopt(LAW, COMPILED), regime()) == (
        "Adopted limits: 72 hours; the pack of 2026-11-21 has none.",
    )


def test_terms_taken_over_are_those_of_the_pack_and_what_was_added_stays():
    ours = replace(
        adopt(LAW, COMPILED),
        id=rid("own-id"),
        name="Ours",
        recipient="Them",
        decision_owner=rid("lead"),
        content=("more",),
        steps=(),
        citation="Old",
        confidence="memory",
        verified_on=None,
        exceptions="Old",
    )

    fresh = renewed(ours, LAW)

    assert drift(fresh, LAW) == ()
    assert fresh == replace(
        adopt(LAW, COMPILED),
        id=rid("own-id"),
        name="Ours",
        recipient="Them",
        decision_owner=rid("lead"),
        content=("more",),
    )
