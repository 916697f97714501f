from datetime import date, time

import pytest

from app.domain.judgement.deadlines.wording import START_WORDS, rule_of, standing
from app.domain.judgement.regimes import ClockStart, EntityKind, RegimeStatus, Relief
from app.domain.judgement.requirements import Confidence
from tests.unit.domain.judgement.deadlines.clocks import regime, step

FOLLOWING = step("second", "1 month", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="first")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (step(within="72 hours"), "72 hours from awareness"),
        (step(within="3 days"), "3 days from awareness, until midnight of the last day"),
        (
            step(within="4 working days", day_ends=time(17, 30)),
            "4 working days from awareness, until 17:30 of the last day",
        ),
        (
            step(within="7 working days", embargo=True),
            "not before 7 working days have fully passed from awareness",
        ),
        (step(within="at once"), "at once upon awareness"),
        (step(timing="without undue delay", note="by phone"), "without undue delay; by phone"),
        (step(), "no numeric limit"),
        (
            step(within="4 hours", relief=Relief(time(12))),
            "4 hours from awareness; on a day off until 12:00 of the next working day",
        ),
        (
            step(within="4 hours", relief=Relief(time(12), (EntityKind.NIS2_ENTITY,))),
            "4 hours from awareness; on a day off until 12:00 of the next working day, "
            "not for nis2 entity",
        ),
    ],
)
def test_a_rule_is_told_in_words(item, words):
    assert rule_of(regime(item), item) == words


def test_a_rule_names_the_notice_it_follows():
    assert rule_of(regime(step(), FOLLOWING), FOLLOWING) == (
        "1 month from submission of “First”, until midnight of the last day"
    )


def test_a_rule_names_its_outer_limit():
    own = step("initial", "4 hours", clock_start=ClockStart.CLASSIFICATION_MAJOR)
    cap = step("outer", "24 hours", caps="initial")

    assert rule_of(regime(own, cap), own) == (
        "4 hours from classification as major and at most 24 hours from awareness"
    )


def test_every_clock_start_has_words_of_its_own():
    assert set(START_WORDS) == set(ClockStart)
    assert len(set(START_WORDS.values())) == len(ClockStart)


def test_a_verified_regime_in_force_needs_no_remark():
    assert standing(regime()) == ()


def test_a_regime_from_memory_is_to_be_verified():
    (remark,) = standing(regime(confidence=Confidence.MEMORY))

    assert remark.startswith("Verify before relying on this")


def test_a_regime_that_applies_later_says_from_when():
    adopted = regime(status=RegimeStatus.ADOPTED, effective_from=date(2027, 3, 18))

    assert standing(adopted) == ("Not applicable before 2027-03-18.",)
    assert standing(regime(status=RegimeStatus.ADOPTED)) == ("Adopted, but not applicable yet.",)


@pytest.mark.parametrize("status", [item for item in RegimeStatus if item.value != "in-force"])
def test_each_status_but_in_force_is_told(status):
    assert len(standing(regime(status=status))) == 1
