import pytest

from app.domain.judgement.deadlines.own_duties import confidence_of, regime_of, start_named
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import ClockStart, RegimeKind
from app.domain.judgement.requirements import Confidence
from app.domain.plan.obligations import ObligationStep
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, duty, span

DAY = span("24 hours")


def test_a_contract_is_read_as_it_stands():
    contract = duty(
        "contract",
        ObligationStep("First notice", DAY, "discovery", "by phone"),
        recipient="the customer",
        verified_on=COMPILED,
    )

    read = regime_of(contract)

    (first,) = read.steps
    assert (read.id, read.kind, read.compiled) == ("contract", RegimeKind.CONTRACT, COMPILED)
    assert (first.id, first.recipient, first.within) == ("first-notice", "the customer", DAY)
    assert (first.clock_start, first.timing, first.note) == (ClockStart.DISCOVERY, "by phone", "")


def test_notices_of_one_name_have_ids_of_their_own():
    read = regime_of(duty("contract", ObligationStep("Notice"), ObligationStep("Notice")))

    assert [step.id for step in read.steps] == ["notice", "notice-2"]


@pytest.mark.parametrize(
    ("words", "after"), [("previous notice", "b"), ("First notice", "a"), ("awareness", "")]
)
def test_a_notice_may_follow_an_earlier_one(words, after):
    read = regime_of(
        duty("c", ObligationStep("A"), ObligationStep("B"), ObligationStep("C", DAY, words))
    )

    assert read.steps[2].after == after


def test_a_first_notice_follows_nothing():
    (only,) = regime_of(duty("c", ObligationStep("A", DAY, "previous notice"))).steps

    assert (only.clock_start, only.after) == (ClockStart.PREVIOUS_SUBMISSION, "")


@pytest.mark.parametrize(("words", "note"), [("full moon", "counted from full moon"), (" ", "")])
def test_an_unknown_clock_start_is_kept_in_words(words, note):
    (only,) = regime_of(duty("c", ObligationStep("A", DAY, words))).steps

    assert (only.clock_start, only.note) == (ClockStart.CLOCK_VARIES, note)


@pytest.mark.parametrize("start", ClockStart)
def test_every_clock_start_is_known_by_its_words(start: ClockStart):
    spelled = f"  {str(start.value).replace('-', ' ').upper()} "

    assert start_named(START_WORDS[start]) is start
    assert start_named(spelled) is start


def test_other_words_start_no_clock():
    assert start_named("") is None
    assert start_named("unaware") is None


@pytest.mark.parametrize(
    ("stated", "confidence"),
    [("memory", Confidence.MEMORY), ("", Confidence.MEDIUM), ("sure", Confidence.MEDIUM)],
)
def test_confidence_is_the_plans_where_it_states_one(stated, confidence):
    assert confidence_of(duty("c", confidence=stated), Confidence.MEDIUM) is confidence
